import type { SegmentColumns } from "../segments/segment-table.ts";

const SECOND = 1_000_000_000n;
const DAY = 86_400n;

/**
 * A row's time as tcpdump prints it; null if it has none. Since the Unix epoch: date and time of day (`-tttt` under
 * TZ=UTC); since midnight: time of day alone; since some start: `-ttttt`. Six digits, nine where any needs them.
 */
export function printTime({ timeBase, time }: SegmentColumns, row: number, digits: 6 | 9): string | null {
  return printMoment(timeBase, time[row] ?? Number.NaN, digits);
}

/** As {@link printTime}, of a moment in the unit of the time column. */
export function printMoment(
  timeBase: SegmentColumns["timeBase"],
  sinceOrigin: number,
  digits: 6 | 9,
): string | null {
  if (timeBase.kind === "none" || Number.isNaN(sinceOrigin)) return null;
  return printNanoseconds(absoluteTime(timeBase, sinceOrigin), timeBase.kind, digits);
}

/**
 * Nanoseconds since the zero of the time base, rounded to the clock's resolution because a float does not hold them
 * exactly.
 */
export function absoluteTime(
  { origin, resolution }: SegmentColumns["timeBase"],
  sinceOrigin: number,
): bigint {
  const exact = origin + BigInt(Math.round(sinceOrigin));
  if (resolution === undefined || resolution <= 1) return exact;
  const tick = BigInt(Math.round(resolution));
  const over = ((exact % tick) + tick) % tick;
  return over * 2n < tick ? exact - over : exact + tick - over;
}

/** Nine digits when any time of the rows is finer than a microsecond. */
export function digitsFor({ timeBase, time, length }: SegmentColumns): 6 | 9 {
  for (let row = 0; row < length; row++) {
    const sinceOrigin = time[row] ?? Number.NaN;
    if (!Number.isNaN(sinceOrigin) && absoluteTime(timeBase, sinceOrigin) % 1000n !== 0n) return 9;
  }
  return 6;
}

function printNanoseconds(
  nanoseconds: bigint,
  kind: SegmentColumns["timeBase"]["kind"],
  digits: 6 | 9,
): string {
  const isNegative = kind === "relative" && nanoseconds < 0n;
  const value = isNegative ? -nanoseconds : nanoseconds;
  const seconds = (value - (((value % SECOND) + SECOND) % SECOND)) / SECOND;
  const fraction = (value - seconds * SECOND).toString().padStart(9, "0").slice(0, digits);
  if (kind === "epoch") {
    const date = new Date(Number(seconds) * 1000).toISOString();
    return `${date.slice(0, 10)} ${date.slice(11, 19)}.${fraction}`;
  }
  const ofDay = kind === "time-of-day" ? ((seconds % DAY) + DAY) % DAY : seconds;
  const clock = [ofDay / 3600n, (ofDay / 60n) % 60n, ofDay % 60n].map((part) =>
    part.toString().padStart(2, "0"),
  );
  return `${isNegative ? "-" : ""}${clock.join(":")}.${fraction}`;
}
