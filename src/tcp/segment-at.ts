import { ACK, SYN } from "../segments/flags.ts";
import { Mark } from "../segments/segment-table.ts";
import { CIRCLE, distance, type SequenceNumber } from "../segments/sequence-number.ts";
import { type ConnectionAnalysis, type Fate, FATES, Finding } from "./analysis.ts";
import { otherSide } from "./connection.ts";
import type { Position } from "./position.ts";
import type { Side } from "./state.ts";

/** A sequence or acknowledgment number of a segment. */
export interface SegmentNumber {
  /**
   * As on the wire; null where the capture does not contain it, and where a text counts from a base that it does not
   * give.
   */
  readonly wire: SequenceNumber | null;
  /**
   * Counted from the ISN of the end whose number it is; what lies before it is -1, -2 … (docs/state-machine.md 2).
   * null where the number or its base is not known.
   */
  readonly relative: number | null;
}

/** A segment of a connection, as the analysis sees it. null: the capture does not contain the value. */
export interface SegmentAt {
  readonly position: Position;
  readonly sender: Side;
  /** The sender itself in a self-connect. */
  readonly receiver: Side;
  /** Control bits, see `segments/flags.ts`. */
  readonly flags: number;
  readonly fate: Fate;
  readonly sequence: SegmentNumber;
  /** Both null without the ACK flag. */
  readonly acknowledgment: SegmentNumber;
  /** Octets of data. */
  readonly payloadLength: number | null;
  /** SEG.WND as in the header; octets where the text has scaled it already. */
  readonly window: number | null;
  /** Number of bits to shift the window by to get octets; null where no SYN of the capture gives it. */
  readonly shift: number | null;
}

/** The part of an analysis that a segment is read from. */
type Read = Pick<
  ConnectionAnalysis,
  "connection" | "segments" | "fromClient" | "fate" | "relativeBase" | "numbers"
>;

/** The segment at a position, 1 to the number of segments. */
export function segmentAt(analysis: Read, position: Position): SegmentAt {
  const { segments, numbers } = analysis;
  const row = position - 1;
  const flags = segments.flags[row];
  const marks = segments.marks[row];
  const sender = senderAt(analysis, position);
  const receiver = receiverAt(analysis, position);
  const told = (mark: number, value: number): number | null => ((marks & mark) === 0 ? value : null);
  const acknowledges = (flags & ACK) !== 0;
  return {
    position,
    sender,
    receiver,
    flags,
    fate: fateAt(analysis, position),
    sequence: numberOf(
      analysis,
      sender,
      told(Mark.SequenceUnknown, segments.sequenceNumber[row]),
      numbers.start[row],
      (marks & Mark.SequenceRelative) !== 0,
    ),
    acknowledgment: numberOf(
      analysis,
      receiver,
      acknowledges ? told(Mark.AcknowledgmentUnknown, segments.acknowledgmentNumber[row]) : null,
      numbers.ack[row],
      (marks & Mark.AcknowledgmentRelative) !== 0,
    ),
    payloadLength: told(Mark.LengthUnknown, segments.payloadLength[row]),
    window: told(Mark.WindowUnknown, segments.window[row]),
    // The window of a SYN is never scaled (RFC 7323 section 2.2).
    shift: (flags & SYN) !== 0 || (marks & Mark.WindowScaled) !== 0 ? 0 : numbers.windowScale[sender],
  };
}

/** The sender of the segment at a position. */
export function senderAt({ fromClient }: Pick<Read, "fromClient">, position: Position): Side {
  return fromClient[position - 1] === 1 ? "client" : "server";
}

/** The receiver of the segment at a position. */
export function receiverAt(analysis: Pick<Read, "fromClient" | "connection">, position: Position): Side {
  const sender = senderAt(analysis, position);
  return analysis.connection.isSelfConnect ? sender : otherSide(sender);
}

/** What became of the segment at a position. */
export function fateAt({ fate }: Pick<Read, "fate">, position: Position): Fate {
  return FATES[fate[position - 1] ?? 0] ?? "unknown";
}

/** A second record of the same packet, a stray SYN, a segment that its receiver had to drop. */
const SKIPPED = Finding.CapturedTwice | Finding.StraySyn | Finding.Dropped;

/** Whether the segment at a position is none of the connection's exchange, and drives nothing. */
export function isSkippedAt({ findings }: Pick<ConnectionAnalysis, "findings">, position: Position): boolean {
  return (findings[position - 1] & SKIPPED) !== 0;
}

/** A number of `side` as it is shown: as {@link SegmentNumber.relative}, from the number on the wire alone. */
export function relativeNumber(
  { relativeBase }: Pick<ConnectionAnalysis, "relativeBase">,
  side: Side,
  number: SequenceNumber,
): number | null {
  const base = relativeBase[side];
  return base === null ? null : distance(base, number);
}

function numberOf(
  analysis: Read,
  side: Side,
  number: number | null,
  unwrapped: number | undefined,
  isRelative: boolean,
): SegmentNumber {
  if (number === null) return { wire: null, relative: null };
  // A text that counts from a base that it does not give counts from 0.
  if (isRelative) return { wire: null, relative: distance(0, number) };
  const near = relativeNumber(analysis, side, number);
  const origin = analysis.numbers.origin[side];
  if (near === null || origin === null || unwrapped === undefined) return { wire: number, relative: near };
  // The distance on the circle is right up to 2 GiB; the unwrapped number gives the number of wraps.
  const rounds = Math.round((unwrapped - origin - near) / CIRCLE);
  return { wire: number, relative: Number.isNaN(rounds) ? near : near + rounds * CIRCLE };
}
