import { describe, expect, test } from "vitest";
import { analyseText, fateWords } from "../../testing/story.ts";

/** `seconds who flags-and-numbers length [options]` as a line of tcpdump. */
function line(words: string): string {
  const [, seconds = "", who, printed = "", options = "", length = "0"] =
    /^(\S+) ([cs]) (.*?)(?: \{(.*)\})?(?: \+(\d+))?$/.exec(words) ?? [];
  const ends = who === "c" ? "10.0.0.1.4000 > 10.0.0.2.80" : "10.0.0.2.80 > 10.0.0.1.4000";
  const listed = options === "" ? "" : `, options [${options}]`;
  return `12:00:0${Number(seconds).toFixed(6)} IP ${ends}: Flags ${printed}, win 512${listed}, length ${length}`;
}

/** What became of each segment after the handshake, which takes the first three. */
async function fates(...lines: readonly string[]): Promise<string> {
  const [analysis] = await analyseText(lines.map(line).join("\n"));
  if (analysis === undefined) throw new Error("no connection");
  return fateWords(analysis).slice(3).join(", ");
}

const HANDSHAKE = ["0 c [S], seq 1000", "0.01 s [S.], seq 5000, ack 1001", "0.02 c [.], ack 1"];
const WITH_TIMESTAMPS = [
  "0 c [S], seq 1000 {TS val 100 ecr 0}",
  "0.01 s [S.], seq 5000, ack 1001 {TS val 900 ecr 100}",
  "0.02 c [.], ack 1 {nop,nop,TS val 120 ecr 900}",
];

/** RFC 7323 section 3.2: TSecr is the TSval of what is acknowledged. */
describe("the timestamp that an acknowledgment echoes tells which copy came", () => {
  const twice = (acknowledgment: string): Promise<string> =>
    fates(
      ...WITH_TIMESTAMPS,
      "0.03 c [P.], seq 1:11, ack 1 {nop,nop,TS val 130 ecr 900} +10",
      "0.33 c [P.], seq 1:11, ack 1 {nop,nop,TS val 430 ecr 900} +10",
      acknowledgment,
    );

  test("the first, though the second was sent since", async () => {
    expect(await twice("0.34 s [.], ack 11 {nop,nop,TS val 1300 ecr 130}")).toBe(
      "delivered@4 proved by 6, duplicate@5, delivered@6",
    );
  });

  test("the second, though it was sent just before", async () => {
    expect(await twice("0.331 s [.], ack 11 {nop,nop,TS val 1300 ecr 430}")).toBe(
      "lost-or-late, delivered@5 proved by 6, delivered@6",
    );
  });

  test("without it what was sent so shortly before cannot be what it answers", async () => {
    expect(await twice("0.331 s [.], ack 11")).toBe("delivered@4 proved by 6, duplicate@5, delivered@6");
  });

  test("one of three", async () => {
    expect(
      await fates(
        ...WITH_TIMESTAMPS,
        "0.03 c [P.], seq 1:11, ack 1 {nop,nop,TS val 130 ecr 900} +10",
        "0.33 c [P.], seq 1:11, ack 1 {nop,nop,TS val 430 ecr 900} +10",
        "0.93 c [P.], seq 1:11, ack 1 {nop,nop,TS val 1030 ecr 900} +10",
        "0.94 s [.], ack 11 {nop,nop,TS val 1900 ecr 430}",
      ),
    ).toBe("lost-or-late, delivered@5 proved by 7, duplicate@6, delivered@7");
  });
});

/** With SACK and timestamps, two segments of ten octets. */
const TWO_SEGMENTS = [
  "0 c [S], seq 1000 {sackOK,TS val 100 ecr 0}",
  "0.01 s [S.], seq 5000, ack 1001 {sackOK,TS val 900 ecr 100}",
  "0.02 c [.], ack 1 {nop,nop,TS val 120 ecr 900}",
  "0.03 c [P.], seq 1:11, ack 1 {nop,nop,TS val 130 ecr 900} +10",
  "0.031 c [P.], seq 11:21, ack 1 {nop,nop,TS val 131 ecr 900} +10",
];

