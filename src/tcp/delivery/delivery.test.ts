import { describe, expect, test } from "vitest";
import { analyseCompact, analyseText, fateWords } from "../../testing/story.ts";

function fates(compact: string): string[] {
  return fateWords(analyseCompact(compact));
}

const HANDSHAKE = "cS sS. c.";

/** What became of the segments after a handshake. */
function afterHandshake(compact: string): string[] {
  return fates(`${HANDSHAKE} ${compact}`).slice(3);
}

describe("a segment with sequence numbers", () => {
  test("was delivered when a later acknowledgment covers it", () => {
    expect(afterHandshake("cP.+10 s.")).toEqual(["delivered@4 proved by 5", "delivered@5"]);
  });

  test("arrives after the last segment that shows that it had not", () => {
    expect(afterHandshake("cP.+10 sP.+5/1 s./11")[0]).toBe("delivered@5 proved by 6");
  });

  test("is assumed to have come when nothing speaks for or against it", () => {
    expect(afterHandshake("cP.+10")).toEqual(["assumed@4"]);
  });

  test("was lost or ignored when the peer goes on for long as if it had not come", () => {
    expect(afterHandshake("cP.+10 ~1 sP.+5/1")[0]).toBe("lost-or-ignored");
  });

  test("is not known to be lost beyond a hole, where acknowledgments tell nothing", () => {
    expect(afterHandshake("c.+10 c.@31+10 ~1 s./11")[1]).toBe("unknown@5");
  });
});

describe("of several copies", () => {
  test("the last before the acknowledgment came, for the others' timers ran out", () => {
    expect(afterHandshake("cP.+10 ~0.3 cP.@1+10 s.").slice(0, 2)).toEqual([
      "lost-or-late",
      "delivered@5 proved by 6",
    ]);
  });

  test("one after the acknowledgment was not needed", () => {
    expect(afterHandshake("cP.+10 s. ~0.3 cP.@1+10").at(-1)).toBe("duplicate@6");
  });

  test("one sent too shortly before the acknowledgment cannot be what it answers", () => {
    expect(fates("cS ~0.2 sS. c. cF. ~0.19 cF.@1 ~0.01 s.").slice(3, 5)).toEqual([
      "delivered@4 proved by 6",
      "duplicate@5",
    ]);
  });

  test("none came when none is ever acknowledged", () => {
    expect(afterHandshake("cF. ~0.2 cF.@1 ~0.4 cF.@1")).toEqual([
      "lost-or-late",
      "lost-or-late",
      "lost-or-late",
    ]);
  });
});

describe("an acknowledgment", () => {
  test("had not come when the peer repeats what it acknowledges", () => {
    expect(fates("cS sS. c. ~1 sS. c.")[2]).toBe("lost-or-ignored");
    expect(afterHandshake("cF. s. ~0.2 cF.@1 s.")[1]).toBe("lost-or-ignored");
  });

  test("only crossed a SYN,ACK that answers a repeated SYN", () => {
    expect(fates("cS ~1 cS sS. ~0.001 c. ~0.005 sS. sP.+5")[3]).toBe("delivered@4");
  });

  test("had come after all when the server goes on and none was sent since", () => {
    expect(fates("cS sS. c. ~1 sS. sP.+5")[2]).toBe("delivered@4");
  });

  test("in data out of sequence completes the handshake although the data has to wait", () => {
    const { moves } = analyseCompact("cS sS. cP.@11+10 s./1 cP.@1+10 s./21");
    expect(moves.find(({ arrow }) => arrow === "T06")).toMatchObject({ position: 3, provedBy: 6 });
  });
});

test("a SYN to a host that never speaks has no answer", () => {
  expect(fates("cS ~1 cS")).toEqual(["no-answer", "no-answer"]);
});

test("a SYN with data is proved by the acknowledgment of the SYN alone", () => {
  expect(fates("cS+10:tfo8 sS./1 cP.@1+10 s.")[0]).toBe("delivered@1 proved by 2");
});

