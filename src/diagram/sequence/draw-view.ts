import type { Position } from "../../tcp/position.ts";
import { linePath } from "./arrow-path.ts";
import type { Bracket } from "./brackets.ts";
import { type DrawnArrow, drawArrow } from "./draw-arrow.ts";
import { type DrawnRow, drawRow, type PlacedText } from "./draw-row.ts";
import { HEAD, listenNote, positionAt, type SequenceLayout } from "./layout.ts";
import { departureOf, landingOf } from "./placed-rows.ts";
import { type DrawnTailEvent, drawTail } from "./tail.ts";

interface DrawnBracket {
  readonly bracket: Bracket;
  readonly path: string;
}

/** What is to be drawn between two heights; everything counts from `origin`. */
export interface DrawnView {
  readonly layout: SequenceLayout;
  /** A height of the drawing, at or above the upper one. */
  readonly origin: number;
  /** The rows in view; 0 where there are none. */
  readonly first: Position;
  readonly last: Position;
  /** The call before the first row. */
  readonly listen: PlacedText | null;
  readonly tail: readonly DrawnTailEvent[];
  readonly rows: readonly DrawnRow[];
  readonly arrows: readonly DrawnArrow[];
  readonly brackets: readonly DrawnBracket[];
}

/** Straight arrows reach this many rows down. */
const REACH = 2;
/** The most arrows that pass the whole view. There are few lanes, so more could not be distinguished. */
const MOST_PASSING = 24;
/** Neither can more brackets that end below the view. */
const MOST_OPEN = 64;

/**
 * Coordinates stay below this plus the height of the view, so that 32-bit floats hold them to a hundredth of a pixel.
 */
const ORIGIN_STEP = 50_000;

/**
 * Draws the rows that touch the heights from `top` to `bottom`, and what earlier and later rows send through them.
 * @param before a view drawn earlier, whose rows and arrows are taken over as they are
 */
export function drawView(
  whole: SequenceLayout,
  top: number,
  bottom: number,
  before: DrawnView | null = null,
): DrawnView {
  const origin = Math.floor(top / ORIGIN_STEP) * ORIGIN_STEP;
  const layout = { ...whole, origin };
  const kept = before?.layout === whole && before.origin === origin ? before : null;
  const rows = new Map(kept?.rows.map((row) => [row.position, row]));
  const arrows = new Map(kept?.arrows.map((arrow) => [arrow.position, arrow]));
  const first = positionAt(layout, top);
  const last = positionAt(layout, bottom);
  return {
    layout: whole,
    origin,
    first,
    last,
    listen: top < HEAD ? listenNote(layout) : null,
    tail: bottom > layout.tailTop ? drawTail(layout) : [],
    rows: range(Math.max(1, first), last).map((position) => rows.get(position) ?? drawRow(layout, position)),
    arrows: arrowsInView(layout, first, last).map(
      (position) => arrows.get(position) ?? drawArrow(layout, position),
    ),
    brackets: bracketsInView(layout, first, last).map((bracket) => ({
      bracket,
      path: bracketPath(layout, bracket),
    })),
  };
}

/** Draws one view of a layout after the other, taking over what they share. */
export function viewDrawer(layout: SequenceLayout): (top: number, bottom: number) => DrawnView {
  let before: DrawnView | null = null;
  return (top, bottom) => (before = drawView(layout, top, bottom, before));
}

function arrowsInView({ held }: SequenceLayout, first: Position, last: Position): Position[] {
  const landing = held.endingIn(first, last).filter(({ from }) => from < first);
  const passing = held.reachingBeyond(last, first, MOST_PASSING);
  const near = range(Math.max(1, first - REACH), first - 1);
  const earlier = new Set([...near, ...[...landing, ...passing].map(({ from }) => from)]);
  return [...earlier, ...range(Math.max(1, first), last)];
}

function bracketsInView({ brackets }: SequenceLayout, first: Position, last: Position): Bracket[] {
  const { spans } = brackets;
  return [...spans.endingIn(first, last), ...spans.reachingBeyond(last, last + 1, MOST_OPEN)];
}

const BRACKET_INSET = 5;
const BRACKET_LANE = 5;
const BRACKET_KNEE = 3;

/** From beside the departure of the earlier copy to beside that of the later one. */
function bracketPath(layout: SequenceLayout, { from, to, side, lane }: Bracket): string {
  const { clientX, serverX } = layout.metrics;
  const inwards = side === "client" ? 1 : -1;
  const edge = (side === "client" ? clientX : serverX) + inwards * 2;
  const back = edge + inwards * (BRACKET_INSET + lane * BRACKET_LANE);
  const start = departureOf(layout, from) + BRACKET_KNEE + 1;
  const end = Math.max(start + 2 * BRACKET_KNEE, departureOf(layout, to) - BRACKET_KNEE - 1);
  return linePath([
    [edge, start],
    [back, start + BRACKET_KNEE],
    [back, end - BRACKET_KNEE],
    [edge, end],
  ]);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The heights that must be in view at `position`: its row, and where its segment lands. */
export function extentOf(
  layout: SequenceLayout,
  position: Position,
): { readonly top: number; readonly bottom: number } {
  const { tops, height } = layout;
  const length = tops.length - 1;
  if (position === 0) return { top: 0, bottom: tops[0] ?? 0 };
  if (position === length) return { top: tops[length - 1] ?? 0, bottom: height };
  return {
    top: tops[position - 1] ?? 0,
    bottom: Math.max(tops[position] ?? 0, landingOf(layout, position) ?? 0),
  };
}
