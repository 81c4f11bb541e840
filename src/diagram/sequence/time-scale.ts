/**
 * How time becomes height. `even`: one row a segment, whatever the time between. `proportional`: the space between
 * two rows grows with the time between them. `compressed`: only silences take space, little, and are marked.
 */
export type TimeScale = "even" | "proportional" | "compressed";

/** A time without segments that is worth a mark, in nanoseconds. */
export const SILENCE = 100_000_000;

const BREAK = 24;
const BREAK_GROWTH = 8;
const HIGHEST_BREAK = 56;
/**
 * The highest gap between two rows of the proportional scale, so that one long silence does not fill a hundred
 * screens.
 */
const HIGHEST_GAP = 2_000;

/**
 * Height between two rows that are `nanoseconds` apart (NaN or negative: not known). `pixelsPerNanosecond` is used by
 * the proportional scale only.
 */
export function heightOfGap(scale: TimeScale, nanoseconds: number, pixelsPerNanosecond: number): number {
  if (!(nanoseconds > 0) || scale === "even") return 0;
  if (scale === "proportional") return Math.min(HIGHEST_GAP, Math.round(nanoseconds * pixelsPerNanosecond));
  if (nanoseconds < SILENCE) return 0;
  return Math.min(HIGHEST_BREAK, Math.round(BREAK + BREAK_GROWTH * Math.log10(nanoseconds / SILENCE)));
}

/** The proportional scale on which the whole time takes as much height as `rows` rows of `rowHeight`. */
export function proportionalScale(duration: number, rows: number, rowHeight: number): number {
  return duration > 0 ? (rows * rowHeight) / duration : 0;
}