/** With SACK and timestamps, the first octets again after the peer, which echoes `echo`, missed them for long. */
function missedForLong(echo: number, ...after: readonly string[]): Promise<string> {
  return fates(
    ...TWO_SEGMENTS,
    `0.08 s [.], ack 1 {nop,nop,TS val 970 ecr ${String(echo)},nop,nop,sack 1 {11:21}}`,
    "0.09 c [P.], seq 1:11, ack 1 {nop,nop,TS val 190 ecr 970} +10",
    "0.1 s [.], ack 21 {nop,nop,TS val 990 ecr 190}",
    ...after,
  );
}

describe("what the peer still missed when it must have come", () => {
  test("was lost", async () => {
    expect(await missedForLong(120)).toMatch(/^lost, /u);
  });

  test("may be late where the peer had echoed a later TSval: it discards it then (RFC 7323 section 5.3)", async () => {
    expect(await missedForLong(150)).toMatch(/^lost-or-late, /u);
  });

  test("may be late where a bare RST has the number that it acknowledges", async () => {
    expect(await missedForLong(120, "0.5 s [R], seq 5001")).toMatch(/^lost-or-late, /u);
    expect(await missedForLong(120, "0.5 s [R], seq 5007")).toMatch(/^lost, /u);
  });
});

/** As {@link missedForLong}, with the first octets a third time, which is the copy that came. */
function missedTwice(...after: readonly string[]): Promise<string> {
  return fates(
    ...TWO_SEGMENTS,
    "0.09 c [P.], seq 1:11, ack 1 {nop,nop,TS val 190 ecr 900} +10",
    "0.18 s [.], ack 1 {nop,nop,TS val 1070 ecr 120,nop,nop,sack 1 {11:21}}",
    "0.19 c [P.], seq 1:11, ack 1 {nop,nop,TS val 290 ecr 1070} +10",
    "0.2 s [.], ack 21 {nop,nop,TS val 1090 ecr 290}",
    ...after,
  );
}

describe("of two copies that were lost", () => {
  test("both may be late where the last acknowledgment comes once more: it does not say which came twice", async () => {
    expect(await missedTwice()).toMatch(/^lost, delivered@\d+ proved by \d+, lost, /u);
    const again = "0.5 s [.], ack 21 {nop,nop,TS val 1390 ecr 290}";
    expect(await missedTwice(again)).toMatch(/^lost-or-late, delivered@\d+ proved by \d+, lost-or-late, /u);
  });

  test("both may be late where a D-SACK names them (RFC 2883)", async () => {
    const twice = "0.5 s [.], ack 21 {nop,nop,TS val 1390 ecr 290,nop,nop,sack 1 {1:11}}";
    expect(await missedTwice(twice)).toMatch(/^lost-or-late, delivered@\d+ proved by \d+, lost-or-late, /u);
  });
});

/** Two segments, both again, and the acknowledgment of all. */
function bothAgain(acknowledgment: string): Promise<string> {
  return fates(
    ...HANDSHAKE,
    "0.03 c [P.], seq 1:11, ack 1 +10",
    "0.04 c [P.], seq 11:21, ack 1 +10",
    "0.34 c [P.], seq 1:11, ack 1 +10",
    "0.35 c [P.], seq 11:21, ack 1 +10",
    acknowledgment,
  );
}

