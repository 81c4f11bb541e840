import { FIN, SYN } from "./flags.ts";
import type { SegmentColumns } from "./segment-table.ts";
import { advance, type SequenceNumber } from "./sequence-number.ts";

/** The largest shift count of the window scale option that is used (RFC 7323 section 2.3). */
export const LARGEST_SHIFT = 14;

/** The shift that an offered one (0..255) is used as: a larger one counts as {@link LARGEST_SHIFT}. */
export function usedShift(offered: number): number {
  return Math.min(offered, LARGEST_SHIFT);
}

/** SEG.LEN: the numbers that a segment takes. SYN and FIN take one each (RFC 9293 section 3.4). */
export function sequenceLength(flags: number, payloadLength: number): number {
  return payloadLength + ((flags & SYN) === 0 ? 0 : 1) + ((flags & FIN) === 0 ? 0 : 1);
}

/** SEG.SEQ + SEG.LEN of a row: the number that its sender uses next. */
export function sequenceEnd(columns: SegmentColumns, row: number): SequenceNumber {
  return advance(columns.sequenceNumber[row], sequenceLength(columns.flags[row], columns.payloadLength[row]));
}
