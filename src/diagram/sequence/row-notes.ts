import { type ConnectionAnalysis, type Move } from "../../tcp/analysis.ts";
import { type Annotation, RETRANSMISSIONS, annotationsAt } from "../../tcp/annotation.ts";
import { arrow } from "../../tcp/arrows.ts";
import type { Position } from "../../tcp/position.ts";
import { fateAt, senderAt } from "../../tcp/segment-at.ts";
import type { Side } from "../../tcp/state.ts";
import { movesAt } from "../../tcp/states.ts";
import type { SequenceWords } from "./sequence-words.ts";
import type { EndNote } from "./stack-notes.ts";

/** The notes in a row, beside its label and arrow. */
export interface RowNotes {
  /** In order: clocks that ran out before the segment was sent, calls that sent it, the time since the copy before. */
  readonly before: readonly EndNote[];
  /** Socket calls that return because of what arrives. */
  readonly after: readonly EndNote[];
  readonly chips: readonly string[];
}

const COPIES: ReadonlySet<Annotation["kind"]> = new Set(RETRANSMISSIONS);

export function isCopy({ kind, refersTo }: Annotation): boolean {
  return refersTo !== null && COPIES.has(kind);
}

/** Gathers the notes of the segment at `position`. */
export function notesAt(analysis: ConnectionAnalysis, position: Position, words: SequenceWords): RowNotes {
  const moves = movesAt(analysis, position);
  const fate = fateAt(analysis, position);
  const annotations = annotationsAt(analysis.annotations, position);
  const interval = annotations.find(isCopy)?.interval ?? null;
  const sender = senderAt(analysis, position);
  const time = interval === null ? [] : [note(sender, "interval", words.duration(interval))];
  const timers = moves.filter(isTimer).map((move) => note(move.side, "timer", words.event(move)));
  const calls = callsOf(moves, words, (move) => !isTimer(move) && !isReceived(move));
  return {
    before: [...timers, ...calls, ...time],
    after: callsOf(moves, words, isReceived),
    chips: [words.fate(fate), ...annotations.map(words.chip)].filter((chip) => chip !== null),
  };
}

function note(side: Side, kind: EndNote["kind"], text: string): EndNote {
  return { side, kind, text };
}

function callsOf(moves: readonly Move[], words: SequenceWords, isWanted: (move: Move) => boolean): EndNote[] {
  return moves.filter(isWanted).flatMap((move) => {
    const { call } = arrow(move.arrow);
    const text = call && words.call(call);
    return text === null ? [] : [note(move.side, "call", text)];
  });
}

export function isTimer({ arrow: id }: Move): boolean {
  return arrow(id).kind === "timer";
}

/** Whether an arriving segment makes the move, so that the move is drawn where that segment lands. */
export function isReceived({ arrow: id }: Move): boolean {
  const { kind } = arrow(id);
  return kind === "receive" || kind === "icmp";
}
