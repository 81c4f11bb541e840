import { ACK } from "../../segments/flags.ts";
import { areOptionsTold } from "../../segments/options.ts";
import { Mark } from "../../segments/segment-table.ts";
import { sequenceEnd } from "../../segments/sequence-space.ts";
import type { SteppedConnection } from "../analysis.ts";
import { Finding } from "../analysis.ts";
import type { Position } from "../position.ts";

/** One row, with what follows from its numbers. */
export interface SequenceRow {
  readonly position: Position;
  readonly flags: number;
  readonly sequenceNumber: number;
  /** It has the ACK flag and the number is known. */
  readonly acknowledges: boolean;
  /** 0 unless it acknowledges. */
  readonly acknowledgmentNumber: number;
  /** 0 where not known. */
  readonly payloadLength: number;
  readonly isLengthKnown: boolean;
  /** The number after the last one that the segment takes: SYN and FIN count one each (RFC 9293 section 3.4). */
  readonly end: number;
  readonly window: number;
  readonly isWindowKnown: boolean;
  readonly isWindowScaled: boolean;
  /** The capture holds the sequence number: it is neither inferred nor missing. */
  readonly isSequenceSeen: boolean;
  readonly isSequenceKnown: boolean;
  /** The numbers count from an unknown base. */
  readonly isSequenceRelative: boolean;
  readonly isAcknowledgmentRelative: boolean;
  readonly isElidedBefore: boolean;
  /** All options are known: the record was not cut, and the text prints them. */
  readonly areOptionsKnown: boolean;
  /** A pure ACK that answers something unacceptable, and says nothing about data (RFC 5961). */
  readonly isChallengeAck: boolean;
}

/** Reads the row at a position. */
export function sequenceRow({ segments, findings }: SteppedConnection, position: Position): SequenceRow {
  const index = position - 1;
  const flags = segments.flags[index];
  const marks = segments.marks[index];
  const sequenceNumber = segments.sequenceNumber[index];
  const payloadLength = segments.payloadLength[index];
  const has = (mark: number): boolean => (marks & mark) !== 0;
  const isAckTold = !has(Mark.AcknowledgmentUnknown) && !has(Mark.AcknowledgmentInferred);
  const acknowledges = (flags & ACK) !== 0 && isAckTold;
  return {
    position,
    flags,
    sequenceNumber,
    acknowledges,
    acknowledgmentNumber: acknowledges ? segments.acknowledgmentNumber[index] : 0,
    payloadLength,
    isLengthKnown: !has(Mark.LengthUnknown),
    end: sequenceEnd(segments, index),
    window: segments.window[index],
    isWindowKnown: !has(Mark.WindowUnknown),
    isWindowScaled: has(Mark.WindowScaled),
    isSequenceSeen: !has(Mark.SequenceUnknown) && !has(Mark.SequenceInferred),
    isSequenceKnown: !has(Mark.SequenceUnknown),
    isSequenceRelative: has(Mark.SequenceRelative),
    isAcknowledgmentRelative: has(Mark.AcknowledgmentRelative),
    isElidedBefore: has(Mark.ElidedBefore),
    areOptionsKnown: areOptionsTold(segments, index),
    isChallengeAck: (findings[index] & Finding.ChallengeAck) !== 0,
  };
}
