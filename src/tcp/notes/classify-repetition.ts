import { distance } from "../../segments/sequence-number.ts";
import type { AnnotationKind } from "../annotation.ts";
import type { Position } from "../position.ts";
import type { DirectionWatch } from "./direction-watch.ts";
import type { RowClock } from "./row-clock.ts";
import type { SequenceRow } from "./sequence-row.ts";

/** A fast retransmission follows the duplicate ACK at once, not a timer. */
const FAST_WITHIN = 20_000_000;
/** What counts as "at once" for reordering while the round trip is not known. */
const REORDERING_WITHIN = 3_000_000;

/** Both ends of the row, and the times. */
export interface RepetitionContext {
  readonly sender: DirectionWatch;
  readonly receiver: DirectionWatch;
  readonly clock: RowClock;
  /** The capture was made at the host of the sender. */
  readonly isOwnCapture: boolean;
  /** First ACK minus last SYN, nanoseconds; null while not known. */
  readonly initialRoundTrip: number | null;
  /** Whether the segment at `position` has a later TSval than that at `before`: it was made later (RFC 7323 section 3.2). */
  isNewerThan(before: Position, position: Position): boolean;
}

/**
 * Classifies a segment with data or FIN that repeats numbers of its sender (docs/state-machine.md 7.1 no. 11). Null:
 * its numbers are new. The segment must be comparable with `sender.next`.
 */
export function classifyRepetition(row: SequenceRow, context: RepetitionContext): AnnotationKind | null {
  const { sender, receiver, clock, isOwnCapture, initialRoundTrip } = context;
  const { sequenceNumber, payloadLength, position } = row;
  if (isAcknowledgedAlready(row, receiver)) return "spurious-retransmission";
  const behind = sender.hasNext ? distance(sequenceNumber, sender.next) : 0;
  // A longer segment that starts one number back follows a window probe of one octet.
  if (behind <= 0 || (payloadLength > 1 && behind === 1)) return null;

  const isAskedFor = receiver.hasAcknowledged && receiver.acknowledged === sequenceNumber;
  const before = sender.sent.find(sequenceNumber);
  const wasSent = before !== null;
  const sinceNewest = clock(sender.nextPosition, position);
  if (sinceNewest === null) {
    // RFC 5681 section 3.2: the third duplicate ACK asks for the segment.
    if (isAskedFor && receiver.duplicates >= 3) return "fast-retransmission";
    return wasSent ? "retransmission" : "out-of-order";
  }
  if (isAskedFor && receiver.duplicates >= 2) {
    const sinceAck = clock(receiver.acknowledgedLastAt, position);
    if (sinceAck !== null && sinceAck < FAST_WITHIN) return "fast-retransmission";
  }
  // No wire lies between a host and its own capture that could change the order. No wire changes a TSval either.
  if (wasSent && (isOwnCapture || context.isNewerThan(before, position))) return "retransmission";
  if (sinceNewest < (initialRoundTrip ?? REORDERING_WITHIN) && sender.next !== row.end) return "out-of-order";
  return "retransmission";
}

function isAcknowledgedAlready(row: SequenceRow, receiver: DirectionWatch): boolean {
  return (
    row.payloadLength > 0 &&
    receiver.hasAcknowledged &&
    receiver.isAcknowledgedRelative === row.isSequenceRelative &&
    distance(row.sequenceNumber + row.payloadLength, receiver.acknowledged) >= 0
  );
}
