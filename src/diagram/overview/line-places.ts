import { type Lane, TONES } from "./lanes.ts";
import type { Lifetimes } from "./lifetimes.ts";

/** The part of the capture in view, and the grid of cells that it is drawn on. */
export interface OverviewView {
  /** The times at the edges of the view, in the unit of the lifetimes; `from` < `to`. */
  readonly from: number;
  readonly to: number;
  /** Size of the grid, in cells. */
  readonly width: number;
  readonly height: number;
  /** In cells, as `layLanes` gave them. */
  readonly lanes: readonly Lane[];
}

/** Where the line of a connection is drawn, in cells. */
export interface LinePlace {
  readonly left: number;
  /** One after the last cell. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lines of one lane stand below each other in the order of their start; too many share a row. */
interface LaneRows {
  readonly top: number;
  /** From one line to the next, in cells; below 1, lines share rows. */
  readonly pitch: number;
  readonly thickness: number;
}

/** Lines never get thicker, however few there are. */
const THICKEST = 4;

/** The rows of each lane, by index in {@link TONES}; null for a tone without a lane. */
function rowsOfLanes(lifetimes: Lifetimes, view: OverviewView): (LaneRows | null)[] {
  const inView = countInView(lifetimes, view);
  return TONES.map((tone, index) => {
    const lane = view.lanes.find((one) => one.tone === tone);
    const count = inView[index] ?? 0;
    if (!lane || count === 0) return null;
    const pitch = lane.height / count;
    return { top: lane.top, pitch, thickness: Math.max(1, Math.min(THICKEST, Math.floor(pitch * 0.6))) };
  });
}

function countInView({ length, start, end, tone }: Lifetimes, { from, to }: OverviewView): Uint32Array {
  const counts = new Uint32Array(TONES.length);
  for (let index = 0; index < length; index++) {
    if (isInView(start, end, index, from, to)) {
      const own = tone[index] ?? 0;
      counts[own] = (counts[own] ?? 0) + 1;
    }
  }
  return counts;
}

/** Whether a connection has a part in view; false if its times are not known. */
function isInView(start: Float64Array, end: Float64Array, index: number, from: number, to: number): boolean {
  return (start[index] ?? 0) <= to && (end[index] ?? 0) >= from;
}

/** First cell row of the line that is number `rank` of its lane. */
function topOfLine({ top, pitch, thickness }: LaneRows, rank: number): number {
  return top + Math.floor(pitch < 1 ? rank * pitch : (rank + 0.5) * pitch - thickness / 2);
}

/** The column of a time; times outside of the view fall on its edge. */
export function columnOf(time: number, { from, to, width }: OverviewView): number {
  return Math.max(0, Math.min(width - 1, Math.floor(((time - from) / (to - from)) * width)));
}

/** Where the line of one connection is; null if it is not in view. */
export function placeOfLine(lifetimes: Lifetimes, view: OverviewView, index: number): LinePlace | null {
  const { start, end, tone } = lifetimes;
  if (!isInView(start, end, index, view.from, view.to)) return null;
  const rows = rowsOfLanes(lifetimes, view)[tone[index] ?? 0];
  if (!rows) return null;
  let rank = 0;
  for (let before = 0; before < index; before++) {
    if (tone[before] === tone[index] && isInView(start, end, before, view.from, view.to)) rank++;
  }
  const top = topOfLine(rows, rank);
  return {
    left: columnOf(start[index] ?? 0, view),
    right: columnOf(end[index] ?? 0, view) + 1,
    top,
    bottom: top + rows.thickness,
  };
}

/** Visits the lines in view that have a lane, in the order of their connections, with their cells. */
export function eachLine(
  lifetimes: Lifetimes,
  view: OverviewView,
  visit: (index: number, top: number, thickness: number) => void,
): void {
  const { length, start, end, tone } = lifetimes;
  const rows = rowsOfLanes(lifetimes, view);
  const ranks = new Uint32Array(rows.length);
  for (let index = 0; index < length; index++) {
    if (!isInView(start, end, index, view.from, view.to)) continue;
    const own = tone[index] ?? 0;
    const rank = ranks[own] ?? 0;
    ranks[own] = rank + 1;
    const laneRows = rows[own];
    if (laneRows) visit(index, topOfLine(laneRows, rank), laneRows.thickness);
  }
}

/** The connection whose line is nearest to a cell, at most `reach` cells away; null if there is none. */
export function lineAt(
  lifetimes: Lifetimes,
  view: OverviewView,
  column: number,
  row: number,
  reach: number,
): number | null {
  const { start, end } = lifetimes;
  let nearest: number | null = null;
  let least = reach;
  eachLine(lifetimes, view, (index, top, thickness) => {
    const down = outside(row, top, top + thickness - 1);
    if (down > least) return;
    const across = outside(column, columnOf(start[index] ?? 0, view), columnOf(end[index] ?? 0, view));
    const distance = Math.max(down, across);
    if (distance > least || (distance === least && nearest !== null)) return;
    nearest = index;
    least = distance;
  });
  return nearest;
}

/** How far a number is from a range. */
function outside(value: number, first: number, last: number): number {
  return Math.max(first - value, value - last, 0);
}
