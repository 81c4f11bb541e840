import { describe, expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { plainWords } from "../../testing/plain-words.ts";
import { shareOf } from "../../testing/share-of-cases.ts";
import { STATE_CASES } from "../../testing/state-cases.ts";
import type { DrawnRow } from "./draw-row.ts";
import { drawView } from "./draw-view.ts";
import { layOut, type SequenceLayout } from "./layout.ts";
import { metricsFor } from "./metrics.ts";
import { noteWidth } from "./stack-notes.ts";
import { FARTHEST, NEAREST, zoomAt } from "./zoom.ts";

interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Stroke = readonly [x1: number, y1: number, x2: number, y2: number];

function centred(what: string, x: number, y: number, width: number): Box {
  return { what, left: x - width / 2, right: x + width / 2, top: y - 9, bottom: y + 2 };
}

function boxesOf({ metrics }: SequenceLayout, row: DrawnRow): Box[] {
  const { label, silence } = row;
  return [
    ...(label ? [centred(label.text, label.x, label.y, label.text.length * metrics.labelCharacter)] : []),
    ...row.chips.map(({ text, x, y, width }) => ({
      what: text,
      left: x,
      right: x + width,
      top: y - 7,
      bottom: y + 7,
    })),
    ...row.notes.map(({ text, x, y, side }) => {
      const width = noteWidth(text, metrics);
      return centred(text, side === "client" ? x + width / 2 : x - width / 2, y, width);
    }),
    ...(silence
      ? [centred(silence.text, silence.x, silence.y + 4, noteWidth(`… ${silence.text} …`, metrics))]
      : []),
  ];
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** `M1,2L3,4L5,6` as strokes. */
function strokesOf(path: string): Stroke[] {
  return path
    .split("M")
    .filter(Boolean)
    .flatMap((part) => {
      const points = part
        .replace("Z", "")
        .split("L")
        .map((point) => point.split(",").map(Number));
      return points.slice(1).map(([x = NaN, y = NaN], index): Stroke => {
        const [fromX = NaN, fromY = NaN] = points[index] ?? [];
        return [fromX, fromY, x, y];
      });
    });
}

/** Whether the stroke goes through the box: tried at every half pixel. */
function goesThrough([x1, y1, x2, y2]: Stroke, box: Box): boolean {
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) * 2);
  return Array.from({ length: steps + 1 }, (_, step) => step / Math.max(1, steps)).some((share) => {
    const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  });
}

function faultsOf(layout: SequenceLayout): string[] {
  const { clientX, serverX } = layout.metrics;
  const view = drawView(layout, 0, layout.height);
  const boxes = view.rows.flatMap((row) => boxesOf(layout, row));
  for (const { move, lines } of view.tail) {
    for (const { text, x, y } of lines) {
      const width = noteWidth(text, layout.metrics);
      boxes.push(centred(text, move.side === "client" ? x + width / 2 : x - width / 2, y, width));
    }
  }
  for (const { position, arrival } of view.arrows) {
    if (arrival === null) continue;
    const width = noteWidth(arrival.text, layout.metrics);
    const isFromClient = layout.analysis.fromClient[position - 1] === 1;
    boxes.push(
      centred(arrival.text, isFromClient ? arrival.x - width / 2 : arrival.x + width / 2, arrival.y, width),
    );
  }
  const strokes = [
    ...view.arrows.flatMap(({ path, wait, head }) => strokesOf(path + (wait ?? "") + (head ?? ""))),
    ...view.brackets.flatMap(({ path }) => strokesOf(path)),
  ];
  return [
    ...boxes.flatMap((box, index) =>
      boxes
        .slice(index + 1)
        .filter((other) => meet(box, other))
        .map((other) => `${box.what} on ${other.what}`),
    ),
    ...boxes
      .filter((box) => strokes.some((stroke) => goesThrough(stroke, box)))
      .map((box) => `arrow through ${box.what}`),
    ...boxes
      .filter(({ left, right }) => left < clientX || right > serverX)
      .map(({ what }) => `${what} leaves the room between the lifelines`),
  ];
}

const CASES = STATE_CASES.map(({ id, title }) => [id, title] as const);

describe.each([360, 412, 620, 900].map((width, turn) => ({ width, turn })))(
  "$width pixels wide",
  ({ width, turn }) => {
    test.each(shareOf(CASES, turn))("nothing overlaps in %s (%s)", (id) => {
      for (const analysis of analysesOfCase(present(id, "case"))) {
        for (const scale of ["compressed", "even", "proportional"] as const) {
          expect(faultsOf(layOut(analysis, plainWords(analysis), metricsFor(width), scale))).toEqual([]);
        }
      }
    });
  },
);

const STEPS = Array.from({ length: NEAREST - FARTHEST + 1 }, (_, index) => FARTHEST + index);

describe.each(STEPS.filter((step) => step !== 0))("at zoom step %d", (step) => {
  test.each(shareOf(CASES, step - FARTHEST))("nothing overlaps in %s (%s)", (id) => {
    for (const analysis of analysesOfCase(present(id, "case"))) {
      for (const scale of ["compressed", "proportional"] as const) {
        const layout = layOut(analysis, plainWords(analysis), metricsFor(620), scale, zoomAt(step));
        expect(faultsOf(layout)).toEqual([]);
        const { rows } = drawView(layout, 0, layout.height);
        const timed = rows.filter(({ hasTime }) => hasTime).map(({ departure }) => departure);
        for (const [index, at] of timed.entries()) {
          expect(at - (timed[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(12);
        }
      }
    }
  });
});
