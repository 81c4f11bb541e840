import { secondsFigures } from "../../../store/filter/time-range.ts";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/**
 * Time since the start of the capture, in units that people count in, with as much of it as a range of this length
 * needs: `72.7 s`, `5 h 39 min`, `14 d 4 h`; within a shorter range `5 h 39 min 1.25 s`. Both in seconds.
 */
export function formatMoment(seconds: number, rangeLength: number): string {
  const decimals = Math.max(0, secondsFigures(rangeLength) - 1);
  if (seconds < 2 * MINUTE) return `${seconds.toFixed(decimals)} s`;
  const step = rangeLength >= 2 * DAY ? HOUR : rangeLength >= 2 * HOUR ? MINUTE : 10 ** -decimals;
  const whole = Math.round(seconds / step) * step;
  const parts = [
    [Math.floor(whole / DAY), "d"],
    [Math.floor((whole % DAY) / HOUR), "h"],
    [Math.floor((whole % HOUR) / MINUTE), "min"],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, unit]) => `${count} ${unit}`);
  const rest = whole % MINUTE;
  if (step < MINUTE && rest >= step / 2) parts.push(`${rest.toFixed(decimals)} s`);
  return parts.join(" ");
}
