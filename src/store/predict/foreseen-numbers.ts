import { ACK, RST } from "../../segments/flags.ts";
import { Mark, type SegmentColumns } from "../../segments/segment-table.ts";
import { advance, distance } from "../../segments/sequence-number.ts";
import { sequenceLength } from "../../segments/sequence-space.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { otherSide } from "../../tcp/connection.ts";
import type { Position } from "../../tcp/position.ts";
import { senderAt } from "../../tcp/segment-at.ts";
import type { Side } from "../../tcp/state.ts";
import type { NumberMistake } from "./question.ts";

/** A number that could be the answer; a null mistake: it is. */
interface ForeseenNumber {
  readonly number: number;
  readonly mistake: NumberMistake | null;
}

/** The numbers of one end, as on the wire, each once: the right one first, then those of the usual mistakes. */
export interface ForeseenNumbers {
  readonly of: Side;
  readonly numbers: readonly ForeseenNumber[];
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
): ForeseenNumbers | null {
  const { segments, connection } = whole;
  const row = about - 1;
  const flags = segments.flags[row] ?? 0;
  if ((flags & (ACK | RST)) !== ACK || connection.isSelfConnect) return null;
  const sender = senderAt(whole, about);
  const of = otherSide(sender);
  const seen = sentSoFar(whole, about, of);
  const right = segments.acknowledgmentNumber[row] ?? 0;
  if (seen === null) return null;
  if (isToFollow && (seen.next !== right || acknowledgedSoFar(whole, about, sender) === right)) return null;
  return { of, numbers: amongMistakes(whole, of, right, seen) };
}

/**
 * The sequence number of the segment at `about`: SND.NXT of its sender. Null if that does not follow from what its
 * sender has sent, as that of a retransmission, or follows without counting.
 */
export function foreseenSequence(whole: ConnectionAnalysis, about: Position): ForeseenNumbers | null {
  const { segments, connection } = whole;
  const row = about - 1;
  if (((segments.flags[row] ?? 0) & RST) !== 0 || connection.isSelfConnect) return null;
  const of = senderAt(whole, about);
  const seen = sentSoFar(whole, about, of);
  const right = segments.sequenceNumber[row] ?? 0;
  if (seen === null || seen.length === 0 || seen.next !== right) return null;
  return { of, numbers: amongMistakes(whole, of, right, seen) };
}

function amongMistakes(
  whole: ConnectionAnalysis,
  of: Side,
  right: number,
  { start, length, counts }: SentSoFar,
): ForeseenNumber[] {
  const found: ForeseenNumber[] = [
    { number: right, mistake: null },
    { number: start, mistake: "repeats" },
    { number: advance(right, 1), mistake: "beyond" },
    counts > 0
      ? { number: advance(start, length - counts), mistake: "without-control" }
      : { number: advance(right, -1), mistake: "short" },
    { number: whole.initialSequenceNumber[of] ?? advance(right, 2), mistake: "initial" },
    { number: advance(right, 2), mistake: "beyond" },
  ];
  return found.filter(({ number }, index) => found.findIndex((one) => one.number === number) === index);
}

interface SentSoFar {
  /** The number after everything that the end has sent. */
  readonly next: number;
  /** Where its last segment starts, how much it takes, and how much of that is SYN or FIN. */
  readonly start: number;
  readonly length: number;
  readonly counts: number;
}

/** What an end has sent before `about`; null: nothing, or its numbers are not told. */
function sentSoFar(
  { segments, fromClient }: ConnectionAnalysis,
  about: Position,
  of: Side,
): SentSoFar | null {
  let seen: SentSoFar | null = null;
  for (let row = 0; row < about; row++) {
    if (((segments.marks[row] ?? 0) & UNTOLD) !== 0) return null;
    const isOwn = (fromClient[row] === 1) === (of === "client");
    if (row === about - 1 || !isOwn || ((segments.flags[row] ?? 0) & RST) !== 0) continue;
    const taken = takenBy(segments, row);
    if (seen === null || distance(seen.next, taken.next) > 0) seen = taken;
  }
  return seen;
}

/** The last acknowledgment number of an end before `about`; null: none yet. */
function acknowledgedSoFar(
  { segments, fromClient }: ConnectionAnalysis,
  about: Position,
  of: Side,
): number | null {
  for (let row = about - 2; row >= 0; row--) {
    const isOwn = (fromClient[row] === 1) === (of === "client");
    if (isOwn && ((segments.flags[row] ?? 0) & ACK) !== 0) return segments.acknowledgmentNumber[row] ?? 0;
  }
  return null;
}

function takenBy(segments: SegmentColumns, row: number): SentSoFar {
  const flags = segments.flags[row] ?? 0;
  const start = segments.sequenceNumber[row] ?? 0;
  const length = sequenceLength(flags, segments.payloadLength[row] ?? 0);
  return { next: advance(start, length), start, length, counts: sequenceLength(flags, 0) };
}
