import { describe, expect, test } from "vitest";
import { compactTable } from "../../testing/compact-notation.ts";
import { analyseCompact, epilogueWords, moveWords } from "../../testing/story.ts";
import { analyseTable } from "../analyse-table.ts";
import { Finding } from "../analysis.ts";
import { statePath } from "../states.ts";

/*
 * Rules of the machine that the state cases take only in passing, one row a rule: what stands in the row is what the
 * rule alone decides, so that it fails when the rule is left out.
 */

const UNSEEN_FIN = [
  [
    "cS sS. c. c./2",
    "T18 server ESTABLISHED > FIN-WAIT-1, gap; T19 client ESTABLISHED > CLOSE-WAIT, gap; T20 server FIN-WAIT-1 > FIN-WAIT-2, assumed",
    "in ESTABLISHED",
  ],
  [
    "cS sS. c. cF. s. c.@2/2",
    "T26 server CLOSE-WAIT > LAST-ACK, gap; T23 client FIN-WAIT-2 > TIME-WAIT, gap; T27 server LAST-ACK > CLOSED, assumed",
    "in FIN-WAIT-2",
  ],
  [
    "cS sS. c. cF. sP.+10/1 c.@2/12",
    "T26 server CLOSE-WAIT > LAST-ACK, gap; T22 client FIN-WAIT-1 > FIN-WAIT-2 > TIME-WAIT, gap; T27 server LAST-ACK > CLOSED, assumed",
    "in FIN-WAIT-1",
  ],
  [
    "cS sS. c. s.@2 c./2",
    "T18 server ESTABLISHED > FIN-WAIT-1, gap; T19 client ESTABLISHED > CLOSE-WAIT, gap; T20 server FIN-WAIT-1 > FIN-WAIT-2, assumed",
    "behind an ACK of its sender that stands after the FIN",
  ],
  ["cS sS. c. cP.+5 s. c./3", "", "two numbers more are data that the capture misses"],
  ["cS sS. c. c./2 c./2", "", "the same FIN is found once"],
] as const;

describe("an acknowledgment of one number more than the other end was seen to send (docs/state-machine.md 6.3)", () => {
  test.each(UNSEEN_FIN)("%s: %s (%s)", (compact, moves) => {
    const analysis = analyseCompact(compact);
    const { length } = analysis.segments;
    expect(moveWords(analysis, length).join("; ")).toBe(moves);
    expect((analysis.findings[length - 1] ?? 0) & Finding.UnseenFin).toBe(
      moves === "" ? 0 : Finding.UnseenFin,
    );
  });

  test("means data where the other end sends some at that place later", () => {
    expect(moveWords(analyseCompact("cS sS. c. c./2 sP.@1+5"), 4)).toEqual([]);
  });

  test("starts the clock of TIME-WAIT", () => {
    const { epilogue } = analyseCompact("cS sS. c. cF. s. c.@2/2");
    // 5 waits of 10 ms before the last segment; TIME-WAIT lasts 60 s on Linux.
    expect(epilogue).toMatchObject([{ arrow: "T28", side: "client", time: 60_050_000_000 }]);
  });
});

