/** What two captures, one at each side of the path, show of a segment. Bits of {@link WitnessedRows.shown}. */
export const Shown = {
  /** The capture at the sender's side holds it. */
  Sent: 1,
  /** The capture at the receiver's side holds it. */
  Arrived: 2,
  /** The capture that does not hold it was not made then. */
  NotCovered: 4,
  /** It is one of several equal segments, and nothing tells which of them arrived. */
  Ambiguous: 8,
  /** It arrived once more than it was sent: the network copied it. */
  Again: 16,
  /** Its sender did not send it. */
  NotSent: 32,
} as const;

/**
 * The rows of a table that was made of two captures, in the order of sending. Columns by row. Events count from 1, in an
 * order in which each capture's own is kept, and in which no segment arrives before it was sent.
 */
export interface WitnessedRows {
  /** Bits of {@link Shown}. */
  readonly shown: Uint8Array;
  /** The event of sending; of a segment that nobody saw leave, that of arriving. */
  readonly sentAt: Uint32Array;
  /** The event of arriving; 0 = not captured there. */
  readonly arrivedAt: Uint32Array;
  /** When it was captured at the receiver's side: nanoseconds as in the time column; NaN if it was not. */
  readonly arrivalTime: Float64Array;
}

/** The given rows alone, in the given order. */
export function witnessedSlice(all: WitnessedRows, rows: Uint32Array): WitnessedRows {
  const shown = new Uint8Array(rows.length);
  const sentAt = new Uint32Array(rows.length);
  const arrivedAt = new Uint32Array(rows.length);
  const arrivalTime = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    shown[index] = all.shown[row];
    sentAt[index] = all.sentAt[row];
    arrivedAt[index] = all.arrivedAt[row];
    arrivalTime[index] = all.arrivalTime[row];
  }
  return { shown, sentAt, arrivedAt, arrivalTime };
}
