import { expect, test } from "vitest";
import { nowWithin, rowBlocks } from "./row-blocks.ts";

test("blocks hold all rows in their order; what lies above the view is one of them, and the next view has the same", () => {
  const view = [3, 1, ...Array.from({ length: 30 }, (_, index) => 10 + index)];
  const blocks = rowBlocks(view, 10, (at) => at);
  expect(blocks.flatMap(({ rows }) => rows)).toEqual(view);
  expect(blocks[0]?.rows).toEqual([3, 1]);
  expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
  const below = rowBlocks(view.slice(7), 15, (at) => at);
  const shared = blocks.filter(({ key }) => below.some((block) => block.key === key)).slice(1);
  expect(shared.length).toBeGreaterThan(2);
  for (const { key, rows } of shared) expect(below.find((block) => block.key === key)?.rows).toEqual(rows);
});

test("a position beyond rows is the same for them as the one next to them", () => {
  expect([1, 7, 8, 12, 15, 16, 99].map((position) => nowWithin(position, 8, 15))).toEqual([
    7, 7, 8, 12, 15, 16, 16,
  ]);
});
