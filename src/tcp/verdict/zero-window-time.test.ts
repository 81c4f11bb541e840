import { expect, test } from "vitest";
import { analyseCompact } from "../../testing/story.ts";
import { zeroWindowTime } from "./zero-window-time.ts";

const SECOND = 1e9;

test.each([
  ["no window was closed", "cS sS. c. ~5 cP.+10 s.", 0],
  ["until it is opened again", "cS sS. c. cP.+10 s.:w0 ~3 s. ~9 c.", 3],
  ["until the end, where it stays closed", "cS sS. c. cP.+10 s.:w0 ~3 c. ~4 s.:w0", 7],
  ["of both ends together", "cS sS. c.:w0 ~1 s.:w0 ~2 c. ~3 s.", 8],
])("the time of closed windows: %s", (_, compact, seconds) => {
  expect(Math.round(zeroWindowTime(analyseCompact(compact)) / SECOND)).toBe(seconds);
});
