import { expect, test } from "vitest";
import { vantageOf } from "./vantage.ts";

const MS = 1e6;

/** docs/state-machine.md 3.6: `[fastest answer of the client, of the server, end, why]`; nanoseconds. */
const ANSWERS = [
  [0.1 * MS, 10 * MS, 0, "the client answers at once, the server does not"],
  [10 * MS, 0.1 * MS, 1, "the server answers at once, the client does not"],
  [0.99 * MS, 5 * MS, 0, "just within a millisecond and a fifth"],
  [5 * MS, 0.99 * MS, 1, "the same of the server"],
  [MS, 900 * MS, -1, "a millisecond is not at once, however slow the other is"],
  [900 * MS, MS, -1, "neither is it of the server"],
  [0.1 * MS, 0.5 * MS, -1, "a fifth is not less than a fifth"],
  [0.5 * MS, 0.1 * MS, -1, "neither is it of the server"],
  [0.1 * MS, 0.1 * MS, -1, "both are as fast"],
  [Number.NaN, 10 * MS, -1, "the client never answered"],
  [0.1 * MS, Number.NaN, -1, "the server never answered"],
  [0, 10 * MS, -1, "the clock does not tell a segment of the server from its answer"],
  [10 * MS, 0, -1, "nor one of the client"],
] as const;

test.each(ANSWERS)("answers within %d and %d ns: end %i (%s)", (client, server, end) => {
  expect(vantageOf(client, server)).toBe(end);
});
