import { expect, test } from "vitest";
import { bisect } from "./bisect.ts";

const SORTED = [1, 3, 3, 3, 7];

function firstAtLeast(value: number, low = 0, high = SORTED.length): number {
  return bisect(low, high, (index) => (SORTED[index] ?? 0) < value);
}

test("the first that is not before", () => {
  expect([0, 1, 2, 3, 4, 7, 8].map((value) => firstAtLeast(value))).toEqual([0, 0, 1, 1, 4, 4, 5]);
});

test("only between the bounds", () => {
  expect(firstAtLeast(3, 2)).toBe(2);
  expect(firstAtLeast(7, 0, 3)).toBe(3);
  expect(firstAtLeast(3, 2, 2)).toBe(2);
});

test("asks no more than the binary logarithm of how many there are", () => {
  let asked = 0;
  const found = bisect(0, 1e6, (index) => {
    asked++;
    return index < 123_456;
  });
  expect(found).toBe(123_456);
  expect(asked).toBeLessThanOrEqual(20);
});
