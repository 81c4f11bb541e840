import { bisectRight } from "d3";
import type { Position } from "../../tcp/position.ts";
import { departureOf, type PlacedRows, topOf } from "../sequence/placed-rows.ts";

/** How much time a pixel below the last row stands for; nanoseconds. */
const BEHIND = 10e6;

/**
 * The height at which a moment stands: between two rows as far as it is between their times. Times as in the column of
 * the segments, which must not step back.
 */
export function heightAt(layout: PlacedRows, time: number): number {
  const { time: times, length } = layout.analysis.segments;
  const next = bisectRight(times, time, 0, length);
  const position: Position = next;
  if (next === 0) return topOf(layout, 1);
  const from = departureOf(layout, position);
  const least = topOf(layout, length + 1);
  if (next === length) return Math.min(least, from + (time - (times[next - 1] ?? 0)) / BEHIND);
  const before = times[next - 1] ?? 0;
  const pause = (times[next] ?? 0) - before;
  const share = pause > 0 ? (time - before) / pause : 0;
  return from + share * (departureOf(layout, position + 1) - from);
}

/** The moment that stands at a height: the reverse of {@link heightAt}. */
export function timeAtHeight(layout: PlacedRows, height: number): number {
  const { time: times, length } = layout.analysis.segments;
  let position = 0;
  while (position < length && departureOf(layout, position + 1) <= height) position++;
  if (position === 0) return times[0] ?? 0;
  const from = departureOf(layout, position);
  const before = times[position - 1] ?? 0;
  if (position === length) return before + (height - from) * BEHIND;
  const share = (height - from) / Math.max(1, departureOf(layout, position + 1) - from);
  return before + share * ((times[position] ?? before) - before);
}
