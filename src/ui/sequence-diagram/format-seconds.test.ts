import { expect, test } from "vitest";
import { decimalsFor, formatSeconds } from "./format-seconds.ts";

test("a column of times shows as many decimals as fit, at most microseconds", () => {
  expect(decimalsFor(458e6, 10)).toBe(6);
  expect(decimalsFor(63_959e6, 7)).toBe(4);
  expect(decimalsFor(123_456_789e9, 10)).toBe(0);
  expect(decimalsFor(NaN, 7)).toBe(5);
});

test("nanoseconds read as seconds; an unknown time is left empty", () => {
  expect(formatSeconds(1_034_500_000, 6)).toBe("1.034500");
  expect(formatSeconds(-2e9, 1)).toBe("−2.0");
  expect(formatSeconds(NaN, 6)).toBe("");
});
