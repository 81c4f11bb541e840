import { FIN, RST, SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis, EndState } from "../../tcp/analysis.ts";
import { otherSide } from "../../tcp/connection.ts";
import type { Side, TcpState } from "../../tcp/state.ts";
import { endStatesAt, movesAt } from "../../tcp/states.ts";
import { foreseenAt } from "./foreseen-segments.ts";
import { posedAcknowledgment, posedSegment, posedState } from "./pose-question.ts";
import type { AcknowledgmentQuestion, Question, SegmentQuestion, StateQuestion } from "./question.ts";

/** The analysis of what the class has seen, of that with the next segment, and of the whole. */
export interface Outlook {
  readonly before: ConnectionAnalysis;
  readonly after: ConnectionAnalysis;
  readonly whole: ConnectionAnalysis;
}

/**
 * Asks about the segment after those of `before`. The kinds of questions take turns. A kind is passed over if what
 * was seen does not answer it, or if a later segment would change the answer. "What comes next" can always be asked.
 */
export function askQuestion(outlook: Outlook): Question {
  const about = outlook.after.segments.length;
  const kinds = [askSegment, askState, askAcknowledgment];
  const turn = (about - 1) % kinds.length;
  for (let offset = 0; offset < kinds.length; offset++) {
    const question = kinds[(turn + offset) % kinds.length]?.(outlook) ?? null;
    if (question !== null && (question.kind !== "segment" || isTelling(outlook))) return question;
  }
  return askSegment(outlook);
}

/** The arrival of data cannot be predicted, so "what comes next" is asked where the connection moves on. */
function isTelling({ after }: Outlook): boolean {
  const about = after.segments.length;
  const { flags } = foreseenAt(after, about);
  return about === 1 || (flags & (SYN | FIN | RST)) !== 0 || movesAt(after, about).length > 0;
}

function askSegment({ before, after }: Outlook): SegmentQuestion {
  const about = after.segments.length;
  return posedSegment(after, about, endStatesAt(before, about - 1));
}

function askState({ before, after, whole }: Outlook): StateQuestion | null {
  const about = after.segments.length;
  const was = endStatesAt(before, about - 1);
  const known = endStatesAt(after, about);
  const truth = endStatesAt(whole, about);
  const { sender } = foreseenAt(after, about);
  // The receiver's state first, because the sender's is on screen.
  const sides: readonly Side[] = after.connection.isSelfConnect ? ["client"] : [otherSide(sender), sender];
  for (const side of sides) {
    const right = settled(known[side], truth[side]);
    const from = was[side].state;
    if (right === null || from === null || right === from) continue;
    return posedState(after, about, was, side, right);
  }
  return null;
}

/** The state, if it is known now and the whole analysis agrees. */
function settled(known: EndState, truth: EndState): TcpState | null {
  const isSettled =
    known.state === truth.state && known.alternatives.length + truth.alternatives.length === 0;
  return isSettled ? known.state : null;
}

function askAcknowledgment({ after, whole }: Outlook): AcknowledgmentQuestion | null {
  return posedAcknowledgment(whole, after.segments.length);
}
