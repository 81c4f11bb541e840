import { describe, expect, test } from "vitest";
import { analyseCompact, analyseText, fateWords, story } from "../../testing/story.ts";

const A = "10.0.0.1.40000";
const B = "10.0.0.2.80";

/** Two segments of the server and a RST behind both, and what follows, in a text with or without times. */
async function afterReset(lines: readonly string[], hasTimes: boolean): Promise<string[]> {
  const all = [
    `IP ${A} > ${B}: Flags [S], seq 1000, win 64240, length 0`,
    `IP ${B} > ${A}: Flags [S.], seq 5000, ack 1001, win 64240, length 0`,
    `IP ${A} > ${B}: Flags [.], ack 1, win 64240, length 0`,
    `IP ${B} > ${A}: Flags [P.], seq 1:101, ack 1, win 64240, length 100`,
    `IP ${B} > ${A}: Flags [P.], seq 101:201, ack 1, win 64240, length 100`,
    `IP ${B} > ${A}: Flags [R], seq 5201, win 0, length 0`,
    ...lines,
  ];
  const printed = all.map((line, at) => (hasTimes ? `12:00:00.${String(100 + at * 10)}000 ${line}` : line));
  const [analysis, ...others] = await analyseText(printed.join("\n"));
  if (analysis === undefined || others.length > 0) throw new Error("not one connection");
  return story(analysis).slice(-1);
}

const ACK_OF_FIRST = `IP ${A} > ${B}: Flags [.], ack 101, win 64240, length 0`;
const ACK_OF_BOTH = `IP ${A} > ${B}: Flags [.], ack 201, win 64240, length 0`;
const AGAIN = `IP ${B} > ${A}: Flags [P.], seq 101:201, ack 1, win 64240, length 100`;

/** RFC 5961 section 3.2: only a RST at RCV.NXT ends the connection, and each ACK carries RCV.NXT. */
describe("a RST ahead of what its receiver had taken", () => {
  test.each([true, false])(
    "is not exact where the receiver misses the same still (times: %s)",
    async (has) => {
      expect(await afterReset([ACK_OF_FIRST, AGAIN, ACK_OF_FIRST], has)).toEqual([
        "client ACK: ESTABLISHED, ESTABLISHED",
      ]);
    },
  );

  test.each([true, false])("is not exact behind any number of RSTs of its kind (times: %s)", async (has) => {
    const reset = `IP ${B} > ${A}: Flags [R], seq 5201, win 0, length 0`;
    expect(await afterReset([reset, reset, ACK_OF_FIRST, AGAIN, ACK_OF_FIRST], has)).toEqual([
      "client ACK: ESTABLISHED, ESTABLISHED",
    ]);
  });

  test("may have been crossed by ACKs where there are no times and its sender sends no more", async () => {
    expect(await afterReset([ACK_OF_FIRST, ACK_OF_BOTH], false)).toEqual(["client ACK: CLOSED?, CLOSED"]);
  });
});

/** A server that closes; its FIN is acknowledged, and 2 ms later its RST comes, which left before; then `late`. */
async function afterCrossing(late: string): Promise<string> {
  const [analysis] = await analyseText(
    [
      `12:00:00.000 IP ${A} > ${B}: Flags [S], seq 1000, win 64240, options [TS val 100 ecr 0], length 0`,
      `12:00:00.020 IP ${B} > ${A}: Flags [S.], seq 5000, ack 1001, win 64240, options [TS val 900 ecr 100], length 0`,
      `12:00:00.021 IP ${A} > ${B}: Flags [.], ack 1, win 64240, options [TS val 121 ecr 900], length 0`,
      `12:00:00.200 IP ${B} > ${A}: Flags [F.], seq 1, ack 1, win 64240, options [TS val 1070 ecr 121], length 0`,
      `12:00:00.201 IP ${A} > ${B}: Flags [.], ack 2, win 64240, options [TS val 301 ecr 1070], length 0`,
      `12:00:00.203 IP ${B} > ${A}: Flags [R.], seq 2, ack 1, win 64240, options [TS val 1072 ecr 121], length 0`,
      late,
    ].join("\n"),
  );
  if (analysis === undefined) throw new Error("no connection");
  return story(analysis)[4] ?? "";
}

test("a late copy of a FIN, with its TSval, does not show that its sender goes on behind its RST", async () => {
  const copy = `12:00:00.500 IP ${B} > ${A}: Flags [F.], seq 1, ack 1, win 64240, options [TS val 1070 ecr 121], length 0`;
  const more = `12:00:00.500 IP ${B} > ${A}: Flags [.], seq 2, ack 1, win 64240, options [TS val 1370 ecr 301], length 0`;
  expect(await afterCrossing(copy)).toContain("FIN-WAIT-1");
  expect(await afterCrossing(more)).toContain("FIN-WAIT-2");
});

