import { describe, expect, test } from "vitest";
import { analyseCompact } from "../testing/story.ts";
import { FATES } from "./analysis.ts";

/** What became of each segment, where it arrived and what proves it: `lost`, `delivered@3`, `delivered@3 proved by 4`. */
function fates(compact: string): string[] {
  const { fate, arrivesAt, provedBy } = analyseCompact(compact);
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
