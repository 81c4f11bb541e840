import { ACK, RST } from "../../segments/flags.ts";
import { Mark, type SegmentColumns } from "../../segments/segment-table.ts";
import { advance, distance } from "../../segments/sequence-number.ts";
import { sequenceLength } from "../../segments/sequence-space.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { otherSide } from "../../tcp/connection.ts";
import type { Position } from "../../tcp/position.ts";
import { senderAt } from "../../tcp/segment-at.ts";
import type { Side } from "../../tcp/state.ts";

export interface ForeseenAcknowledgment {
  readonly acknowledged: Side;
  /** The right number first, then those of the usual mistakes; as on the wire, each once. */
  readonly numbers: readonly number[];
}

const UNTOLD =
  Mark.SequenceUnknown | Mark.AcknowledgmentUnknown | Mark.SequenceRelative | Mark.AcknowledgmentRelative;

/**
 * The acknowledgment number of the segment at `about`. Null if it has none, or if no numbers of the other end were
 * seen before.
 * @param isToFollow also null if it does not follow from the segments before: unless it acknowledges exactly
 * everything that was seen of the other end, for the first time
 */
export function foreseenAcknowledgment(
  whole: ConnectionAnalysis,
  about: Position,
  isToFollow = true,
): ForeseenAcknowledgment | null {
  const { segments, connection } = whole;
  const row = about - 1;
  const flags = segments.flags[row] ?? 0;
  if ((flags & (ACK | RST)) !== ACK || connection.isSelfConnect) return null;
  const sender = senderAt(whole, about);
  const seen = lookBack(whole, about, sender);
  const right = segments.acknowledgmentNumber[row] ?? 0;
  if (seen === null || (isToFollow && (seen.next !== right || seen.acknowledged === right))) return null;
  const { start, length, counts } = seen;
  const mistakes = [
    start,
    advance(right, 1),
    counts > 0 ? advance(start, length - counts) : advance(right, -1),
    whole.initialSequenceNumber[otherSide(sender)] ?? advance(right, 2),
    advance(right, 2),
  ];
  return { acknowledged: otherSide(sender), numbers: [...new Set([right, ...mistakes])] };
}

interface SentSoFar {
  /** The number after everything that the other end has sent. */
  readonly next: number;
  /** Where its last segment starts, how much it takes, and how much of that is SYN or FIN. */
  readonly start: number;
  readonly length: number;
  readonly counts: number;
  /** The last acknowledgment number; null: none yet. */
  readonly acknowledged: number | null;
}

function lookBack(
  { segments, fromClient }: ConnectionAnalysis,
  about: Position,
  sender: Side,
): SentSoFar | null {
  let seen: Omit<SentSoFar, "acknowledged"> | null = null;
  let acknowledged: number | null = null;
  if (((segments.marks[about - 1] ?? 0) & UNTOLD) !== 0) return null;
  for (let row = 0; row < about - 1; row++) {
    if (((segments.marks[row] ?? 0) & UNTOLD) !== 0) return null;
    const isOwn = (fromClient[row] === 1) === (sender === "client");
    const flags = segments.flags[row] ?? 0;
    if (isOwn && (flags & ACK) !== 0) acknowledged = segments.acknowledgmentNumber[row] ?? 0;
    if (isOwn || (flags & RST) !== 0) continue;
    const taken = takenBy(segments, row);
    if (seen === null || distance(seen.next, taken.next) > 0) seen = taken;
  }
  return seen === null ? null : { ...seen, acknowledged };
}

function takenBy(segments: SegmentColumns, row: number): Omit<SentSoFar, "acknowledged"> {
  const flags = segments.flags[row] ?? 0;
  const start = segments.sequenceNumber[row] ?? 0;
  const length = sequenceLength(flags, segments.payloadLength[row] ?? 0);
  return { next: advance(start, length), start, length, counts: sequenceLength(flags, 0) };
}
