import { expect, test } from "vitest";
import { FATES, type Fate } from "../../tcp/analysis.ts";
import { layoutOfCase } from "../../testing/drawn-sequence.ts";
import { drawArrow } from "./draw-arrow.ts";
import type { SequenceLayout } from "./layout.ts";

test("an arrow falls from the sender's lifeline to the receiver's and ends in a head", () => {
  expect(drawArrow(layoutOfCase("A01"), 1)).toEqual({
    position: 1,
    fate: "delivered",
    path: "M176,62L503,77.6",
    wait: null,
    head: "M502.8,81.1L512,78L503.2,74.1Z",
    cross: null,
    doubt: null,
    arrival: null,
  });
});

/** The layout of a case in which the first segment has that fate. */
function layoutWithFate(id: string, fate: Fate): SequenceLayout {
  const layout = layoutOfCase(id);
  return {
    ...layout,
    analysis: { ...layout.analysis, fate: layout.analysis.fate.with(0, FATES.indexOf(fate)) },
  };
}

test("a lost segment ends in a cross half way", () => {
  const arrow = drawArrow(layoutWithFate("A03", "lost"), 1);
  expect(arrow).toMatchObject({ fate: "lost", head: null, doubt: null });
  expect(arrow.path).toBe("M176,62L344,70");
  expect(arrow.cross).toBe("M339,65L349,75M339,75L349,65");
});

test("what was lost or late has neither a cross nor a head, and goes as far as the lifeline", () => {
  const arrow = drawArrow(layoutOfCase("A03"), 1);
  expect(arrow).toMatchObject({ fate: "lost-or-late", head: null, cross: null, doubt: null });
  expect(arrow.path).toBe("M176,62L512,78");
});

test("what may have arrived ends before the lifeline, at a question mark", () => {
  const arrow = drawArrow(layoutWithFate("A03", "unknown"), 1);
  expect(arrow).toMatchObject({ fate: "unknown", cross: null, doubt: { x: 498, y: 77 } });
  expect(arrow.head).toContain("488,76.9");
});

test("what is never answered fades towards a question mark", () => {
  const arrow = drawArrow(layoutOfCase("A04"), 1);
  expect(arrow).toMatchObject({ fate: "no-answer", head: null, cross: null, doubt: { x: 498, y: 77 } });
  expect(arrow.path).toBe("M176,62L512,78");
});

test("a SYN that crosses another goes straight to the row in which it arrives", () => {
  const layout = layoutOfCase("A16");
  const crossing = drawArrow(layout, 1);
  expect(crossing.wait).toBeNull();
  expect(crossing.head).toContain(`512,${(layout.tops[1] ?? 0) + (layout.leads[1] ?? 0) + 16}`);
});

test("what lands in a later row says there which segment it is", () => {
  const layout = layoutOfCase("B06");
  const { arrivesAt, segments } = layout.analysis;
  const row = 11;
  const late = [6, 7, 8];
  expect(late.map((position) => arrivesAt[position - 1])).toEqual([row + 1, row + 1, row + 1]);
  const landing = (layout.tops[row] ?? 0) + (layout.leads[row] ?? 0) + layout.metrics.slant;
  expect(late.map((position) => drawArrow(layout, position).arrival)).toEqual(
    late.map((position, order) => ({
      text: `seq=${segments.sequenceNumber[position - 1]}`,
      x: layout.room.right,
      y: landing + 11 * order + 3,
    })),
  );
});
