import { bisect } from "../base/bisect.ts";
import type { IcmpError, SegmentTable } from "./segment-table.ts";

/** The ICMP errors of one pair of endpoints by the row that each quotes; indices into `icmpErrors`, in capture order. */
export type ErrorsByRow = ReadonlyMap<number, readonly number[]>;

interface ErrorIndex {
  readonly errors: number;
  readonly rows: number;
  readonly byPair: ReadonlyMap<number, ErrorsByRow>;
}

const INDEXES = new WeakMap<readonly IcmpError[], ErrorIndex>();
const NONE: ErrorsByRow = new Map();

/**
 * The errors about segments of a pair. An error quotes one segment: the last one with its number that was sent before it,
 * whichever connection of the pair that belongs to. What quotes a segment that is not in the capture is left out.
 * Gathered once for the whole table, and again when it has grown: n log n of rows and errors.
 * @param pair index in the table's flows
 */
export function errorsOfPair(table: SegmentTable, pair: number): ErrorsByRow {
  const { length } = table.icmpErrors;
  if (length === 0) return NONE;
  const known = INDEXES.get(table.icmpErrors);
  if (known?.errors === length && known.rows === table.length) return known.byPair.get(pair) ?? NONE;
  const byPair = indexErrors(table);
  INDEXES.set(table.icmpErrors, { errors: length, rows: table.length, byPair });
  return byPair.get(pair) ?? NONE;
}

function indexErrors(table: SegmentTable): Map<number, Map<number, number[]>> {
  const copies = copiesOfQuoted(table);
  const byPair = new Map<number, Map<number, number[]>>();
  for (const [index, { flow, sequenceNumber, time }] of table.icmpErrors.entries()) {
    const row = copies.get(flow)?.get(sequenceNumber)?.lastUntil(time);
    if (row === undefined) continue;
    const byRow = byPair.get(flow >>> 1) ?? new Map<number, number[]>();
    byPair.set(flow >>> 1, byRow);
    const there = byRow.get(row);
    if (there === undefined) byRow.set(row, [index]);
    else there.push(index);
  }
  return byPair;
}

/** The rows that have a quoted number, by flow with its direction and by number. */
function copiesOfQuoted(table: SegmentTable): Map<number, Map<number, Copies>> {
  const quoted = new Map<number, Map<number, Copies>>();
  for (const { flow, sequenceNumber } of table.icmpErrors) {
    const numbers = quoted.get(flow) ?? new Map<number, Copies>();
    quoted.set(flow, numbers);
    if (!numbers.has(sequenceNumber)) numbers.set(sequenceNumber, new Copies());
  }
  // From the end, so that each copy knows the earliest time of those behind it.
  for (let row = table.length - 1; row >= 0; row--) {
    const numbers = quoted.get(table.flow[row] ?? 0);
    numbers?.get(table.sequenceNumber[row] ?? 0)?.addBefore(row, table.time[row]);
  }
  return quoted;
}

/** The rows of one sender that have one number, from the last one. */
class Copies {
  private readonly rows: number[] = [];
  /** The earliest time of this row and of those behind it: descends. */
  private readonly earliest: number[] = [];

  /** A row without a time counts as sent before everything. */
  addBefore(row: number, time: number): void {
    const behind = this.earliest.at(-1) ?? Number.POSITIVE_INFINITY;
    this.rows.push(row);
    this.earliest.push(Math.min(behind, Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time));
  }

  /** The last row that was not sent after the time. @param time NaN: that is not known of any */
  lastUntil(time: number): number | undefined {
    if (Number.isNaN(time)) return this.rows[0];
    return this.rows[bisect(0, this.rows.length, (at) => (this.earliest[at] ?? 0) > time)];
  }
}
