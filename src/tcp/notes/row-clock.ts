import type { SteppedConnection } from "../analysis.ts";
import { Finding } from "../analysis.ts";
import type { Position } from "../position.ts";

/** Nanoseconds from one segment to a later one; null where a time is missing or the clock jumped between them. */
export type RowClock = (from: Position, to: Position) => number | null;

/** Measures between segments of a connection, but never across a time jump (docs/state-machine.md 1). */
export function createRowClock({ segments, findings }: SteppedConnection): RowClock {
  const era = new Uint32Array(segments.length);
  let jumps = 0;
  for (let index = 0; index < segments.length; index++) {
    if ((findings[index] & Finding.TimeJump) !== 0) jumps++;
    era[index] = jumps;
  }
  return (from, to) => {
    if (era[from - 1] !== era[to - 1]) return null;
    const duration = segments.time[to - 1] - segments.time[from - 1];
    return Number.isNaN(duration) ? null : duration;
  };
}

/** As {@link createRowClock}, for a single question: its cost depends only on the rows between. */
export function durationBetween(
  { segments, findings }: SteppedConnection,
  from: Position,
  to: Position,
): number | null {
  for (let index = from; index < to; index++) {
    if ((findings[index] & Finding.TimeJump) !== 0) return null;
  }
  const duration = segments.time[to - 1] - segments.time[from - 1];
  return Number.isNaN(duration) ? null : duration;
}
