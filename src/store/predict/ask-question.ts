import { FIN, RST, SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis, EndState } from "../../tcp/analysis.ts";
import { ARROW_IDS, arrow } from "../../tcp/arrows.ts";
import { otherSide } from "../../tcp/connection.ts";
import { type Side, TCP_STATES, type TcpState } from "../../tcp/state.ts";
import { endStatesAt, movesAt } from "../../tcp/states.ts";
import { foreseenAcknowledgment } from "./foreseen-acknowledgment.ts";
import { foreseeableAfter, foreseenAt, isAlike } from "./foreseen-segments.ts";
import type { AcknowledgmentQuestion, Question, SegmentQuestion, StateQuestion } from "./question.ts";

/** How many options a question has at most. */
const OPTIONS = 4;

/** What the class has seen, what it will have seen after the next segment, and the truth. */
export interface Outlook {
  readonly before: ConnectionAnalysis;
  readonly after: ConnectionAnalysis;
  readonly whole: ConnectionAnalysis;
}

/**
 * Asks about the segment after those of `before`. The kinds take turns; one that cannot be answered from what was seen,
 * or whose answer would have to be taken back later, is passed over. What comes next can always be asked.
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

/** Of data nobody can say when it comes, so what comes next is asked where the connection moves on. */
function isTelling({ after }: Outlook): boolean {
  const about = after.segments.length;
  const { flags } = foreseenAt(after, about);
  return about === 1 || (flags & (SYN | FIN | RST)) !== 0 || movesAt(after, about).length > 0;
}

function askSegment({ before, after }: Outlook): SegmentQuestion {
  const about = after.segments.length;
  const right = foreseenAt(after, about);
  const others = foreseeableAfter(before).filter((one) => !isAlike(one, right));
  return { kind: "segment", about, ...mixed(right, others, about) };
}

function askState({ before, after, whole }: Outlook): StateQuestion | null {
  const about = after.segments.length;
  const was = endStatesAt(before, about - 1);
  const known = endStatesAt(after, about);
  const truth = endStatesAt(whole, about);
  const sides: readonly Side[] = after.connection.isSelfConnect ? ["client"] : ["client", "server"];
  const segment = foreseenAt(after, about);
  // The receiver's state first: that of the sender, one can see.
  for (const side of sides.toSorted((one) => (one === segment.sender ? 1 : -1))) {
    const right = settled(known[side], truth[side]);
    const from = was[side].state;
    if (right === null || from === null || right === from) continue;
    return {
      kind: "state",
      about,
      segment,
      side,
      ...mixed(right, statesNear(from, was[otherSide(side)].state, right), about),
    };
  }
  return null;
}

/** The state, if it can be known now and nothing later takes it back. */
function settled(known: EndState, truth: EndState): TcpState | null {
  const isSettled =
    known.state === truth.state && known.alternatives.length + truth.alternatives.length === 0;
  return isSettled ? known.state : null;
}

/** Where the arrows out of the present states lead, and those states; the nearest first. */
function statesNear(from: TcpState, peer: TcpState | null, right: TcpState): TcpState[] {
  const led = (state: TcpState): TcpState[] =>
    ARROW_IDS.map(arrow)
      .filter((one) => one.from.includes(state))
      .flatMap((one): readonly TcpState[] => one.to);
  const near = [...led(from), from, ...(peer === null ? [] : [peer, ...led(peer)]), ...TCP_STATES];
  return [...new Set(near)].filter((state) => state !== right);
}

function askAcknowledgment({ after, whole }: Outlook): AcknowledgmentQuestion | null {
  const about = after.segments.length;
  const foreseen = foreseenAcknowledgment(whole, about);
  if (foreseen === null) return null;
  const [right = 0, ...mistakes] = foreseen.numbers;
  const { options } = mixed(right, mistakes, about);
  const ordered = options.toSorted((a, b) => a - b);
  return {
    kind: "acknowledgment",
    about,
    segment: foreseenAt(after, about),
    acknowledged: foreseen.acknowledged,
    options: ordered,
    right: ordered.indexOf(right),
  };
}

/** The right one among the first others, at a place that says nothing: it depends on the position alone. */
function mixed<Option>(
  right: Option,
  others: readonly Option[],
  about: number,
): { readonly options: readonly Option[]; readonly right: number } {
  const options = others.slice(0, OPTIONS - 1);
  // Knuth's multiplicative hash: neighbours get places that have nothing to do with each other.
  const place = (Math.imul(about, 2654435761) >>> 16) % (options.length + 1);
  options.splice(place, 0, right);
  return { options, right: place };
}