/** The arrow of a FIN or RST is as sure as the state that it leaves: `[exchange, segment, move of its sender]`. */
const LEAVES = [
  ["cS sS. c. cF. s.", 4, "T18 client ESTABLISHED > FIN-WAIT-1, sent"],
  ["c.@1/1 s.@1/1 cF. s.", 3, "T18 client ESTABLISHED > FIN-WAIT-1, gap"],
  ["c.@1/1 s.@1/1 cR.", 3, "T34 client ESTABLISHED > CLOSED, gap"],
  ["cS sS. c. s.@2 c./2 cF./2 s.@2/2", 6, "T26 client CLOSE-WAIT > LAST-ACK, gap"],
  ["cS sS. c. c./102 cF./102 s.@102", 5, "T18 client ESTABLISHED > FIN-WAIT-1, assumed"],
  ["cS sS. c. c./102 cF./102 sP.@102+10", 5, "T18 client ESTABLISHED > FIN-WAIT-1, sent"],
  ["cS sS. sF.@1/1 c.@1/2 cF.@1/2 s.@2/2", 3, "T11 server SYN-RECEIVED > FIN-WAIT-1, assumed"],
  // Beyond a hole an acknowledgment counts, however often the segment is sent.
  [
    "cS sS. c. sF. cF.@701/2 s.@2/1 cF.@701/2 s.@2/1 sR.@2/1",
    5,
    "T20 server FIN-WAIT-1 > FIN-WAIT-2, assumed",
  ],
  ["cS sS. c. sF. cF.@701/2 s.@2/1 cF.@701/2 s.@2/1 sR.@2/1", 9, "T34 server FIN-WAIT-2 > CLOSED, assumed"],
  // The FIN of the other end may have come before the RST that answers it; a FIN that acknowledges less left before.
  ["cS sS. c. cP.+5 s. cP.@11+5 cF. sR@1", 8, "T34 server ESTABLISHED > CLOSED, assumed"],
  ["cS sS. c. cP.+5 s. cP.@11+5 cF. sF./6", 8, "T18 server ESTABLISHED > FIN-WAIT-1, sent"],
  // A RST with number 0 answers a SYN where no connection is (3.10.7.1).
  ["cS@=1000 sS@=500000 cR.@=0/1", 3, "T15 client SYN-SENT > CLOSED, assumed"],
  ["cS sS. ~1 sS.@0 ~1 cS@0 sR.@=0/1", 5, "T12 server SYN-RECEIVED > LISTEN, assumed"],
] as const;

describe("the arrow of a FIN or RST is no surer than its tail (docs/state-machine.md 4.2)", () => {
  test.each(LEAVES)("%s, segment %i: %s", (compact, position, move) => {
    expect(moveWords(analyseCompact(compact), position)).toContain(move);
  });
});

const REFUSED_DATA = [
  [
    "cS sS. c. cF. sP.+5/2 cR@2",
    ["FIN-WAIT-1", "FIN-WAIT-2", "CLOSED"],
    "takes the acknowledgment of its FIN first",
  ],
  ["cS sS. c. cF. sP.+5/1 cR@1", ["FIN-WAIT-1", "CLOSED"], "if the data acknowledges the FIN"],
  ["cS sS. c. cF. sP.+5/1 sP.+5/2 cR@1 cR@2", ["FIN-WAIT-1", "CLOSED"], "if nothing older has ended it"],
  ["cS sS. c. cF. ~0.5 cF.@1 ~1 sP.+5/2 cR@2", ["FIN-WAIT-1", "CLOSED"], "if it has not given up its FIN"],
] as const;

test.each(REFUSED_DATA)("%s: an end that has closed refuses data, %j: it %s", (compact, path) => {
  expect(statePath(analyseCompact(compact), "client")).toEqual([
    "CLOSED",
    "SYN-SENT",
    "ESTABLISHED",
    ...path,
  ]);
});

test("a stray SYN of the server opens nothing with the next SYN of the client, many seconds later", () => {
  const [one, two, ...others] = analyseTable(
    compactTable(
      "cS sS. c. cF. s. sS@=9000000 c.@=1002/=500001 sF.@=500001/=1002 c.@=1002/=500002 ~30 cS@=900000 sS.@=8000000/=900001 c.@=900001/=8000001",
    ),
  );
  expect(others).toEqual([]);
  expect(one === undefined ? [] : statePath(one, "client").slice(3, 6)).toEqual([
    "FIN-WAIT-1",
    "FIN-WAIT-2",
    "TIME-WAIT",
  ]);
  expect(two?.verdict.opening).toBe("three-way");
});

test("in SYN-RECEIVED an ACK far outside the window of the SYN,ACK completes nothing", () => {
  const analysis = analyseCompact("cS sS. c.@=3000000000/1 s. c.@1/1 cP.+5 s.");
  expect(moveWords(analysis, 3)).toEqual([]);
  expect(moveWords(analysis, 5)).toEqual(["T06 server SYN-RECEIVED > ESTABLISHED, proved"]);
});

