import { expect, test } from "vitest";
import { SpanIndex } from "./span-index.ts";

test("spans that touch the rows are found once, wherever they begin and end", () => {
  const index = new SpanIndex<{ from: number; to: number }>();
  const [before, into, over, inside, after] = [
    { from: 1, to: 99 },
    { from: 1, to: 100 },
    { from: 5, to: 5000 },
    { from: 120, to: 121 },
    { from: 201, to: 300 },
  ] as const;
  for (const span of [before, into, over, inside, after]) index.add(span);
  expect(index.between(100, 200)).toEqual([into, over, inside]);
  expect(index.between(6000, 7000)).toEqual([]);
});
