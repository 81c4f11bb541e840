import { expect, test } from "vitest";
import { summary } from "../../testing/connection-summaries.ts";
import { markedAfter } from "./marking.ts";

const LISTED = [4, 2, 7, 1, 9].map((id) => summary(id));
const ONE = { isRange: false, isMore: false };
const MORE = { isRange: false, isMore: true };
const RANGE = { isRange: true, isMore: false };

test("a plain click marks nothing, Ctrl marks one more or less", () => {
  expect(markedAfter([4, 2], 7, ONE, LISTED)).toEqual([]);
  expect(markedAfter([4], 7, MORE, LISTED)).toEqual([4, 7]);
  expect(markedAfter([4, 7], 4, MORE, LISTED)).toEqual([7]);
});

test("Shift marks all from the first marked one on, in the order of the list", () => {
  expect(markedAfter([2], 1, RANGE, LISTED)).toEqual([2, 7, 1]);
  expect(markedAfter([2, 7, 1], 9, RANGE, LISTED)).toEqual([2, 7, 1, 9]);
  expect(markedAfter([2, 7, 1], 4, RANGE, LISTED)).toEqual([2, 4]);
  expect(markedAfter([], 7, RANGE, LISTED)).toEqual([7]);
  expect(markedAfter([55], 7, RANGE, LISTED)).toEqual([7]);
});