test("a RST of an end that has forgotten the connection proves nothing of what it acknowledges", () => {
  const analysis = analyseCompact("cS@=1000 sS.@=500000 c. cP.+5 s. cF. ~0.5 sR.@=0/=5000");
  expect(moveWords(analysis, 6)).toContain("T19 server ESTABLISHED > CLOSE-WAIT, assumed");
});

test("a SYN that is refused with number 0 opens nothing, though its receiver had sent one too", () => {
  expect(moveWords(analyseCompact("cS@=1000 sS@=500000 cR.@=0/1"), 2)).toEqual([
    "T02 server CLOSED > SYN-SENT, sent",
  ]);
});

test("of an end of which the capture holds one ACK alone, nothing proves that the FIN found it in ESTABLISHED", () => {
  expect(moveWords(analyseCompact("mid sF.@1/1 c.@1/2"), 1)).toContain(
    "T19 client ESTABLISHED > CLOSE-WAIT, assumed",
  );
  expect(moveWords(analyseCompact("mid cP.+5 sF.@1/6 c."), 2)).toContain(
    "T19 client ESTABLISHED > CLOSE-WAIT, proved",
  );
});

describe("of two SYN,ACKs the capture does not tell which came (docs/state-machine.md 5.3)", () => {
  test("where nothing speaks against the first, the receipt of the second is not proved", () => {
    const moves = moveWords(analyseCompact("cS sS. ~1 sS. ~0.05 c. cP.+5 s."), 3);
    expect(moves).toEqual(["T04 client SYN-SENT > ESTABLISHED, assumed"]);
  });

  test("a SYN that the client sent again refutes the first", () => {
    const moves = moveWords(analyseCompact("cS sS. ~1 cS sS. c."), 4);
    expect(moves).toEqual(["T04 client SYN-SENT > ESTABLISHED, proved"]);
  });
});

test("an ACK that was captured behind the next connection's SYN closes nobody at the place where it was sent", () => {
  const late = "mid cP.@101+10/11 s.@11/111 cP.@111+10/11 s.@11/121 ~0.1 cS* sS. c. c.@=1001/=500001";
  const [analysis] = analyseTable(compactTable(late));
  expect(analysis && moveWords(analysis, 1)).toEqual([]);
});

/** With one direction captured the FIN leaves its receiver in CLOSE-WAIT or TIME-WAIT; then the RST comes. */
test.each([
  ["cR.@7/200", ["T32 server unknown > CLOSED, assumed"], "behind the FIN, it ends both"],
  ["cR.@6/200", [], "at the FIN, it ends CLOSE-WAIT alone"],
])("a RST %s: %s (%s)", (reset, moves) => {
  const analysis = analyseCompact(`cS c.@1/1 cP.@1+5/100 cF.@6/200 ~0.5 ${reset}`);
  expect(moveWords(analysis, 5).filter((words) => words.includes("server"))).toEqual(moves);
});

/** What shows, or does not, that a passive end has left SYN-RECEIVED: `[exchange, segment, moves there]`. */
const LEFT_SYN_RECEIVED = [
  [
    "cS sS. c. ~1 s.",
    3,
    "T06 server SYN-RECEIVED > ESTABLISHED, assumed",
    "an ACK that acknowledges nothing new does not: a SYN or RST is answered so, too",
  ],
  ["cS sS. c. ~1 sS. c. ~3 cP.+5 sR", 5, "", "a host that had to repeat its SYN,ACK, and then knows nothing"],
  [
    "cS sS. cP.+5 sR",
    4,
    "T12 server SYN-RECEIVED > LISTEN, assumed; T32 client ESTABLISHED > CLOSED, assumed",
    "a RST that answers data may come from a host that forgot the request",
  ],
] as const;

