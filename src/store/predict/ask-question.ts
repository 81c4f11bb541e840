import { FIN, RST, SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis, EndState } from "../../tcp/analysis.ts";
import { otherSide } from "../../tcp/connection.ts";
import type { Position } from "../../tcp/position.ts";
import type { Side, TcpState } from "../../tcp/state.ts";
import { endStatesAt, movesAt } from "../../tcp/states.ts";
import { foreseenAt } from "./foreseen-segments.ts";
import {
  posedAcknowledgment,
  posedCannot,
  posedMaySend,
  posedSequence,
  posedState,
} from "./pose-question.ts";
import type { Question, StateQuestion } from "./question.ts";

/** The analysis of what the class has seen, of that with the next segment, and of the whole. */
export interface Outlook {
  readonly before: ConnectionAnalysis;
  readonly after: ConnectionAnalysis;
  readonly whole: ConnectionAnalysis;
}

/** How many segments of a transfer are asked about before the rest of it is passed over. */
const OF_A_TRANSFER = 4;

/**
 * Asks about the segment after those of `before`, what TCP determines of it: a state, a number, or what an end may
 * send. What the application decides is not asked. The kinds of questions take turns. Null if nothing can be asked:
 * what was seen does not answer it, or a later segment would change the answer.
 */
export function askQuestion(outlook: Outlook): Question | null {
  const { after, whole } = outlook;
  const about = after.segments.length;
  const kinds: readonly (() => Question | null)[] = [
    () => askState(outlook),
    () => posedAcknowledgment(whole, about),
    () => askOfStates(outlook, (side, state) => posedCannot(after, about, side, state)),
    () => posedSequence(whole, about),
    () => askOfStates(outlook, (side, state) => posedMaySend(about, side, state)),
  ];
  // What an end of a connection does to its states comes first.
  const ends = ((after.segments.flags[about - 1] ?? 0) & (FIN | RST)) !== 0;
  const turn = ends ? 0 : about - 1;
  for (let offset = 0; offset < kinds.length; offset++) {
    const question = kinds[(turn + offset) % kinds.length]?.() ?? null;
    if (question !== null) return question;
  }
  return null;
}

/**
 * How many segments from a position on are the rest of a transfer: each like several before it, and none moves an
 * end.
 */
export function restOfTransfer(whole: ConnectionAnalysis, position: Position): number {
  const isBulk = (at: Position): boolean =>
    at >= 1 &&
    at <= whole.segments.length &&
    ((whole.segments.flags[at - 1] ?? 0) & (SYN | FIN | RST)) === 0 &&
    movesAt(whole, at).length === 0;
  for (let before = 1; before <= OF_A_TRANSFER; before++) if (!isBulk(position - before)) return 0;
  let rest = 0;
  while (isBulk(position + rest)) rest += 1;
  return rest;
}

function askState({ before, after, whole }: Outlook): StateQuestion | null {
  const about = after.segments.length;
  // Before the first segment, only that segment tells where its sender stands.
  const was = endStatesAt(about === 1 ? after : before, about - 1);
  const known = endStatesAt(after, about);
  const truth = endStatesAt(whole, about);
  const { sender } = foreseenAt(after, about);
  // The receiver's state first, because the sender's is on screen.
  const both: readonly Side[] = about === 1 ? [sender] : [otherSide(sender), sender];
  const sides: readonly Side[] = after.connection.isSelfConnect ? ["client"] : both;
  for (const side of sides) {
    const right = settled(known[side], truth[side]);
    const from = was[side].state;
    if (right === null || from === null || right === from) continue;
    return posedState(after, about, was, side, right);
  }
  return null;
}

/** Asks of an end whose state before the segment is settled; the sender of the segment first. */
function askOfStates(
  { before, after, whole }: Outlook,
  pose: (side: Side, state: TcpState) => Question | null,
): Question | null {
  if (after.connection.isSelfConnect) return null;
  const about = after.segments.length;
  const known = endStatesAt(before, about - 1);
  const truth = endStatesAt(whole, about - 1);
  const { sender } = foreseenAt(after, about);
  for (const side of [sender, otherSide(sender)]) {
    const state = settled(known[side], truth[side]);
    const question = state === null ? null : pose(side, state);
    if (question !== null) return question;
  }
  return null;
}

/** The state, if it is known now and the whole analysis agrees. */
function settled(known: EndState, truth: EndState): TcpState | null {
  const isSettled =
    known.state === truth.state && known.alternatives.length + truth.alternatives.length === 0;
  return isSettled ? known.state : null;
}