test("a RST at SND.NXT is exact where the first ACK of its sender had no sequence number", async () => {
  const [analysis] = await analyseText(
    [
      `12:00:00.000 IP ${B} > ${A}: Flags [.], ack 1, win 64240, length 0`,
      `12:00:00.100 IP ${A} > ${B}: Flags [P.], seq 1:101, ack 1, win 64240, length 100`,
      `12:00:00.200 IP ${B} > ${A}: Flags [P.], seq 1:101, ack 101, win 64240, length 100`,
      `12:00:00.300 IP ${B} > ${A}: Flags [R.], seq 101, ack 101, win 0, length 0`,
    ].join("\n"),
  );
  expect(analysis?.annotations.map(({ kind }) => kind)).toEqual(["rst-abort"]);
});

/** Both states after an exchange, what became of its last segment, and what is noted of it. */
function endOf(compact: string): string {
  const analysis = analyseCompact(compact);
  const states = story(analysis).at(-1)?.split(": ")[1];
  const noted = analysis.annotations.filter(({ position }) => position === analysis.segments.length);
  return [states, fateWords(analysis).at(-1), ...noted.map(({ kind }) => kind)].join("; ");
}

/** docs/state-machine.md 6.4: the server acknowledges five octets, RCV.NXT is 6, and offers 100 octets from there. */
describe("a RST is held against RCV.NXT and the window (RFC 5961 section 3.2)", () => {
  test.each([
    ["at RCV.NXT", "s.:w100 cR@6", "CLOSED, CLOSED?; delivered@6; rst-reply"],
    ["one below it", "s.:w100 cR@5", "CLOSED?, ESTABLISHED; delivered@6; rst-bare; rst-outside"],
    ["one above it", "s.:w100 cR@7", "CLOSED?, CLOSED?; delivered@6; rst-bare; rst-not-exact"],
    [
      "at the last octet of the window",
      "s.:w100 cR@105",
      "CLOSED?, CLOSED?; delivered@6; rst-bare; rst-not-exact",
    ],
    ["behind the window", "s.:w100 cR@106", "CLOSED?, ESTABLISHED; delivered@6; rst-bare; rst-outside"],
  ])("%s", (_, end, words) => {
    expect(endOf(`cS sS. c. cP.+5 ${end}`)).toBe(words);
  });

  test("which counts in units of the scale", () => {
    const open = "cS:ws0 sS.:ws2 c. cP.+5 s.:w100";
    expect(endOf(`${open} cR@405`)).toBe("CLOSED?, CLOSED?; delivered@6; rst-bare; rst-not-exact");
    expect(endOf(`${open} cR@406`)).toBe("CLOSED?, ESTABLISHED; delivered@6; rst-bare; rst-outside");
  });

  test("one below it behind a FIN is taken in CLOSE-WAIT and LAST-ACK, as Linux does, not in TIME-WAIT", () => {
    expect(endOf("cS sS. c. cF. s. cR@1")).toBe("CLOSED?, CLOSED?; delivered@6; rst-bare");
    expect(endOf("cS sS. c. cF. s. sF. cR@1")).toBe("CLOSED?, CLOSED?; delivered@7; rst-bare");
    expect(endOf("cS sS. c. cF. s. sF. c. sR@1")).toContain("rst-outside");
    expect(endOf("cS sS. c. cF. s. cR@0")).toContain("rst-outside");
  });
});

describe("an abort that follows vain retransmissions", () => {
  test.each([
    ["is doubtful after a long silence", "cS sS. c. cP.+5 ~1 cP.@1+5 ~1 cR.@6", "doubtful"],
    ["is not within 200 ms", "cS sS. c. cP.+5 ~0.05 cP.@1+5 ~0.05 cR.@6", "delivered"],
    ["is not where nothing was sent again", "cS sS. c. cP.+5 ~1 cR.@6", "delivered"],
    ["is not within three round trips", "cS ~0.5 sS. c. cP.+5 ~0.4 cP.@1+5 ~0.4 cR.@6", "delivered"],
    ["is after three round trips", "cS ~0.5 sS. c. cP.+5 ~0.4 cP.@1+5 ~2 cR.@6", "doubtful"],
    ["nor is a RST that is no abort", "cS sS. c. cP.+5 ~1 cP.@1+5 ~1 cR@6", "delivered"],
  ])("%s", (_, compact, fate) => {
    expect(endOf(compact)).toContain(`CLOSED, ${fate === "doubtful" ? "ESTABLISHED" : "CLOSED"}?; ${fate}@`);
  });
});

describe("an exact RST after which its receiver goes on", () => {
  test.each([
    [
      "later than it could have crossed was lost or ignored",
      "cR.@1 ~1 s.",
      "CLOSED, ESTABLISHED?",
      "lost-or-ignored@4",
    ],
    [
      "sooner than 200 ms was crossed, and comes behind it",
      "cR.@1 ~0.1 s.",
      "CLOSED, CLOSED?",
      "delivered@5",
    ],
    ["both, was lost or ignored", "cR.@1 ~0.1 s. ~0.2 s.", "CLOSED, ESTABLISHED?", "lost-or-ignored@4"],
  ])("%s", (_, end, states, fate) => {
    const analysis = analyseCompact(`cS sS. c. ${end}`);
    expect(story(analysis).at(-1)).toBe(`server ACK: ${states}`);
    expect(fateWords(analysis)[3]).toBe(fate);
  });
});
