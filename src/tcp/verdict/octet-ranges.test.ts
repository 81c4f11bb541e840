import { expect, test } from "vitest";
import { OctetRanges } from "./octet-ranges.ts";

function countOf(...ranges: readonly (readonly [number, number])[]): number {
  const octets = new OctetRanges();
  for (const [from, length] of ranges) octets.add(from, length);
  return octets.count();
}

test("an octet that is sent again counts once, in whatever order and pieces it comes", () => {
  expect(countOf([1, 100], [101, 100])).toBe(200);
  expect(countOf([1, 100], [1, 100])).toBe(100);
  expect(countOf([1, 100], [51, 20])).toBe(100);
  expect(countOf([1, 100], [301, 100], [101, 200])).toBe(400);
  expect(countOf([301, 100], [1, 100], [51, 300])).toBe(400);
  expect(countOf([301, 100], [1, 500], [201, 10])).toBe(500);
});

test("what is missing between two ranges does not count", () => {
  expect(countOf([1, 100], [201, 100])).toBe(200);
  expect(countOf([201, 100], [1, 100])).toBe(200);
});

test("an end that starts again has sent nothing before", () => {
  const octets = new OctetRanges();
  octets.add(201, 100);
  octets.add(1, 100);
  octets.clear();
  expect(octets.count()).toBe(0);
  octets.add(1, 5);
  expect(octets.count()).toBe(5);
});