/** RFC 2883: the first block names what came twice. */
describe("what came twice came the first time", () => {
  const FIRST = "delivered@4 proved by 8, lost-or-late, duplicate@6, delivered@7 proved by 8, delivered@8";
  const SECOND = "lost-or-late, delivered@5 proved by 8, delivered@6 proved by 8, duplicate@7, delivered@8";

  test("the first of two segments, or the second", async () => {
    expect(await bothAgain("0.36 s [.], ack 21 {nop,nop,sack 1 {1:11}}")).toBe(FIRST);
    expect(await bothAgain("0.36 s [.], ack 21 {nop,nop,sack 1 {11:21}}")).toBe(SECOND);
  });

  test("a block beyond the acknowledgment is none that came twice", async () => {
    expect(
      await fates(
        ...HANDSHAKE,
        "0.03 c [P.], seq 1:11, ack 1 +10",
        "0.33 c [P.], seq 1:11, ack 1 +10",
        "0.34 c [P.], seq 21:31, ack 1 +10",
        "0.35 s [.], ack 11 {nop,nop,sack 1 {21:31}}",
        "0.36 c [P.], seq 11:21, ack 1 +10",
        "0.37 s [.], ack 31",
      ),
    ).toBe(
      "lost-or-late, delivered@5 proved by 7, delivered@6 proved by 7, delivered@7, delivered@8 proved by 9, delivered@9",
    );
  });
});

/** RFC 2018: what a block holds came, whatever is missing before it. */
describe("what was acknowledged selectively", () => {
  test("came the first time; the copy was not needed", async () => {
    expect(
      await fates(
        ...HANDSHAKE,
        "0.03 c [P.], seq 1:11, ack 1 +10",
        "0.04 c [P.], seq 11:21, ack 1 +10",
        "0.05 s [.], ack 1 {nop,nop,sack 1 {11:21}}",
        "0.35 c [P.], seq 1:11, ack 1 +10",
        "0.65 c [P.], seq 11:21, ack 1 +10",
        "0.66 s [.], ack 21",
      ),
    ).toBe(
      "lost-or-late, delivered@5 proved by 6, delivered@6, delivered@7 proved by 9, duplicate@8, delivered@9",
    );
  });

  test("takes a FIN into effect only with what was missing", async () => {
    expect(
      await fates(
        ...HANDSHAKE,
        "0.03 c [P.], seq 1:11, ack 1 +10",
        "0.04 c [FP.], seq 11:21, ack 1 +10",
        "0.05 s [.], ack 1 {nop,nop,sack 1 {11:22}}",
        "0.35 c [P.], seq 1:11, ack 1 +10",
        "0.36 s [.], ack 22",
      ),
    ).toBe("lost-or-late, delivered@7 proved by 8, delivered@6, delivered@7 proved by 8, delivered@8");
  });

  test("in two blocks leaves open what is only in part in one", async () => {
    expect(
      await fates(
        ...HANDSHAKE,
        "0.03 c [P.], seq 1:11, ack 1 +10",
        "0.04 c [P.], seq 11:21, ack 1 +10",
        "0.05 c [P.], seq 21:31, ack 1 +10",
        "0.06 s [.], ack 1 {nop,nop,sack 2 {21:31}{11:16}}",
        "0.36 s [P.], seq 1:6, ack 1 +5",
      ),
    ).toBe("lost-or-ignored, unknown@5, delivered@6 proved by 7, delivered@7, assumed@8");
  });
});

/**
 * Whether a copy is told to be lost takes three things: it was still missed when it must have come, it was never echoed,
 * and nothing tells that it came twice although something would.
 */