test.each(LEFT_SYN_RECEIVED)("%s, segment %i: %s (%s)", (compact, position, moves) => {
  expect(moveWords(analyseCompact(compact), position).join("; ")).toBe(moves);
});

test("a FIN of an end whose answers nobody timed proves no order of two FINs", () => {
  const moves = moveWords(analyseCompact("c.@1/1 ~0.7 sF.@1/1 ~0.22 cF.@1/2 s.@2/2"), 2);
  expect(moves).toContain("T19 client ESTABLISHED > CLOSE-WAIT, assumed");
});

/** The client is 80 ms from the capturing server. */
const FIRST_OR_REPEATED_FIN = [
  ["~0.5 sF. ~0.09 cF. ~0.0001 s.", "proved", "as soon as it answers"],
  ["~0.5 sF. ~0.22 cF. ~0.0001 s.", "assumed", "later: it may repeat one that was lost"],
  ["~0.5 sF. ~0.22 c. cF. ~0.0001 s.", "proved", "behind an ACK that has no FIN before it"],
] as const;

test.each(FIRST_OR_REPEATED_FIN)(
  "%s: a far FIN that acknowledges a FIN, CLOSE-WAIT %s (%s)",
  (close, basis) => {
    const moves = moveWords(analyseCompact(`cS ~0.0001 sS. ~0.08 c. ${close}`), 4);
    expect(moves).toContain(`T19 client ESTABLISHED > CLOSE-WAIT, ${basis}`);
  },
);

// mypcaps--LDP--10-0.0-1422913321.pcap: Cisco IOS goes on after a RST, and each SYN has the identification of the first.
test("a SYN that the timer sends again with the same IP identification shows that the RST ended nothing", () => {
  const analysis = analyseCompact("cS:id7 ~0.001 sR. ~2 cS@0:id7 ~4 cS@0:id7");
  expect(moveWords(analysis, 2)).toEqual([]);
});

const NEXT_ATTEMPT = [
  ["~0.001 cS* s.", "FIN-WAIT-1 FIN-WAIT-2 CLOSED", "sooner than it can come"],
  ["~0.1 cS* s.", "FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT CLOSED", "later"],
] as const;

test.each(NEXT_ATTEMPT)("%s: a FIN is followed by the next SYN, %s (%s)", (next, path) => {
  const [before] = analyseTable(compactTable(`cS ~0.0001 sS. ~0.02 c. cF. ~0.0001 s. ~0.05 sF. ${next}`));
  expect(before === undefined ? "" : statePath(before, "client").slice(3).join(" ")).toBe(path);
});

/** A sequence number that is one further than the data, and what comes later at the place of the one left out. */
const LEFT_OUT = [
  ["cS sS. c. cF. s.@2/2 sF.@1/2 c.", "T26 server CLOSE-WAIT > LAST-ACK, gap", "a FIN: it was sent before"],
  ["cS sS. c. cF. s.@2/2 s.@1/2 sF.@1/2 c.", "T26 server CLOSE-WAIT > LAST-ACK, gap", "even behind an ACK"],
  ["cS sS. c. cF. s.@2/2 sP.@1+7/2 c.", "", "data: nothing was closed"],
  ["cS sS. c. cF. s.@3/2 sF.@2/2 c.", "", "two further, a FIN was not the only thing"],
] as const;

describe("a FIN that was captured behind an ACK of its sender", () => {
  test.each(LEFT_OUT)("%s: %s (%s)", (compact, move) => {
    const moves = moveWords(analyseCompact(compact), 5);
    expect(moves.filter((words) => words.includes("LAST-ACK"))).toEqual(move === "" ? [] : [move]);
  });
});