test("a selective acknowledgment proves the receipt of what lies beyond the hole, at once", async () => {
  const [analysis] = await analyseText(`
12:00:00.000000 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [S], seq 1000, win 512, length 0
12:00:00.010000 IP 10.0.0.2.80 > 10.0.0.1.4000: Flags [S.], seq 5000, ack 1001, win 512, length 0
12:00:00.020000 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [.], ack 1, win 512, length 0
12:00:00.020100 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [.], seq 1:11, ack 1, win 512, length 10
12:00:00.020200 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [.], seq 11:21, ack 1, win 512, length 10
12:00:00.020300 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [.], seq 21:31, ack 1, win 512, length 10
12:00:00.030200 IP 10.0.0.2.80 > 10.0.0.1.4000: Flags [.], ack 1, win 512, options [nop,nop,sack 1 {11:21}], length 0
12:00:00.030300 IP 10.0.0.2.80 > 10.0.0.1.4000: Flags [.], ack 1, win 512, options [nop,nop,sack 1 {11:31}], length 0
12:00:00.030400 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [.], seq 1:11, ack 1, win 512, length 10
12:00:00.040400 IP 10.0.0.2.80 > 10.0.0.1.4000: Flags [.], ack 31, win 512, length 0
`);
  expect(analysis && fateWords(analysis).slice(3)).toEqual([
    "lost-or-late",
    "delivered@5 proved by 7",
    "delivered@6 proved by 8",
    "delivered@7",
    "delivered@8",
    "delivered@9 proved by 10",
    "delivered@10",
  ]);
});

test("an acknowledgment of what came twice proves that the first copy came", async () => {
  const [analysis] = await analyseText(`
12:00:00.000000 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [S], seq 1000, win 512, length 0
12:00:00.010000 IP 10.0.0.2.80 > 10.0.0.1.4000: Flags [S.], seq 5000, ack 1001, win 512, length 0
12:00:00.020000 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [.], ack 1, win 512, length 0
12:00:00.020100 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [.], seq 1:11, ack 1, win 512, length 10
12:00:00.320100 IP 10.0.0.1.4000 > 10.0.0.2.80: Flags [.], seq 1:11, ack 1, win 512, length 10
12:00:00.330100 IP 10.0.0.2.80 > 10.0.0.1.4000: Flags [.], ack 11, win 512, options [nop,nop,sack 1 {1:11}], length 0
`);
  expect(analysis && fateWords(analysis).slice(3)).toEqual([
    "delivered@4 proved by 6",
    "duplicate@5",
    "delivered@6",
  ]);
});

/** Whole exchanges, of which each row decides one thing that those above do not. */
const EXCHANGES = [
  [
    "cF. c. sF./1 s.",
    "delivered@6 proved by 7, delivered@6, assumed@6, delivered@7",
    "an ACK does not overtake the FIN before it, which the other end had not had when it sent its own",
  ],
  [
    "cP.+10 sP.+5/1 c. s. ~1 cP.@1+10",
    "delivered@5 proved by 7, delivered@5 proved by 6, delivered@6, delivered@7, duplicate@8",
    "data that crosses data",
  ],
  [
    "cP.+10 ~0.1 cP.+10 cP.@11+10 s./11 s./21",
    "delivered@4 proved by 7, lost-or-late, delivered@7 proved by 8, delivered@7, delivered@8",
    "an ACK of the first alone shows that the second had not come",
  ],
  [
    "cP.@11+10 cP.@1+10 s./11",
    "unknown@4, delivered@5 proved by 6, delivered@6",
    "captured in the wrong order",
  ],
  ["~1 sR. cFP.+10", "delivered@5, assumed@5", "what was sent before the RST came"],
  [
    "cP.+10 s. sR.@1/11 cP.+10 sP.@1+50 c. s.",
    "delivered@4 proved by 5, delivered@5, lost-or-ignored@6, delivered@7 proved by 8, delivered@8 proved by 9, delivered@9, delivered@10",
    "nobody was reset: what follows the RST is acknowledged",
  ],
  [
    "cP.+10 cR. ~0.1 s./11",
    "delivered@4 proved by 6, delivered@6, delivered@6",
    "an ACK that crossed the RST",
  ],
  [
    "cP.+10 cR. ~3 s./11",
    "delivered@4 proved by 6, lost-or-ignored@5, delivered@6",
    "an ACK long after the RST",
  ],
  [
    "cF. cR@2 sF. c.",
    "delivered@4 proved by 6, delivered@6, delivered@6 proved by 7, delivered@7",
    "a RST that crossed a FIN",
  ],
  [
    "cP.+10 ~0.3 cP.@1+10 ~0.3 cR.",
    "lost-or-late, lost-or-late, doubtful@6",
    "an abort after vain repetitions may be lost as they are",
  ],
  [
    "cP.+10 ~0.3 cP.@1+10 ~0.3 cR",
    "lost-or-late, lost-or-late, delivered@6",
    "a bare RST is not the end of a wait",
  ],
  ["cP.+10 ~1 cR.", "assumed@4, delivered@5", "nothing was tried in vain"],
  [
    "cF. ~0.2 cF.@1 sF. c.",
    "lost-or-late, delivered@5 proved by 6, delivered@6 proved by 7, delivered@7",
    "the FIN of the other end acknowledges, too",
  ],
  [
    "cP.+10 cP.+10 ~1 sP.+5/1",
    "lost-or-ignored, unknown@5, assumed@6",
    "beyond what is missing nothing is known",
  ],
  ["sP.+10 sP.+10 ~1 cP.+5/1", "lost-or-ignored, unknown@5, assumed@6", "nor of the other end"],
  [
    "cP.+10 cP.+10 ~1 cP.@1+10 cP.@11+10 s./21",
    "lost-or-late, lost-or-late, delivered@6 proved by 8, delivered@7 proved by 8, delivered@8",
    "both were sent again",
  ],
  [
    "cP.+10 cP.+10 cP.+10 ~1 cP.@11+10 s./31",
    "delivered@4 proved by 8, lost-or-late, delivered@6 proved by 8, delivered@7 proved by 8, delivered@8",
    "the second was sent again",
  ],
  [
    "cF. s. sF. c. ~1 sF.@1 c. ~1 sF.@1 c.",
    "delivered@4 proved by 5, delivered@5, delivered@6 proved by 7, lost-or-ignored, duplicate@8, lost-or-ignored, duplicate@10, delivered@11",
    "RFC 9293 section 3.6: the last ACK was lost twice",
  ],
  [
    "cF. s. ~1 cF.@1 s. sF. c.",
    "delivered@4 proved by 5, lost-or-ignored, duplicate@6, delivered@7, delivered@8 proved by 9, delivered@9",
    "the ACK of the first FIN was",
  ],
] as const;

