import type { SegmentColumns } from "../segments/segment-table.ts";
import type { SequenceNumber } from "../segments/sequence-number.ts";

/** The numbers of a segment that a link holds beside its time and options. */
export interface SegmentNumbers {
  readonly flags: number;
  readonly marks: number;
  readonly sequenceNumber: SequenceNumber;
  readonly acknowledgmentNumber: SequenceNumber;
  readonly payloadLength: number;
  readonly window: number;
}

export function numbersAt(segments: SegmentColumns, row: number): SegmentNumbers {
  return {
    flags: segments.flags[row],
    marks: segments.marks[row],
    sequenceNumber: segments.sequenceNumber[row],
    acknowledgmentNumber: segments.acknowledgmentNumber[row],
    payloadLength: segments.payloadLength[row],
    window: segments.window[row],
  };
}
