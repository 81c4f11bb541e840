import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestRun } from "./longest-run.ts";

describe("longestRun", () => {
  test("keeps everything that is in order", () => {
    expect(longestRun([1, 1, 2, 5])).toEqual([true, true, true, true]);
  });

  test("leaves out what stands above or below its neighbours", () => {
    expect(longestRun([1, 9, 2, 3])).toEqual([true, false, true, true]);
    expect(longestRun([5, 6, 0, 7])).toEqual([true, true, false, true]);
  });

  test("prefers the element nearer to its successor", () => {
    expect(longestRun([1, 50, 10, 51, 60])).toEqual([true, true, false, true, true]);
  });

  test("always is non-decreasing and as long as the longest", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 }), (values) => {
        const kept = values.filter((_, i) => longestRun(values)[i]);
        expect(kept).toEqual(kept.toSorted((a, b) => a - b));
        expect(kept.length).toBe(lengthOfLongest(values));
      }),
    );
  });
});

/** By trying every subset. */
function lengthOfLongest(values: readonly number[]): number {
  let longest = 0;
  for (let subset = 0; subset < 1 << values.length; subset++) {
    const some = values.filter((_, i) => (subset >> i) & 1);
    if (some.every((value, i) => i === 0 || value >= (some[i - 1] ?? 0)))
      longest = Math.max(longest, some.length);
  }
  return longest;
}