const CLOCKS = [
  ["cS sS. c. cF. s. sF. c. ~200 s.", 8, "T28 client TIME-WAIT > CLOSED, timer"],
  ["cS sS. c. cF. ~1 cF.@1 ~2 cF.@1 ~400 s./1", 7, "T35 client FIN-WAIT-1 > CLOSED, timer"],
  ["cS ~1 cS ~9 sR@77", 3, "T16 client SYN-SENT > CLOSED, timer"],
  // The SYN,ACK may have come since the last SYN, though no acknowledgment of it is captured.
  ["cS ~1 cS sS. ~9 sS.", 4, ""],
  // What it waits for arrives at this row, so it was still waiting.
  ["cS sS. c. cF. ~1 cF.@1 ~2 cF.@1 ~400 s.", 7, "T20 client FIN-WAIT-1 > FIN-WAIT-2, assumed"],
  // A tail loss probe is no retransmission timer (RFC 8985 section 7).
  ["cS sS. c. cF. ~0.02 cF.@1 ~9 s./1", 6, ""],
  ["cS sS. c. cF. s. sF. c. ~50 s.", 8, ""],
] as const;

describe("a clock that has run out before a segment", () => {
  test.each(CLOCKS)("%s, segment %i: %s", (compact, position, expected) => {
    expect(moveWords(analyseCompact(compact), position).join("; ")).toBe(expected);
  });

  test("ended when it was due, not when the next segment shows it", () => {
    const { moves } = analyseCompact("cS sS. c. cF. s. sF. c. ~200 s.");
    expect(moves.at(-1)).toMatchObject({ arrow: "T28", basis: "timer", time: 60_050e6 });
  });
});

/** Epilogues of the first of two connections on a pair: RFC 9293 section 3.6.1, RFC 6191. */
const SUCCESSIONS = [
  ["cS sS. c. cF. s. sF. c. ~70 cS* sS. c.", "T28 client TIME-WAIT > CLOSED, timer", 60_050e6],
  ["cS sS. c. cF. s. sF. c. ~5 cS* sS. c.", "T37 client TIME-WAIT > CLOSED, sent", 5_060e6],
  ["cS sS. c. ~5 cS* sS. c.", "T37 client ESTABLISHED > CLOSED, sent", 5_020e6],
] as const;

describe("an end that opens a new connection on the pair", () => {
  test.each(SUCCESSIONS)("%s: %s", (compact, expected, time) => {
    const [first, second] = analyseTable(compactTable(compact));
    expect(first && epilogueWords(first)).toEqual([expected]);
    expect(first?.epilogue[0]?.time).toBe(time);
    expect(second?.initial.client.state).toBe("CLOSED");
  });
});

const DAY = 86_400;
const OUTSIDE = Finding.RstOutside | Finding.RstWithoutEffect;
const FINDINGS = [
  ["cS sS. c. ~-0.001 c.", 4, Finding.TimeJump, "the clock went backward"],
  [`cS sS. c. ~${DAY + 1} cP.+5`, 4, Finding.TimeJump, "it went forward by more than a day"],
  [`cS sS. c. ~${DAY} cP.+5`, 4, 0, "a day is no jump"],
  ["cS sS. c. ~0 cP.+5", 4, 0, "nor is the same time"],
  [
    "cS sS. c. cR.@600 s. cP.+5 s.",
    4,
    Finding.RstNotExact | Finding.RstWithoutEffect,
    "RFC 5961 section 3.2: challenged",
  ],
  ["cS sS. c. cR.@100", 4, Finding.RstNotExact, "in the window; it ended the connection"],
  ["cS sS. c. cR.@66000", 4, Finding.RstOutside | Finding.RstWithoutEffect, "beyond the window"],
  ["cS sS. c. s.:w100 cR@100", 5, Finding.RstNotExact, "the last number of a window of 100"],
  ["cS sS. c. s.:w100 cR@101", 5, OUTSIDE, "the first one beyond it"],
  ["cS sS. cP.+10 s. cR@1", 5, OUTSIDE, "before what was acknowledged"],
  ["cS sS. c. cF. s. cR@11", 6, Finding.RstNotExact, "beyond the FIN"],
  ["cS sS. c. cF. s. cR@1", 6, 0, "at the FIN: what it acknowledges was sent before"],
  ["cS sS. c. cP.+5 s. cR@5", 6, OUTSIDE, "at the last octet, which is no FIN"],
  ["mid c. sR@2", 2, Finding.RstNotExact, "with one acknowledgment the window is known"],
  ["cS:ws7 sS.:ws2 c.:w100 sR@10000", 4, Finding.RstNotExact, "in the client's window times 2^7"],
  ["cS:ws2 sS.:ws7 c.:w100 sR@10000", 4, OUTSIDE, "beyond it times 2^2"],
  ["cS:ws2 sS.:ws7 c. s.:w100 cR@10000", 5, Finding.RstNotExact, "in the server's window times 2^7"],
  ["cS:ws7 sS.:ws2 c. s.:w100 cR@10000", 5, OUTSIDE, "beyond it times 2^2"],
  ["cS sS. c. cR.@600 s. cP.+5 s.", 5, Finding.ChallengeAck, "the ACK that challenges it"],
  ["cS sS. c. cP.+5 s. s.", 6, 0, "an ACK again that challenges nothing"],
  ["cS sS. c. cF. s. sF. c. ~200 cP.+5 sR", 8, Finding.Rejected, "answered with a bare RST"],
  ["cS sS. c. cF. sF./1 c. s.", 5, Finding.SimultaneousClose, "RFC 9293 figure 13"],
  ["cS sS. c. cF. sF. c.", 5, 0, "a FIN that acknowledges the other is no simultaneous close"],
] as const;

