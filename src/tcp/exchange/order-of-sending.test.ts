import { describe, expect, test } from "vitest";
import { analyseCompact, analyseText } from "../../testing/story.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import { Finding } from "../analysis.ts";
import { statePath } from "../states.ts";

/** The segments that were sent before one that stands in front of them, by number. */
function capturedLate({ findings }: ConnectionAnalysis): number[] {
  return Array.from(findings, (found, index) =>
    (found & Finding.CapturedLate) === 0 ? 0 : index + 1,
  ).filter((position) => position > 0);
}

const C = "10.0.0.1.4000 > 10.0.0.2.80";
const S = "10.0.0.2.80 > 10.0.0.1.4000";

/** Two segments of the client, the second captured first, with these options. */
async function swapped(second: string, first: string): Promise<number[]> {
  const [analysis] = await analyseText(`12:00:00.00 IP ${C}: Flags [S], seq 1000, win 512, length 0
12:00:00.01 IP ${S}: Flags [S.], seq 5000, ack 1001, win 512, length 0
12:00:00.02 IP ${C}: Flags [.], ack 1, win 512, length 0
12:00:00.03 IP ${S}: Flags [P.], seq 1:6, ack 1, win 512, length 5
12:00:00.04 IP ${C}: Flags [P.], seq 11:21, ack 6, win 512${second}, length 10
12:00:00.05 IP ${C}: Flags [P.], seq 1:11, ack 1, win 512${first}, length 10
12:00:00.06 IP ${S}: Flags [.], ack 21, win 512, length 0`);
  if (analysis === undefined) throw new Error("no connection");
  return capturedLate(analysis);
}

function timestamp(value: number): string {
  return `, options [nop,nop,TS val ${value} ecr 9]`;
}

/** docs/state-machine.md 5.6: RCV.NXT never goes back. */
describe("a segment that acknowledges less and stands further back than one before it", () => {
  test("was sent before that", async () => {
    expect(await swapped("", "")).toEqual([6]);
  });

  test("unless its timestamp is later: then it was sent again (RFC 7323)", async () => {
    expect(await swapped(timestamp(150), timestamp(130))).toEqual([6]);
    expect(await swapped(timestamp(150), timestamp(150))).toEqual([6]);
    expect(await swapped(timestamp(150), timestamp(151))).toEqual([]);
    expect(await swapped(timestamp(5), timestamp(4294967290))).toEqual([6]);
    expect(await swapped(timestamp(4294967290), timestamp(5))).toEqual([]);
  });

  test("the timestamp of one of them alone tells nothing", async () => {
    expect(await swapped(timestamp(150), "")).toEqual([6]);
    expect(await swapped("", timestamp(160))).toEqual([6]);
  });
});

const EXCHANGES = [
  ["cS sS. c. sP.+5 cP.@11+10/6 cP.@1+10/1", [6], "by one segment"],
  [
    "cS sS. c. sP.+5 cP.@11+10/6 cP.@1+10/6",
    [],
    "it acknowledges as much: it may have been lost and sent again",
  ],
  ["cS sS. c. sP.+5 cP.@6+10/6 cP.@1+10/1", [], "it reaches into the other: that is a repetition"],
  ["cS sS. c. sP.+5 cP.@11+10/6 s. cP.@1+10/1", [7], "segments of the other end do not matter"],
  ["sS.@0/=1001 cS@=1000 c.", [2], "a SYN behind its answer"],
  ["cS sS. c. sP.+5 cP.@11+10/6 cR.@1/1", [], "a RST is never taken for late"],
  ["cS sS. c. sP.+5 c./6 sF. c.@2/7 cF.@1/6", [8], "a FIN"],
] as const;

test.each(EXCHANGES)("%s: %j (%s)", (compact, expected) => {
  expect(capturedLate(analyseCompact(compact))).toEqual(expected);
});

test("nothing is moved over more than 16 segments", () => {
  const exchange = (between: number): string =>
    `cS sS. c. sP.+5 cP.@11+10/6 ${"s. ".repeat(between)} cP.@1+10/1`;
  expect(capturedLate(analyseCompact(exchange(15)))).toEqual([21]);
  expect(capturedLate(analyseCompact(exchange(16)))).toEqual([]);
});

test("a FIN that was captured late left before the FIN came that it does not acknowledge", () => {
  const analysis = analyseCompact("cS sS. c. sP.+5 c./6 sF. c.@2/7 cF.@1/6 s./2");
  const path = ["CLOSED", "SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "CLOSING", "TIME-WAIT"];
  expect(statePath(analysis, "client")).toEqual(path);
});