describe("a copy that was sent again", () => {
  const WITH_SACK = WITH_TIMESTAMPS.map((words) => words.replace("{TS", "{sackOK,TS"));
  const MISSED = "0.2 s [.], ack 1 {nop,nop,TS val 1100 ecr 120}";
  const again = (
    handshake: readonly string[],
    missed: readonly string[],
    ...after: readonly string[]
  ): Promise<string> =>
    fates(
      ...handshake,
      "0.03 c [P.], seq 1:11, ack 1 {nop,nop,TS val 130 ecr 900} +10",
      ...missed,
      "0.43 c [P.], seq 1:11, ack 1 {nop,nop,TS val 530 ecr 900} +10",
      "0.44 s [.], ack 11 {nop,nop,TS val 1300 ecr 530}",
      ...after,
    );

  test("was lost when the peer missed it long after", async () => {
    expect(await again(WITH_SACK, [MISSED])).toMatch(/^lost, /);
  });

  test("was lost or late when only the echo speaks: its acknowledgment may be what was lost", async () => {
    expect(await again(WITH_SACK, [])).toMatch(/^lost-or-late, /);
  });

  test("was lost or late without SACK: nothing would tell that it came after all", async () => {
    expect(await again(WITH_TIMESTAMPS, [MISSED])).toMatch(/^lost-or-late, /);
  });

  test("is late when its octets are told to have come twice (RFC 2883)", async () => {
    const twice = "0.5 s [.], ack 11 {nop,nop,TS val 1360 ecr 530,nop,nop,sack 1 {1:11}}";
    expect(await again(WITH_SACK, [MISSED], twice)).toMatch(/^lost-or-late, /);
  });

  test("is late when the peer repeats its ACK without a word (RFC 9293 3.10.7.4, first check)", async () => {
    const repeated = "0.5 s [.], ack 11 {nop,nop,TS val 1360 ecr 530}";
    expect(await again(WITH_SACK, [MISSED], repeated)).toMatch(/^lost-or-late, /);
  });

  test("joined with what stands beside it is its copy all the same", async () => {
    const told = await fates(
      ...HANDSHAKE,
      "0.03 c [P.], seq 1:2, ack 1 +1",
      "0.04 c [P.], seq 2:3, ack 1 +1",
      "0.44 c [P.], seq 1:3, ack 1 +2",
      "0.45 s [.], ack 3",
    );
    expect(told).toBe("lost-or-late, lost-or-late, delivered@6 proved by 7, delivered@7");
  });
});

test.each([
  ["seq 10:10, ack 1", "delivered@6"],
  ["seq 10:11, ack 1 +1", "duplicate@6"],
])("a keep-alive (%s) that nobody answers is not told to have come", async (probe, answered) => {
  const told = await fates(
    ...HANDSHAKE,
    "0.03 c [P.], seq 1:11, ack 1 +10",
    "0.04 s [.], ack 11",
    `5 c [.], ${probe}`,
    "5.01 s [.], ack 11",
    `8 c [.], ${probe}`,
  );
  expect(told).toBe(`delivered@4 proved by 5, delivered@5, ${answered}, delivered@7, unknown@8`);
});

/** Rows 5 and 6: the ACK, and the SYN,ACK that comes again behind it. */
describe("a SYN,ACK that comes again behind the ACK", () => {
  const again = async (...copy: readonly string[]): Promise<string> => {
    const told = await fates(
      "0 c [S], seq 1000 {TS val 100 ecr 0}",
      "1 c [S], seq 1000 {TS val 1100 ecr 0}",
      "1.006 s [S.], seq 5000, ack 1001 {TS val 900 ecr 100}",
      "1.007 c [.], ack 1 {nop,nop,TS val 1107 ecr 900}",
      ...copy,
      "3 c [P.], seq 1:11, ack 1 {nop,nop,TS val 3100 ecr 900} +10",
      "3.006 s [.], ack 11 {nop,nop,TS val 2900 ecr 3100}",
    );
    return told.split(", ")[0] ?? "";
  };

  test("sooner than its timer answers the second SYN, which was sent before the ACK: that comes behind it", async () => {
    expect(await again("1.014 s [S.], seq 5000, ack 1001 {TS val 906 ecr 100}")).toBe("delivered@5");
  });

  test("with the same TSval was copied by the network", async () => {
    expect(await again("2.014 s [S.], seq 5000, ack 1001 {TS val 900 ecr 100}")).toBe("delivered@4");
  });

  test("by its timer shows that the ACK did not come", async () => {
    expect(
      await again(
        "2.006 s [S.], seq 5000, ack 1001 {TS val 1900 ecr 100}",
        "2.007 c [.], ack 1 {nop,nop,TS val 2107 ecr 900}",
      ),
    ).toBe("lost-or-ignored");
  });
});
