import { secondsFigures } from "../../../store/filter/time-range.ts";
import { formatDuration } from "../../figures.ts";

const SECOND = 1e9;
/** From here on, a range in seconds says nothing to a person. */
const LONG = 120;

/**
 * A time since the start of the capture: in seconds, with enough decimals for a range of this length; in minutes, hours
 * or days where the range is long.
 */
export function formatMoment(seconds: number, rangeLength: number): string {
  if (rangeLength >= LONG) return formatDuration(Math.round(seconds) * SECOND);
  return `${seconds.toFixed(Math.max(0, secondsFigures(rangeLength) - 1))} s`;
}
