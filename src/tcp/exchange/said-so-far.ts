import { ACK, FIN, SYN } from "../../segments/flags.ts";

/** The columns of the exchange that are read. */
export interface SaidRows {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly ack: Float64Array;
  readonly flags: Uint16Array;
}

/**
 * What an end has said up to a row, in segments that are no RST: the part of its transmission control block that they show
 * (RFC 9293 section 3.3.1). Numbers are unwrapped. Each pass over the rows keeps one for each end.
 */
export class SaidSoFar {
  /** ISS: the number of its last SYN; NaN if none was captured. */
  synStart = Number.NaN;
  /** SND.NXT: the highest end of a segment; NaN before the first. */
  next = Number.NaN;
  /** RCV.NXT: its highest acknowledgment number; NaN before the first. */
  acknowledged = Number.NaN;
  /** The number behind its FIN; NaN before it sent one. */
  finEnd = Number.NaN;
  /** The highest end of what a segment covers, see {@link coverUpTo}; NaN before the first segment. */
  coveredUpTo = Number.NaN;
  hasSynAck = false;
  /** Whether it has sent anything but SYNs. */
  isPlain = false;

  /** Takes a segment that is no RST. */
  take(rows: SaidRows, row: number): void {
    const { start, end, ack, flags } = rows;
    if ((flags[row] & SYN) === 0) this.isPlain = true;
    else {
      this.synStart = start[row];
      if ((flags[row] & ACK) !== 0) this.hasSynAck = true;
    }
    if ((flags[row] & FIN) !== 0) this.finEnd = end[row];
    this.next = highest(this.next, end[row]);
    this.acknowledged = highest(this.acknowledged, ack[row]);
    this.coveredUpTo = coverUpTo(rows, row, this.coveredUpTo);
  }

  /** Forgets the numbers that it has sent, because it began anew with another ISS. */
  beginAnew(): void {
    this.next = Number.NaN;
    this.coveredUpTo = Number.NaN;
  }
}

/** The higher of two numbers; NaN is one that is not known. */
export function highest(known: number, said: number): number {
  return said > known || Number.isNaN(known) ? said : known;
}

/** Where what is captured ends with the row; a pure ACK covers no number, but what is before the first row is past. */
export function coverUpTo({ start, end }: SaidRows, row: number, before: number): number {
  return end[row] > start[row] || Number.isNaN(before) ? highest(before, end[row]) : before;
}
