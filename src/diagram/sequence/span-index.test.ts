import { expect, test } from "vitest";
import { SpanIndex } from "./span-index.ts";

const before = { from: 1, to: 99 };
const into = { from: 1, to: 100 };
const over = { from: 5, to: 5000 };
const inside = { from: 120, to: 121 };
const out = { from: 200, to: 300 };
const after = { from: 201, to: 300 };
const index = new SpanIndex([before, into, over, inside, out, after]);

test("spans that end in the rows are found, wherever they begin", () => {
  expect(index.endingIn(100, 200)).toEqual([into, inside]);
  expect(index.endingIn(6000, 7000)).toEqual([]);
});

test("spans that reach beyond the rows are found, the latest begun first, and no more than wanted", () => {
  expect(index.reachingBeyond(200, 201, 9)).toEqual([out, over]);
  expect(index.reachingBeyond(200, 201, 1)).toEqual([out]);
  expect(index.reachingBeyond(200, 100, 9)).toEqual([over]);
  expect(index.reachingBeyond(5000, 201, 9)).toEqual([]);
});

test("an index without spans finds none", () => {
  const empty = new SpanIndex([]);
  expect(empty.endingIn(1, 9)).toEqual([]);
  expect(empty.reachingBeyond(0, 9, 9)).toEqual([]);
});
