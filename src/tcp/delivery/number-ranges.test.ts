import { expect, test } from "vitest";
import { NumberRanges } from "./number-ranges.ts";

function within(...added: readonly (readonly [start: number, end: number])[]): number[] {
  const ranges = new NumberRanges();
  for (const [start, end] of added) ranges.add(start, end);
  return Array.from({ length: 40 }, (_, number) => number).filter((number) => ranges.has(number));
}

test("a range holds the numbers behind its start up to its end", () => {
  expect(within([10, 12])).toEqual([11, 12]);
  expect(within([10, 10])).toEqual([]);
  expect(within([Number.NaN, 12])).toEqual([]);
});

test("ranges in any order, overlapping, touching or within each other, hold what each of them holds", () => {
  expect(within([20, 22], [10, 12])).toEqual([11, 12, 21, 22]);
  expect(within([10, 13], [12, 15])).toEqual([11, 12, 13, 14, 15]);
  expect(within([12, 14], [10, 12])).toEqual([11, 12, 13, 14]);
  expect(within([10, 12], [14, 15], [20, 22], [11, 14])).toEqual([11, 12, 13, 14, 15, 21, 22]);
  expect(within([10, 20], [12, 13])).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
});

test("nothing is in no range, and NaN is in none", () => {
  const ranges = new NumberRanges();
  expect(ranges.has(0)).toBe(false);
  ranges.add(0, 9);
  expect(ranges.has(Number.NaN)).toBe(false);
});