describe("what the machine finds out", () => {
  test.each(FINDINGS)("%s, segment %i: %i (%s)", (compact, position, finding) => {
    expect(analyseCompact(compact).findings[position - 1]).toBe(finding);
  });
});

const MOVES = [
  [
    "cS sS. cF. s.",
    3,
    "T18 client ESTABLISHED > FIN-WAIT-1, sent; T08 server SYN-RECEIVED > ESTABLISHED > CLOSE-WAIT, proved",
    "RFC 9293 3.10.7.4: the ACK is looked at before the FIN",
  ],
  ["cS sS. cP.+5 s.", 3, "T06 server SYN-RECEIVED > ESTABLISHED, proved", "data carries the completing ACK"],
  [
    "cS s. cP.+5 s.",
    3,
    "T39 client SYN-SENT > ESTABLISHED, gap; T06 server SYN-RECEIVED > ESTABLISHED, proved",
    "the SYN,ACK was not captured",
  ],
  [
    "cS sS. c. cF. s. sF. sR.",
    7,
    "T34 server LAST-ACK > CLOSED, sent; T31 client TIME-WAIT > CLOSED, assumed",
    "a RST of LAST-ACK",
  ],
  [
    "cS sS. c. cF. sF./1 cR.",
    6,
    "T34 client CLOSING > CLOSED, sent; T33 server CLOSING > CLOSED, assumed",
    "a RST of CLOSING",
  ],
  ["cR", 1, "T34 client unknown > CLOSED, sent; T32 server unknown > CLOSED, assumed", "a RST alone"],
  [
    "cS sS. c. cP.+5 cF. s./6 sF. c.",
    7,
    "T26 server CLOSE-WAIT > LAST-ACK, sent; T22 client FIN-WAIT-1 > FIN-WAIT-2 > TIME-WAIT, proved",
    "ACK of the data only, then FIN,ACK",
  ],
  [
    "cS sS. c. cP.@11+10 cF.@21 s./1 cP.@1+10 s./22",
    5,
    "T18 client ESTABLISHED > FIN-WAIT-1, sent",
    "a FIN behind a hole moves nobody",
  ],
  [
    "cS sS. c. cP.@11+10 cF.@21 s./1 cP.@1+10 s./22",
    7,
    "T19 server ESTABLISHED > CLOSE-WAIT, proved",
    "what fills the hole brings it into effect",
  ],
  [
    "cS sS. c. cF. sP.@11+10 c.@2/1 sP.@1+10 c.@2/21",
    5,
    "T20 client FIN-WAIT-1 > FIN-WAIT-2, proved",
    "RFC 9293 3.10.7.4: what lies behind a hole acknowledges at once",
  ],
  [
    "cS sS. cP.@11+10 s./1 cP.@1+10 s./21",
    3,
    "T06 server SYN-RECEIVED > ESTABLISHED, proved",
    "and completes a handshake",
  ],
  ["cS sS. c. cF. sP.@11+10/1 c.@2/1 sP.@1+10/1 c.@2/21", 5, "", "unless it does not acknowledge the FIN"],
  [
    "cS sS. c. cR.@100",
    4,
    "T34 client ESTABLISHED > CLOSED, assumed; T32 server ESTABLISHED > CLOSED, assumed",
    "RFC 5961: in the window, and nobody challenges it",
  ],
  ["cS sS. c. cR.@66000", 4, "T34 client ESTABLISHED > CLOSED, assumed", "beyond the window of 64,240"],
  [
    "cS:ws7 sS.:ws7 c. cR.@66000",
    4,
    "T34 client ESTABLISHED > CLOSED, assumed; T32 server ESTABLISHED > CLOSED, assumed",
    "within the scaled one",
  ],
  ["cS sS. c. cF. cR. s.", 6, "T32 server CLOSE-WAIT > CLOSED, assumed", "what was sent before the RST came"],
  ["cS sS./=77 c.", 2, "", "RFC 9293 3.10.7.3: it acknowledges what was never sent"],
  ["cS sR./=1000", 2, "", "ISS itself acknowledges nothing"],
  [
    "cS cP.+5 s.",
    2,
    "T39 client SYN-SENT > ESTABLISHED, gap; T06 server SYN-RECEIVED > ESTABLISHED, proved",
    "the SYN,ACK was not captured",
  ],
] as const;

