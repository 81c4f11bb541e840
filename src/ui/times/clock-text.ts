import { zoneAt } from "../../store/filter/clock-range.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";

const SECOND = 1_000_000_000n;
const DAY = 86_400n;

/**
 * The time of day of a moment of the capture, `10:00:05.123456`, with so many decimals; null where the capture has no
 * clock. @param time nanoseconds as in the table's time column
 */
export function timeOfDay(
  { timeBase }: Pick<OpenedCapture, "timeBase">,
  time: number,
  isLocal: boolean,
  decimals: number,
): string | null {
  const { kind, origin } = timeBase;
  if ((kind !== "epoch" && kind !== "time-of-day") || Number.isNaN(time)) return null;
  const utc = origin + BigInt(Math.round(time));
  const shown = utc + zoneAt(utc, { kind, isLocal });
  const ofDay = (((shown / SECOND) % DAY) + DAY) % DAY;
  const clock = [ofDay / 3600n, (ofDay / 60n) % 60n, ofDay % 60n].map((part) => `${part}`.padStart(2, "0"));
  const fraction = `${shown % SECOND}`.padStart(9, "0").slice(0, decimals);
  return clock.join(":") + (decimals > 0 ? `.${fraction}` : "");
}
