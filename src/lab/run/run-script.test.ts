import { expect, test } from "vitest";
import { runText } from "../../testing/run-text.ts";

const TALK = "s: listen\nc: connect\nc: send 100000\n";

test.each([
  ["an octet is read each nanosecond", `${TALK}s: after accepted read 1 per 0.001us\n`, "events"],
  ["it sends more than a person can look at", "s: listen\nc: connect\nc: send 4294967295\n", "segments"],
  ["it waits for more than an hour", `${TALK}c: at 5000s send 5\n`, "time"],
  ["it ends by itself", TALK, null],
])("a run says why it was stopped where %s", (_, script, why) => {
  expect(runText(script).stopped).toBe(why);
});

test("an MSS of one octet is no mistake: each segment holds one, also where options take 12", () => {
  const { segments } = runText("mss 1\nprofile linux\ns: listen\nc: connect\nc: send 3\n");
  expect(segments.filter(({ octets }) => octets > 0).map(({ octets }) => octets)).toEqual([1, 1, 1]);
});