describe("the machine", () => {
  test.each(MOVES)("%s, segment %i: %s (%s)", (compact, position, expected) => {
    expect(moveWords(analyseCompact(compact), position).join("; ")).toBe(expected);
  });

  test("names the segment that arrives behind another as the cause of the move", () => {
    const { moves } = analyseCompact("cS sS. c. cP.@11+10 cF.@21 s./1 cP.@1+10 s./22 sF. c.");
    expect(moves.map(({ position, causedBy }) => [position, causedBy])).toEqual([
      [1, null],
      [1, null],
      [2, null],
      [3, null],
      [5, null],
      [7, 5],
      [8, null],
      [9, null],
      [9, null],
      [10, null],
    ]);
  });
});

/** RFC 9293 section 3.10.7.4, fifth check: the ACK is not SND.UNA < SEG.ACK =< SND.NXT. */
const REFUSED_IN_SYN_RECEIVED = [
  ["cS sS. c./900000 sR@900000", "client SYN-SENT ESTABLISHED, server SYN-RECEIVED", "beyond SND.NXT"],
  ["cS sS. c./0 sR@0", "client SYN-SENT ESTABLISHED, server SYN-RECEIVED", "the SYN itself is not covered"],
  [
    "cS sS. c.@1/900000 sR@900000 ~1 sS.@0/1 c.@1/1",
    "client SYN-SENT ESTABLISHED, server SYN-RECEIVED ESTABLISHED",
    "the request is still there, and its SYN,ACK is sent again",
  ],
  [
    "cS sS. c. sR@1",
    "client SYN-SENT ESTABLISHED CLOSED, server SYN-RECEIVED LISTEN",
    "an ACK that it could take",
  ],
] as const;

describe("in SYN-RECEIVED, a RST that answers an unacceptable ACK ends nothing", () => {
  test.each(REFUSED_IN_SYN_RECEIVED)("%s: %s (%s)", (compact, expected) => {
    const analysis = analyseCompact(compact);
    const path = (side: "client" | "server"): string =>
      [side, ...statePath(analysis, side).slice(1)].join(" ");
    expect(`${path("client")}, ${path("server")}`).toBe(expected);
  });
});
