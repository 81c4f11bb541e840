import type { Lifetimes } from "./lifetimes.ts";
import { columnOf, eachLine, type OverviewView } from "./line-places.ts";

/** How many lines cross each cell of the grid, row by row. */
export interface LineCells {
  readonly width: number;
  readonly height: number;
  /** Counts of lines that pass the filter, and of lines that do not. */
  readonly passing: Int32Array;
  readonly dimmed: Int32Array;
}

/**
 * Counts the lines over every cell: one addition and one subtraction for each line and row, then one sweep over the
 * grid. The cost does not depend on how long the lines are.
 * @param passes 1 for each connection that passes the filter; null when all do
 */
export function binLines(lifetimes: Lifetimes, passes: Uint8Array | null, view: OverviewView): LineCells {
  const { width, height } = view;
  const passing = new Int32Array(width * height);
  const dimmed = new Int32Array(width * height);
  const { start, end } = lifetimes;
  eachLine(lifetimes, view, (index, top, thickness) => {
    const cells = passes === null || passes[index] === 1 ? passing : dimmed;
    const left = columnOf(start[index] ?? 0, view);
    const right = columnOf(end[index] ?? 0, view) + 1;
    addLine(cells, width, left, right, top, thickness);
  });
  sumAlongRows(passing, width);
  sumAlongRows(dimmed, width);
  return { width, height, passing, dimmed };
}

function addLine(
  cells: Int32Array,
  width: number,
  left: number,
  right: number,
  top: number,
  thickness: number,
): void {
  for (let row = top; row < top + thickness; row++) {
    const at = row * width;
    cells[at + left] = (cells[at + left] ?? 0) + 1;
    if (right < width) cells[at + right] = (cells[at + right] ?? 0) - 1;
  }
}

function sumAlongRows(cells: Int32Array, width: number): void {
  let sum = 0;
  for (let at = 0; at < cells.length; at++) {
    sum = at % width === 0 ? (cells[at] ?? 0) : sum + (cells[at] ?? 0);
    cells[at] = sum;
  }
}
