import { secondsFigures } from "../../../store/time-range.ts";

/** Seconds since the start of the capture, in as many figures as tell moments of a range of this length apart. */
export function formatMoment(seconds: number, rangeLength: number): string {
  return `${seconds.toFixed(Math.max(0, secondsFigures(rangeLength) - 1))} s`;
}
