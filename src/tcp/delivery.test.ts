import { describe, expect, test } from "vitest";
import { analyseCompact, analyseText } from "../testing/story.ts";
import { type ConnectionAnalysis, FATES } from "./analysis.ts";

/** What became of each segment, where it arrived and what proves it: `lost`, `delivered@3`, `delivered@3 proved by 4`. */
function fates(compact: string): string[] {
  return fatesOf(analyseCompact(compact));
}

function fatesOf({ fate, arrivesAt, provedBy }: ConnectionAnalysis): string[] {
  return Array.from(fate, (index, row) => {
    const arrival = arrivesAt[row] === 0 ? "" : `@${arrivesAt[row]}`;
    return `${FATES[index]}${arrival}${provedBy[row] === 0 ? "" : ` proved by ${provedBy[row]}`}`;
  });
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

  test("was lost when the peer goes on for long as if it had not come", () => {
    expect(afterHandshake("cP.+10 ~1 sP.+5/1")[0]).toBe("lost");
  });

  test("is not known to be lost beyond a hole, where acknowledgments tell nothing", () => {
    expect(afterHandshake("c.+10 c.@31+10 ~1 s./11")[1]).toBe("unknown@5");
  });
});

describe("of several copies", () => {
  test("the last before the acknowledgment came, for the others' timers ran out", () => {
    expect(afterHandshake("cP.+10 ~0.3 cP.@1+10 s.").slice(0, 2)).toEqual([
      "lost",
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
    expect(afterHandshake("cF. ~0.2 cF.@1 ~0.4 cF.@1")).toEqual(["lost", "lost", "lost"]);
  });
});

describe("an acknowledgment", () => {
  test("had not come when the peer repeats what it acknowledges", () => {
    expect(fates("cS sS. c. ~1 sS. c.")[2]).toBe("lost-or-ignored");
    expect(afterHandshake("cF. s. ~0.2 cF.@1 s.")[1]).toBe("lost-or-ignored");
  });

  test("only crossed a SYN,ACK that answers a repeated SYN", () => {
    expect(fates("cS ~1 cS sS. c. sS. sP.+5")[3]).toBe("delivered@5");
  });

  test("had come after all when the server goes on and none was sent since", () => {
    expect(fates("cS sS. c. ~1 sS. sP.+5")[2]).toBe("delivered@4");
  });

  test("in data out of sequence completes the handshake although the data has to wait", () => {
    const { moves } = analyseCompact("cS sS. cP.@11+10 s./1 cP.@1+10 s./21");
    expect(moves.find(({ arrow }) => arrow === "T06")).toMatchObject({ position: 3, provedBy: 4 });
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
  expect(analysis && fatesOf(analysis).slice(3)).toEqual([
    "lost",
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
  expect(analysis && fatesOf(analysis).slice(3)).toEqual([
    "delivered@4 proved by 6",
    "duplicate@5",
    "delivered@6",
  ]);
});
