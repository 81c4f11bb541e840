import type { OpenedCapture } from "../opened-capture.ts";
import { type Clock, readClockRange } from "./clock-range.ts";
import { captureSpanOf, readTimeRange, type TimeRange } from "./time-range.ts";

/**
 * Reads the value of a `time:` term: in seconds since the start of the capture, or, with colons, by its clock. Two
 * dots or another dash may stand for the hyphen.
 * @param clock null: the capture has no times
 */
export function readTime(value: string, clock: Clock | null): TimeRange | null {
  const range = value.replace(/\.\.|[–—~]/u, "-");
  return range.includes(":") ? readClockRange(range, clock) : readTimeRange(range);
}

/** The clock of a capture; null if no connection has a time. It looks at all connections when first asked. */
export function clockOf(
  { connections, timeBase }: Pick<OpenedCapture, "connections" | "timeBase">,
  isLocal: boolean,
): Clock | null {
  const span = captureSpanOf(connections);
  if (span === null) return null;
  const at = (time: number): bigint => timeBase.origin + BigInt(Math.round(time));
  return { kind: timeBase.kind, first: at(span.start), last: at(span.end), isLocal };
}
