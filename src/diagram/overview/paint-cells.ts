import type { LineCells } from "./bin-lines.ts";
import { type Lane, type Tone } from "./lanes.ts";

/** Red, green and blue, 0..255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Strength (alpha) of a single line where others lie on top of each other; without overlaps it is full. */
const WEAKEST = 140;
const STRONGEST = 255;
/** Strength of lines that the filter leaves out. */
const DIMMED = 48;

/** The grid as pixels, red, green, blue and alpha each: the more lines over a cell, the stronger its colour. */
export function paintCells(
  { width, height, passing, dimmed }: LineCells,
  lanes: readonly Lane[],
  colours: Readonly<Record<Tone, Colour>>,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(width * height * 4);
  const most = passing.reduce((largest, count) => Math.max(largest, count), 1);
  for (const { tone, top, height: rows } of lanes) {
    const [red, green, blue] = colours[tone];
    for (let at = top * width; at < Math.min((top + rows) * width, passing.length); at++) {
      const strength = strengthOf(passing[at] ?? 0, dimmed[at] ?? 0, most);
      if (strength > 0) pixels.set([red, green, blue, strength], at * 4);
    }
  }
  return pixels;
}

function strengthOf(passing: number, dimmed: number, most: number): number {
  if (passing === 0) return dimmed > 0 ? DIMMED : 0;
  if (most === 1) return STRONGEST;
  return WEAKEST + Math.round(((STRONGEST - WEAKEST) * Math.log2(passing)) / Math.log2(most));
}
