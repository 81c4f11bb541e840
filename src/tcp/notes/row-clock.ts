import type { SteppedConnection } from "../analysis.ts";
import { Finding } from "../analysis.ts";
import type { Position } from "../position.ts";

/** Nanoseconds from one segment to a later one; null where a time is missing or the clock jumped between them. */
export type RowClock = (from: Position, to: Position) => number | null;

/** Measures between segments of a connection, but never across a time jump (docs/state-machine.md 1). */
export function createRowClock({ segments, findings }: SteppedConnection): RowClock {
  const era = erasOf(findings, segments.length);
  return (from, to) => {
    if (era !== null && era[from - 1] !== era[to - 1]) return null;
    const duration = segments.time[to - 1] - segments.time[from - 1];
    return Number.isNaN(duration) ? null : duration;
  };
}

/** For each row how many jumps came before it; null where the clock never jumped. */
function erasOf(findings: Uint16Array, length: number): Uint32Array | null {
  let era: Uint32Array | null = null;
  let jumps = 0;
  for (let index = 0; index < length; index++) {
    if ((findings[index] & Finding.TimeJump) !== 0) {
      era ??= new Uint32Array(length);
      jumps++;
    }
    if (era !== null) era[index] = jumps;
  }
  return era;
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
