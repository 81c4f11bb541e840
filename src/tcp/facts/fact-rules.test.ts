import { describe, expect, test } from "vitest";
import { compactTable } from "../../testing/compact-notation.ts";
import { readText } from "../../testing/printed-segments.ts";
import { analyseTable } from "../analyse-table.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import { factsAt } from "../facts.ts";

function analyse(compact: string): ConnectionAnalysis {
  const [analysis] = analyseTable(compactTable(compact));
  if (analysis === undefined) throw new Error("no connection");
  return analysis;
}

/** `position:what` of one kind of fact at every segment. */
function told(compact: string, word: (fact: ReturnType<typeof factsAt>[number]) => string | null): string {
  const analysis = analyse(compact);
  const words = Array.from({ length: analysis.segments.length }, (_, index) =>
    factsAt(analysis, index + 1)
      .map(word)
      .filter((one) => one !== null)
      .map((one) => `${index + 1}:${one}`),
  );
  return words.flat().join(" ");
}

const CLOSES = "close-looks-like-shutdown";
/** Recorded on Linux: where ss and the segments differ from the figures of RFC 9293 (docs/state-machine.md 6.7). */
const LINUX = [
  ["cS sS. c. cP.+10 s. cF. s.", `1:listener-stays-listen 6:${CLOSES}`, "all data was acknowledged"],
  [
    "cS sS. c. cP.+10 cF. s./12",
    `1:listener-stays-listen 5:fin-wait-1-begins-at-close 5:${CLOSES}`,
    "data was under way",
  ],
  [
    "cS sS. c. cP.+10 s. cFP.+5 s.",
    `1:listener-stays-listen 6:fin-wait-1-begins-at-close 6:${CLOSES}`,
    "the FIN carries data",
  ],
  [
    "cS sS. c. cP.+5 c. cF. s.",
    `1:listener-stays-listen 6:fin-wait-1-begins-at-close 6:${CLOSES}`,
    "an ACK between them",
  ],
  ["cS sS. c. cP.+5 s. c. cF.", `1:listener-stays-listen 7:${CLOSES}`, "the other end answered"],
  ["cS sS. c. cF. ~0.2 cF.@1 s.", `1:listener-stays-listen 4:${CLOSES}`, "a FIN again is TCP's own doing"],
  ["cS ~1 cS sS. c.", "1:dropped-syn-looks-lost 2:listener-stays-listen", "a SYN that nobody answered"],
  ["cS sS. c. ~1 sS. c.", "1:listener-stays-listen 4:accept-queue-full", "the ACK came and was not taken"],
  ["cS sS. ~1 sS. c.", "1:listener-stays-listen", "there was no ACK to take"],
  [
    "cS sS. c. cF. s. ~0.3 sP.+10 cR",
    `1:listener-stays-listen 4:${CLOSES} 7:orphaned-fin-wait-2-resets 7:rst-sender-closes`,
    "nobody reads",
  ],
  ["cS sS. c. ~0.3 sP.+10 cR", "1:listener-stays-listen 5:rst-sender-closes", "a RST in ESTABLISHED"],
  [
    "cS sS. c. cP.+5 s. sR.",
    "1:listener-stays-listen 6:unread-data-becomes-rst 6:rst-sender-closes",
    "an abort",
  ],
  ["cS sS. c. cP.+5 s. cR@6", "1:listener-stays-listen 6:rst-sender-closes", "a bare RST"],
  ["cS sR.", "", "nobody listens"],
  ["cR@5", "1:rst-sender-closes", "a RST alone"],
] as const;

test.each(LINUX)("what Linux does otherwise in %s: %s (%s)", (compact, expected) => {
  expect(told(compact, (fact) => (fact.kind === "linux-differs" ? fact.difference : null))).toBe(expected);
});

const ROUND_TRIPS = [
  ["cS sS. c. cP.+10 s.", "2:handshake 1 10 5:data 4 10", "handshake and data"],
  [
    "cS ~1 cS ~0.1 sS. c.",
    "3:handshake 2 100 4:opening 1 1110",
    "connect() waited longer than the handshake took",
  ],
  ["cS sS. c. ~0.03 c.+10 c.+10 ~0.05 s.", "2:handshake 1 10 6:data 5 50", "the last octet tells"],
  ["cS sS. c. cP.+10 ~0.3 cP.@1+10 s.", "2:handshake 1 10", "Karn: what was sent twice tells nothing"],
  ["cS sS. c. c.+10 s. s.", "2:handshake 1 10 5:data 4 10", "only the first acknowledgment"],
  ["cS sS. c. c.+10 s./5", "2:handshake 1 10", "a part of a segment"],
  ["cS sS. c. cF. s.", "2:handshake 1 10", "a FIN is no data"],
] as const;