test.each(EXCHANGES)("after a handshake %s: %s (%s)", (compact, expected) => {
  expect(afterHandshake(compact).join(", ")).toBe(expected);
});

const OPENINGS = [
  [
    "cS sS cS. s.",
    "lost-or-late, delivered@2 proved by 3, delivered@3 proved by 4, delivered@4",
    "a SYN that comes is answered with a SYN,ACK: what came was the SYN,ACK",
  ],
  [
    "cS sS. ~1 sS. ~1 sS. c.",
    "delivered@1 proved by 2, lost-or-late, lost-or-late, delivered@4 proved by 5, delivered@5",
    "the last of three",
  ],
  [
    "cS ~1 cS sR@77",
    "lost-or-late, lost-or-late, delivered@3",
    "a RST that cannot be believed is an answer of somebody",
  ],
  ["cS ~1 cS", "no-answer, no-answer", "nobody spoke"],
] as const;

test.each(OPENINGS)("%s: %s (%s)", (compact, expected) => {
  expect(fates(compact).join(", ")).toBe(expected);
});

const HALF_A_SECOND = "cS ~0.5 sS. c. cP.+10";

test("data is lost or ignored when the peer goes on as if it had not come for longer than twice the round trip", () => {
  expect(fates(`${HALF_A_SECOND} ~0.9 sP.+5/1`)[3]).toBe("unknown@4");
  expect(fates(`${HALF_A_SECOND} ~1.1 sP.+5/1`)[3]).toBe("lost-or-ignored");
});

test("after as many octets as there are numbers, copies and acknowledgments still compare", () => {
  const billions = "cP.+1000000000 s. ".repeat(9);
  const told = afterHandshake(`${billions} cP.+5 ~0.3 cP.+5 s. cF. s. sF. c.`);
  expect(told.slice(0, 18)).toEqual(
    Array.from({ length: 18 }, (_, index) =>
      index % 2 === 0 ? `delivered@${index + 4} proved by ${index + 5}` : `delivered@${index + 4}`,
    ),
  );
  expect(told.slice(18)).toEqual([
    "delivered@22 proved by 24",
    "delivered@23 proved by 24",
    "delivered@24",
    "delivered@25 proved by 26",
    "delivered@26",
    "delivered@27 proved by 28",
    "delivered@28",
  ]);
});
