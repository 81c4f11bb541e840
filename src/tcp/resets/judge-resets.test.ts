import { describe, expect, test } from "vitest";
import { analyseText, story } from "../../testing/story.ts";

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
