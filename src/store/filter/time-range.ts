import type { ConnectionLines, ConnectionSummary } from "../opened-capture.ts";

/** A range of time in seconds since the start of the capture ({@link captureSpanOf}); an open end is infinite. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** From the first to the last segment of all connections, in nanoseconds of the table's time column. */
export interface CaptureSpan {
  readonly start: number;
  readonly end: number;
}

const NANOSECONDS = 1e9;
const MOMENT = /^\d+(?:\.\d*)?$/;
const RANGE = /^(?<from>\d+(?:\.\d*)?)?-(?<to>\d+(?:\.\d*)?)?$/;

/**
 * Reads the value of a `time:` term: `2.5-4` from 2.5 s to 4 s, `2.5-` from then on, `-4` until then, `4` that
 * moment. null for anything else.
 */
export function readTimeRange(value: string): TimeRange | null {
  if (MOMENT.test(value)) return { from: Number(value), to: Number(value) };
  const { from, to } = RANGE.exec(value)?.groups ?? {};
  if (from === undefined && to === undefined) return null;
  const range = {
    from: Number(from ?? Number.NEGATIVE_INFINITY),
    to: Number(to ?? Number.POSITIVE_INFINITY),
  };
  return range.from <= range.to ? range : null;
}

/**
 * Writes the range so that {@link readTimeRange} can read it, with figures to a thousandth of its length. It rounds
 * outwards, so that the range loses nothing.
 */
export function writeTimeRange({ from, to }: TimeRange): string {
  const figures = secondsFigures(to - from);
  const scale = 10 ** figures;
  const first = Number.isFinite(from) ? trimmed(Math.floor(from * scale) / scale, figures) : "";
  const last = Number.isFinite(to) ? trimmed(Math.ceil(to * scale) / scale, figures) : "";
  return `${first}-${last}`;
}

/** How many decimals show a thousandth of so many seconds; at most nine (nanoseconds). */
export function secondsFigures(length: number): number {
  if (!Number.isFinite(length) || length <= 0) return 9;
  return Math.max(0, Math.min(9, Math.ceil(-Math.log10(length / 1000))));
}

function trimmed(seconds: number, figures: number): string {
  const text = Math.max(0, seconds).toFixed(figures);
  return figures === 0 ? text : text.replace(/\.?0+$/, "");
}

/** Whether the connection existed at some moment of the range; false if its times are not known. */
export function livesIn(
  { start, end }: Pick<ConnectionSummary, "start" | "end">,
  range: TimeRange,
  captureStart: number,
): boolean {
  return (start - captureStart) / NANOSECONDS <= range.to && (end - captureStart) / NANOSECONDS >= range.from;
}

const spans = new WeakMap<ConnectionLines, { readonly span: CaptureSpan | null }>();

/** The first and the last time of all connections; null if none has a time. */
export function captureSpanOf(connections: ConnectionLines): CaptureSpan | null {
  const known = spans.get(connections);
  if (known) return known.span;
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const connection of connections) {
    const { start: from, end: to } = connection;
    // A comparison with NaN is never true.
    if (from < start) start = from;
    if (to > end) end = to;
  }
  const span = start <= end ? { start, end } : null;
  spans.set(connections, { span });
  return span;
}
