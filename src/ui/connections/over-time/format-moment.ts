import { secondsFigures } from "../../../store/filter/time-range.ts";

/** Seconds since the start of the capture, with enough decimals for a range of this length. */
export function formatMoment(seconds: number, rangeLength: number): string {
  return `${seconds.toFixed(Math.max(0, secondsFigures(rangeLength) - 1))} s`;
}
