import { expect, test } from "vitest";
import { rowsInSight } from "./use-row-window.ts";

test("what is in sight and eight rows either side", () => {
  expect(rowsInSight(1000, 100, 1_000_000, 10)).toEqual({ first: 92, end: 118 });
});

test("never more rows than there are", () => {
  expect(rowsInSight(0, 100, 3, 10)).toEqual({ first: 0, end: 3 });
  expect(rowsInSight(500, 100, 3, 10)).toEqual({ first: 3, end: 3 });
});
