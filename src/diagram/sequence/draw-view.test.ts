import { expect, test } from "vitest";
import { layoutOfCase } from "../../testing/drawn-sequence.ts";
import { drawView, extentOf } from "./draw-view.ts";

test("only rows in view are drawn", () => {
  const layout = layoutOfCase("A01");
  const view = drawView(layout, 100, 140);
  expect(view.rows.map(({ position }) => position)).toEqual([2]);
  expect([view.first, view.last]).toEqual([2, 2]);
  expect(view.rows[0]).toMatchObject({ top: 85, departure: 113 });
  expect(view.arrows.map(({ position }) => position)).toEqual([1, 2]);
  expect(view.listen).toBeNull();
  expect(view.tail).toEqual([]);
});

test("what was in the view before is taken over as it is", () => {
  const layout = layoutOfCase("C01");
  const before = drawView(layout, 0, 200);
  const after = drawView(layout, 150, 350, before);
  const shared = after.rows.filter((row) => before.rows.includes(row));
  expect(shared.length).toBeGreaterThan(0);
  expect(after).toEqual(drawView(layout, 150, 350));
  expect(drawView({ ...layout }, 150, 350, before).rows.some((row) => before.rows.includes(row))).toBe(false);
});

test("far down, what is drawn counts from nearby", () => {
  const layout = layoutOfCase("C01");
  const deep = {
    ...layout,
    tops: layout.tops.map((top) => top + 1_000_000),
    height: layout.height + 1_000_000,
  };
  const [near, far] = [drawView(layout, 40, 200), drawView(deep, 1_000_040, 1_000_200)];
  expect(far.origin).toBe(1_000_000);
  expect(far.rows).toEqual(near.rows);
});

test("at the very top stands listen(), at the very end what a clock does", () => {
  const layout = layoutOfCase("C01");
  const view = drawView(layout, 0, layout.height);
  expect(view.listen?.text).toBe("listen");
  expect(view.tail.map(({ lines }) => lines[0]?.text)).toEqual(["2MSL timer, 59.99 s later"]);
});

test("a bracket goes from beside the first copy to beside the second", () => {
  const { brackets } = drawView(layoutOfCase("A03"), 0, 999);
  expect(brackets).toHaveLength(1);
  expect(brackets[0]?.path).toMatch(/^M178,66L183,69L183,\d+L178,\d+$/u);
});

test("standing at a segment, its row and its landing must be in view", () => {
  const layout = layoutOfCase("A01");
  expect(extentOf(layout, 0)).toEqual({ top: 0, bottom: 34 });
  expect(extentOf(layout, 1)).toEqual({ top: 34, bottom: 85 });
  expect(extentOf(layout, 3)).toEqual({ top: 151, bottom: 257 });
});
