import { expect, test } from "vitest";
import { heightOfGap, proportionalScale } from "./time-scale.ts";

const MILLISECOND = 1e6;
const SECOND = 1e9;

test("in the even scale no time takes space", () => {
  expect(heightOfGap("even", 100 * SECOND, 1)).toBe(0);
});

test("compressed, silences from 100 ms on take a little space, more the longer they are", () => {
  const heights = [99 * MILLISECOND, 100 * MILLISECOND, SECOND, 10 * SECOND, 3600 * SECOND].map((time) =>
    heightOfGap("compressed", time, 0),
  );
  expect(heights).toEqual([0, 24, 32, 40, 56]);
});

test("proportional, space is in proportion to time, up to a limit", () => {
  const perNanosecond = proportionalScale(2 * SECOND, 4, 50);
  expect(perNanosecond).toBe(1e-7);
  const heights = [SECOND, SECOND / 2, 100 * SECOND].map((time) =>
    heightOfGap("proportional", time, perNanosecond),
  );
  expect(heights).toEqual([100, 50, 2000]);
});

test("times that are unknown or run backward take no space", () => {
  expect(heightOfGap("compressed", NaN, 0)).toBe(0);
  expect(heightOfGap("proportional", -SECOND, 1)).toBe(0);
  expect(proportionalScale(NaN, 4, 50)).toBe(0);
});
