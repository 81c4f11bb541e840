import { expect, test } from "vitest";
import { crossPath, headPath, linePath, neckOf } from "./arrow-path.ts";

test("a line goes through its points", () => {
  expect(
    linePath([
      [0, 0],
      [10.04, 2.26],
    ]),
  ).toBe("M0,0L10,2.3");
});

test("a head is a triangle 9 long and 7 wide, and the line ends at its back", () => {
  expect(headPath([0, 0], [100, 0])).toBe("M91,3.5L100,0L91,-3.5Z");
  expect(neckOf([0, 0], [100, 0])).toEqual([91, 0]);
  expect(headPath([100, 5], [0, 5])).toBe("M9,1.5L0,5L9,8.5Z");
});

test("a cross lies round its point", () => {
  expect(crossPath([10, 20], 5)).toBe("M5,15L15,25M5,25L15,15");
});
