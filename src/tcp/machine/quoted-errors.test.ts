import { expect, test } from "vitest";
import { compactTable } from "../../testing/compact-notation.ts";
import { epilogueWords } from "../../testing/story.ts";
import { analyseTable } from "../analyse-table.ts";

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
] as const;
test.each(ICMP)("%s and an ICMP error %j: %s (%s)", (compact, error, expected) => {
  const table = compactTable(compact);
  const quoted = { flow: 0, sequenceNumber: 1000, reporter: "10.0.0.2" };
  table.icmpErrors.push({ frame: 2, time: 5e8, version: 4, type: 3, code: 3, ...quoted, ...error });
  expect(analyseTable(table).map(epilogueWords)).toEqual([[expected]]);
});

test("a client that an ICMP error has ended refuses the answer that comes later", () => {
  const table = compactTable("cS ~1 sS. cR");
  const quoted = { flow: 0, sequenceNumber: 1000, reporter: "10.0.0.2" };
  table.icmpErrors.push({ frame: 2, time: 5e8, version: 4, type: 3, code: 3, ...quoted });
  const [analysis] = analyseTable(table);
  expect(analysis?.moves.map(({ arrow, position, basis }) => `${position} ${arrow} ${basis}`)).toContain(
    "1 T17 assumed",
  );
  expect(analysis?.verdict.outcome).toBe("rejected-by-icmp");
});

test("an attempt that an ICMP error ends has that outcome, and the error stands at what it quotes", () => {
  const table = compactTable("cS ~1 cS");
  const quoted = {
    flow: 0,
    sequenceNumber: 1000,
    reporter: "10.0.0.2",
    version: 4,
    type: 3,
    code: 3,
  } as const;
  table.icmpErrors.push({ ...quoted, frame: 2, time: 5e8 }, { ...quoted, frame: 4, time: 2e9 });
  const [analysis] = analyseTable(table);
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
