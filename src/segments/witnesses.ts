import type { ClockRelation } from "./clock-relation.ts";
import type { TimeBase } from "./segment-table.ts";
import type { WitnessedRows } from "./witnessed-rows.ts";

/**
 * What two captures, one at each side of the path, show of the segments of one connection. Columns by row; a pair has
 * the first capture first.
 */
export interface Witnesses {
  /** The capture at the client's side. */
  readonly atClient: 0 | 1;
  /** How the clock of the second one stands to that of the first one. */
  readonly clock: ClockRelation | null;
  readonly timeBases: readonly [TimeBase, TimeBase];
  /** By its own clock, in nanoseconds from the origin of its {@link timeBases}; NaN: not held, or without a time. */
  readonly times: readonly [Float64Array, Float64Array];
  /** Its own record number; 0: it does not hold the segment. */
  readonly frames: readonly [Uint32Array, Uint32Array];
  readonly rows: WitnessedRows;
}
