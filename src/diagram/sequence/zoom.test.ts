import { expect, test, vi } from "vitest";
import { layoutOfCase } from "../../testing/drawn-sequence.ts";
import { bandsOf } from "./bands.ts";
import { drawView } from "./draw-view.ts";
import { layOut } from "./layout.ts";
import { metricsFor } from "./metrics.ts";
import { FARTHEST, leastRowHeight, NEAREST, rowsPerTime, stepThatFits, USUAL_ZOOM, zoomAt } from "./zoom.ts";

const usual = layoutOfCase("A01");

function at(step: number) {
  return layOut(usual.analysis, usual.words, metricsFor(620), "even", zoomAt(step));
}

test("each step nearer is higher; the usual one is as without zoom", () => {
  const heights = Array.from({ length: NEAREST - FARTHEST + 1 }, (_, index) => at(FARTHEST + index).height);
  expect(heights).toEqual([...heights].toSorted((a, b) => a - b));
  expect(new Set(heights).size).toBe(heights.length);
  expect(zoomAt(0)).toEqual(USUAL_ZOOM);
  expect([...at(0).tops]).toEqual([...layoutOfCase("A01", 620, "even").tops]);
});

test("a step beyond the last one is the last one", () => {
  expect(zoomAt(99)).toBe(zoomAt(NEAREST));
  expect(zoomAt(-99)).toBe(zoomAt(FARTHEST));
});

test("far rows are as low as they say and hold no words but some times", () => {
  const layout = at(-2);
  expect(layout.tops[1]).toBe((layout.tops[0] ?? 0) + leastRowHeight(zoomAt(-2)));
  const { rows, arrows } = drawView(layout, 0, layout.height);
  expect(arrows).toHaveLength(usual.analysis.segments.length);
  expect(rows.every(({ label, chips, notes }) => label === null && chips.length + notes.length === 0)).toBe(
    true,
  );
  expect(rows.slice(0, 3).map(({ hasTime }) => hasTime)).toEqual([true, false, true]);
  expect(rowsPerTime(zoomAt(-3))).toBe(3);
});

test("bands still follow each other without a gap", () => {
  for (const side of ["client", "server"] as const) {
    const bands = bandsOf(at(FARTHEST), side);
    expect(bands.map(({ state }) => state)).toEqual(bandsOf(usual, side).map(({ state }) => state));
    for (const [index, band] of bands.slice(1).entries()) expect(band.top).toBe(bands[index]?.bottom);
  }
});

test("what fits is the nearest step that does, and high ones are not even laid out", () => {
  const heightAt = vi.fn(() => 600);
  expect(stepThatFits(5, 700, heightAt)).toBe(0);
  expect(stepThatFits(25, 700, heightAt)).toBe(-1);
  expect(stepThatFits(50, 700, heightAt)).toBe(-2);
  heightAt.mockClear();
  expect(stepThatFits(1_000_000, 700, heightAt)).toBe(FARTHEST);
  expect(heightAt).not.toHaveBeenCalled();
  expect(stepThatFits(5, 500, heightAt)).toBe(FARTHEST);
});
