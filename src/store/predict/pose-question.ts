import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { ARROW_IDS, arrow } from "../../tcp/arrows.ts";
import { otherSide } from "../../tcp/connection.ts";
import type { Position } from "../../tcp/position.ts";
import { type Side, TCP_STATES, type TcpState } from "../../tcp/state.ts";
import type { EndStates } from "../../tcp/states.ts";
import { foreseenAcknowledgment } from "./foreseen-acknowledgment.ts";
import { foreseeableIn, foreseenAt, isAlike } from "./foreseen-segments.ts";
import type { AcknowledgmentQuestion, SegmentQuestion, StateQuestion } from "./question.ts";

/** How many options a question has at most. */
const OPTIONS = 4;

/** Asks which segment comes. @param was the states before it, as far as they are known */
export function posedSegment(analysis: ConnectionAnalysis, about: Position, was: EndStates): SegmentQuestion {
  const right = foreseenAt(analysis, about);
  const others = foreseeableIn(was, analysis.connection.isSelfConnect).filter((one) => !isAlike(one, right));
  return { kind: "segment", about, ...mixed(right, others, seedOf(analysis, about)) };
}

/** Asks in which state the end is after it. @param right the answer */
export function posedState(
  analysis: ConnectionAnalysis,
  about: Position,
  was: EndStates,
  side: Side,
  right: TcpState,
): StateQuestion {
  const others = statesNear(was[side].state, was[otherSide(side)].state, right);
  return {
    kind: "state",
    about,
    segment: foreseenAt(analysis, about),
    side,
    ...mixed(right, others, seedOf(analysis, about)),
  };
}

/** Asks for its acknowledgment number; null if that cannot be asked; `isToFollow` as in `foreseenAcknowledgment`. */
export function posedAcknowledgment(
  whole: ConnectionAnalysis,
  about: Position,
  isToFollow = true,
): AcknowledgmentQuestion | null {
  const foreseen = foreseenAcknowledgment(whole, about, isToFollow);
  if (foreseen === null) return null;
  const [right = 0, ...mistakes] = foreseen.numbers;
  const options = mixed(right, mistakes, seedOf(whole, about)).options.toSorted((a, b) => a - b);
  return {
    kind: "acknowledgment",
    about,
    segment: foreseenAt(whole, about),
    acknowledged: foreseen.acknowledged,
    options,
    right: options.indexOf(right),
  };
}

/** The states that the arrows out of the present states lead to, and the present ones; the nearest first. */
function statesNear(from: TcpState | null, peer: TcpState | null, right: TcpState): TcpState[] {
  const led = (state: TcpState): TcpState[] =>
    ARROW_IDS.map(arrow)
      .filter((one) => one.from.includes(state))
      .flatMap((one): readonly TcpState[] => one.to);
  const around = (state: TcpState | null): TcpState[] => (state === null ? [] : led(state).concat(state));
  const near = [...around(from), ...around(peer), ...TCP_STATES];
  return [...new Set(near)].filter((state) => state !== right);
}

/** A number from what the class knows that reveals nothing of the answer. */
function seedOf({ connection: { client, server } }: ConnectionAnalysis, about: Position): number {
  const known = `${about} ${client.port} ${server.port}`;
  return Array.from(known).reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7);
}

/** Puts the right option among the first others, at an index that reveals nothing. */
function mixed<Option>(
  right: Option,
  others: readonly Option[],
  seed: number,
): { readonly options: readonly Option[]; readonly right: number } {
  const options = others.slice(0, OPTIONS - 1);
  // Knuth's multiplicative hash: consecutive seeds give unrelated indices.
  const place = (Math.imul(seed, 2654435761) >>> 16) % (options.length + 1);
  options.splice(place, 0, right);
  return { options, right: place };
}
