import { expect, test } from "vitest";
import { layStrip, rowsInSight } from "./use-row-window.ts";

test("what is in sight and eight rows either side", () => {
  expect(rowsInSight(1000, 100, 1_000_000, 10)).toEqual({ first: 92, end: 118 });
});

test("never more rows than there are", () => {
  expect(rowsInSight(0, 100, 3, 10)).toEqual({ first: 0, end: 3 });
  expect(rowsInSight(500, 100, 3, 10)).toEqual({ first: 3, end: 3 });
});

test("a list that browsers can draw is scrolled pixel by pixel", () => {
  const strip = layStrip(48_000, 600);
  expect([strip.height, strip.toList(1234), strip.toScroll(1234)]).toEqual([48_000, 1234, 1234]);
});

test("a list of a million rows is reached to its last pixel", () => {
  const listHeight = 48_000_000;
  const strip = layStrip(listHeight, 600);
  expect(strip.height).toBeLessThan(17_800_000);
  expect(strip.toList(0)).toBe(0);
  expect(strip.toList(strip.height - 600)).toBeCloseTo(listHeight - 600, 3);
  expect(strip.toList(strip.toScroll(31_415_926))).toBeCloseTo(31_415_926, 3);
});