test.each(ROUND_TRIPS)("round trips of %s: %s (%s)", (compact, expected) => {
  const word = (fact: ReturnType<typeof factsAt>[number]): string | null =>
    fact.kind === "round-trip" ? `${fact.of} ${fact.from} ${fact.duration / 1e6}` : null;
  expect(told(compact, word)).toBe(expected);
});

/** `ISN of the client, of the server; relative numbers count from`: RFC 9293 section 3.4.1, docs/state-machine.md 2. */
const BASES = [
  ["cS sS. c.", "1000,500000; 1000,500000", "both SYNs"],
  ["cS sR.", "1000,null; 1000,null", "a RST has no number of its own to count from"],
  ["cS@=4294967295 sS. c.", "4294967295,500000; 4294967295,500000", "up to the last number"],
  ["sS.@0/=1001 c.@=1001/1", "null,500000; 1000,500000", "the SYN,ACK tells one before what it acknowledges"],
  ["cS s./=1001", "1000,null; 1000,499999", "the first number minus one"],
  ["mid cP.+5 s.", "null,null; 1000,500000", "without SYNs one before the first number"],
  ["mid c./=900 s.", "null,null; 1000,899", "which an acknowledgment may tell"],
  ["mid c.@=0/=0 s.@=9/=9", "null,null; 4294967295,4294967295", "around the circle"],
  ["cR@5", "null,null; null,null", "a RST tells nothing"],
  ["cS sS. c. cS@=77 s.@=500001/=1001 cP.@=1001+5", "1000,500000; 1000,500000", "a stray SYN tells nothing"],
] as const;

test.each(BASES)("numbers of %s: %s (%s)", (compact, expected) => {
  const { initialSequenceNumber: initial, relativeBase: base } = analyse(compact);
  expect(`${initial.client},${initial.server}; ${base.client},${base.server}`).toBe(expected);
});

const C = "10.0.0.1.40000 > 10.0.0.2.80";
const S = "10.0.0.2.80 > 10.0.0.1.40000";

describe("a text", () => {
  test("that gives relative numbers without their SYN counts from 0 as it does", () => {
    const [analysis] = analyseTable(
      readText(`00:00:00.1 IP ${C}: Flags [P.], seq 1:11, ack 1, win 502, length 10
00:00:00.2 IP ${S}: Flags [.], ack 11, win 509, length 0`).table,
    );
    expect(analysis?.relativeBase).toEqual({ client: 0, server: 0 });
  });
});

/** RFC 9293 section 3.7.1: the default MSS where no option tells another; 1220 over IPv6. */
const DEFAULTS = [
  [C, S, "", 536],
  ["2001:db8::1.40000 > 2001:db8::2.80", "2001:db8::2.80 > 2001:db8::1.40000", "6", 1220],
] as const;

test.each(DEFAULTS)("without the option the MSS of %s is the default", (client, server, version, mss) => {
  const [analysis] = analyseTable(
    readText(`00:00:00.1 IP${version} ${client}: Flags [S], seq 5, win 100, options [nop,wscale 7], length 0
00:00:00.2 IP${version} ${server}: Flags [S.], seq 9, ack 6, win 100, options [mss 1400], length 0
00:00:00.3 IP${version} ${client}: Flags [.], ack 1, win 5, length 0`).table,
  );
  if (analysis === undefined) throw new Error("no connection");
  const agreed = factsAt(analysis, 2).filter(({ kind }) => kind === "negotiated");
  expect(agreed).toEqual([
    { kind: "negotiated", option: "mss", client: mss, server: 1400, isInUse: true },
    { kind: "negotiated", option: "window-scale", client: 7, server: null, isInUse: false },
    { kind: "negotiated", option: "sack-permitted", client: null, server: null, isInUse: false },
    { kind: "negotiated", option: "timestamps", client: null, server: null, isInUse: false },
  ]);
  expect(factsAt(analysis, 3)).toContainEqual({ kind: "window", field: 5, shift: 0, octets: 5 });
});

test.each([
  ["cS:ttl64 sS.:ttl57 c.:ttl64 cP.+5:ttl64 s.:ttl57 sR.:ttl64", "6:64 not 57"],
  ["cS:ttl64 sS.:ttl57 c.:ttl64 cP.+5:ttl64 s.:ttl58 sR.:ttl64", ""],
  ["cS:ttl64 sS.:ttl57 c.:ttl64 sR.:ttl60", ""],
  ["cS sS. c. cP.+5 s. sR.", ""],
])("a TTL that all others of its sender do not have is told: %s", (compact, expected) => {
  expect(told(compact, (fact) => (fact.kind === "other-ttl" ? `${fact.ttl} not ${fact.usual}` : null))).toBe(
    expected,
  );
});
