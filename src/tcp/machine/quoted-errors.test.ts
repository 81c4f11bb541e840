import { expect, test } from "vitest";
import type { IcmpError } from "../../segments/segment-table.ts";
import { compactTable } from "../../testing/compact-notation.ts";
import { epilogueWords } from "../../testing/story.ts";
import { analyseTable } from "../analyse-table.ts";
import type { ConnectionAnalysis } from "../analysis.ts";

/** The port unreachable that quotes the SYN, half a second after the exchange begins. */
const OF_SYN: IcmpError = {
  frame: 2,
  time: 5e8,
  version: 4,
  type: 3,
  code: 3,
  flow: 0,
  sequenceNumber: 1000,
  reporter: "10.0.0.2",
};

/** The connections of an exchange with errors that differ so from {@link OF_SYN}. */
function analyseWith(compact: string, ...errors: readonly Partial<IcmpError>[]): ConnectionAnalysis[] {
  const table = compactTable(compact);
  for (const error of errors.length === 0 ? [{}] : errors) table.icmpErrors.push({ ...OF_SYN, ...error });
  return analyseTable(table);
}

const ICMP = [
  ["cS", { type: 3, code: 3 }, "T17 client SYN-SENT > CLOSED, assumed", "port unreachable ends the attempt"],
  ["cS", { type: 3, code: 1 }, "T17 client SYN-SENT > CLOSED, assumed", "host unreachable ends it"],
  ["cS", { type: 3, code: 4 }, "T16 client SYN-SENT > CLOSED, predicted", "RFC 1191: a smaller MTU does not"],
  [
    "cS",
    { type: 11, code: 0 },
    "T16 client SYN-SENT > CLOSED, predicted",
    "RFC 1122 4.2.3.9: time exceeded does not",
  ],
  [
    "cS",
    { version: 6, type: 1, code: 4 },
    "T17 client SYN-SENT > CLOSED, assumed",
    "ICMPv6 port unreachable does",
  ],
  ["cS", { sequenceNumber: 999 }, "T16 client SYN-SENT > CLOSED, predicted", "it quotes another segment"],
  ["cS", { flow: 2 }, "T16 client SYN-SENT > CLOSED, predicted", "it quotes another pair"],
  ["cS ~1 cS", {}, "T16 client SYN-SENT > CLOSED, predicted", "after which the SYN is repeated"],
  ["cS ~1 cS", { time: 2e9 }, "T17 client SYN-SENT > CLOSED, assumed", "after the repetition"],
  ["cS ~1 cS", { time: 1e9 }, "T17 client SYN-SENT > CLOSED, assumed", "at the very time of the repetition"],
] as const;
test.each(ICMP)("%s and an ICMP error %j: %s (%s)", (compact, error, expected) => {
  expect(analyseWith(compact, error).map(epilogueWords)).toEqual([[expected]]);
});

test("a client that an ICMP error has ended refuses the answer that comes later", () => {
  const [analysis] = analyseWith("cS ~1 sS. cR");
  expect(analysis?.moves.map(({ arrow, position, basis }) => `${position} ${arrow} ${basis}`)).toContain(
    "1 T17 assumed",
  );
  expect(analysis?.verdict.outcome).toBe("rejected-by-icmp");
});

/** `[exchange, what the error quotes, why it ends no connect()]` */
const ENDS_NOTHING = [
  ["cS sS. ~1 cR@1", { flow: 1, sequenceNumber: 500_000 }, "it quotes the SYN,ACK, so the server learns it"],
  ["cS sS. c. cP.+5", { sequenceNumber: 1001, frame: 5, time: 1e9 }, "it quotes data"],
  ["cS sS.", {}, "the SYN was answered, and nobody refused the answer"],
] as const;

test.each(ENDS_NOTHING)("%s and an ICMP error about %j: no connect() ends (%s)", (compact, error) => {
  const [analysis] = analyseWith(compact, error);
  expect(analysis?.quotedErrors).toHaveLength(1);
  const moves = [...(analysis?.moves ?? []), ...(analysis?.epilogue ?? [])];
  expect(moves.map(({ arrow }) => arrow)).not.toContain("T17");
  expect(analysis?.verdict.outcome).not.toBe("rejected-by-icmp");
});

test("an attempt that an ICMP error ends has that outcome, and the error stands at what it quotes", () => {
  const [analysis] = analyseWith("cS ~1 cS", {}, { frame: 4, time: 2e9 });
  expect(analysis?.quotedErrors.map(({ position, index }) => [position, index])).toEqual([
    [1, 0],
    [2, 1],
  ]);
  expect(analysis?.verdict).toMatchObject({ outcome: "rejected-by-icmp", evidence: [1, 2] });
  expect(analysis?.annotations.filter(({ kind }) => kind === "icmp-unreachable")).toMatchObject([
    { position: 1 },
    { position: 2 },
  ]);
});
