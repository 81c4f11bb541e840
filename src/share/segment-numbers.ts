import { orZero } from "../base/or-zero.ts";
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
    flags: orZero(segments.flags[row]),
    marks: orZero(segments.marks[row]),
    sequenceNumber: orZero(segments.sequenceNumber[row]),
    acknowledgmentNumber: orZero(segments.acknowledgmentNumber[row]),
    payloadLength: orZero(segments.payloadLength[row]),
    window: orZero(segments.window[row]),
  };
}
