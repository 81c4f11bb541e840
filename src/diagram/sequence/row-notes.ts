import { bisector } from "d3";
import { type ConnectionAnalysis, FATES, type Move, type Position } from "../../tcp/analysis.ts";
import type { Annotation } from "../../tcp/annotation.ts";
import { arrow } from "../../tcp/arrows.ts";
import type { Side } from "../../tcp/state.ts";
import { movesAt } from "../../tcp/states.ts";
import type { SequenceWords } from "./sequence-words.ts";

/** A line of words at one end. */
export interface EndNote {
  readonly side: Side;
  readonly text: string;
}

/** What stands in a row beside label and arrow. */
export interface RowNotes {
  /** A clock ran out before the segment was sent. */
  readonly timers: readonly EndNote[];
  /** Socket calls that made the segment be sent. */
  readonly callsBefore: readonly EndNote[];
  /** Socket calls that what arrives lets return. */
  readonly callsAfter: readonly EndNote[];
  readonly chips: readonly string[];
  /** Time since the copy before, to stand beside the bracket. */
  readonly interval: string | null;
}

/** Kinds whose `refersTo` is an earlier copy of the same segment or octets. */
const COPIES = new Set<Annotation["kind"]>([
  "syn-retransmission",
  "syn-ack-retransmission",
  "fin-retransmission",
  "retransmission",
  "fast-retransmission",
  "spurious-retransmission",
]);

export function isCopy({ kind, refersTo }: Annotation): boolean {
  return refersTo !== null && COPIES.has(kind);
}

const byPosition = bisector<Annotation, number>(({ position }) => position);

/** The annotations of one segment. */
export function annotationsAt(
  { annotations }: Pick<ConnectionAnalysis, "annotations">,
  position: Position,
): readonly Annotation[] {
  return annotations.slice(byPosition.left(annotations, position), byPosition.right(annotations, position));
}

/** Gathers what is to be said beside the segment at `position`. */
export function notesAt(analysis: ConnectionAnalysis, position: Position, words: SequenceWords): RowNotes {
  const moves = movesAt(analysis, position);
  const fate = FATES[analysis.fate[position - 1] ?? 0] ?? "unknown";
  const annotations = annotationsAt(analysis, position);
  const interval = annotations.find(isCopy)?.interval ?? null;
  return {
    timers: moves.filter(isTimer).map((move) => ({ side: move.side, text: words.event(move, null) })),
    callsBefore: callsOf(moves, words, (move) => !isTimer(move) && !isReceived(move)),
    callsAfter: callsOf(moves, words, isReceived),
    chips: [words.fate(fate), ...annotations.map(words.chip)].filter((chip) => chip !== null),
    interval: interval === null ? null : words.duration(interval),
  };
}

function callsOf(moves: readonly Move[], words: SequenceWords, isWanted: (move: Move) => boolean): EndNote[] {
  return moves.filter(isWanted).flatMap((move) => {
    const { call } = arrow(move.arrow);
    const text = call && words.call(call);
    return text === null ? [] : [{ side: move.side, text }];
  });
}

export function isTimer({ arrow: id }: Move): boolean {
  return arrow(id).kind === "timer";
}

/** Whether something that arrives makes the move, so that it happens where that lands. */
export function isReceived({ arrow: id }: Move): boolean {
  const { kind } = arrow(id);
  return kind === "receive" || kind === "icmp";
}
