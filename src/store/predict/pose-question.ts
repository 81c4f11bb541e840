import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { ARROW_IDS, arrow } from "../../tcp/arrows.ts";
import { otherSide } from "../../tcp/connection.ts";
import type { Position } from "../../tcp/position.ts";
import { type Side, TCP_STATES, type TcpState } from "../../tcp/state.ts";
import { type EndStates, movesAt } from "../../tcp/states.ts";
import { type ForeseenNumbers, foreseenAcknowledgment, foreseenSequence } from "./foreseen-numbers.ts";
import { foreseeableIn, foreseenAt, isAlike } from "./foreseen-segments.ts";
import type {
  CannotQuestion,
  MaySendQuestion,
  NumberQuestion,
  SegmentQuestion,
  StateQuestion,
} from "./question.ts";
import { isOf, SENDING } from "./sendable.ts";

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
    from: was[side].state,
    arrow: movesAt(analysis, about).find((move) => move.side === side && move.to === right)?.arrow ?? null,
    ...mixed(right, others, seedOf(analysis, about)),
  };
}

/** Asks for its acknowledgment number; null if that cannot be asked; `isToFollow` as in `foreseenAcknowledgment`. */
export function posedAcknowledgment(
  whole: ConnectionAnalysis,
  about: Position,
  isToFollow = true,
): NumberQuestion | null {
  return posedNumber(whole, about, "acknowledgment", foreseenAcknowledgment(whole, about, isToFollow));
}

/** Asks for its sequence number; null if that does not follow. */
export function posedSequence(whole: ConnectionAnalysis, about: Position): NumberQuestion | null {
  return posedNumber(whole, about, "sequence", foreseenSequence(whole, about));
}

function posedNumber(
  whole: ConnectionAnalysis,
  about: Position,
  kind: NumberQuestion["kind"],
  foreseen: ForeseenNumbers | null,
): NumberQuestion | null {
  const [right, ...mistakes] = foreseen?.numbers ?? [];
  if (foreseen === null || right === undefined) return null;
  const offered = mixed(right, mistakes, seedOf(whole, about)).options;
  const options = offered.toSorted((one, other) => one.number - other.number);
  return {
    kind,
    about,
    segment: foreseenAt(whole, about),
    of: foreseen.of,
    options: options.map(({ number }) => number),
    mistakes: options.map(({ mistake }) => mistake),
    right: options.indexOf(right),
  };
}

/** Asks what the end cannot send in the state that it is in before the segment; null: the state forbids nothing. */
export function posedCannot(
  analysis: ConnectionAnalysis,
  about: Position,
  side: Side,
  state: TcpState,
): CannotQuestion | null {
  const sending = SENDING[state];
  const next = foreseenAt(analysis, about);
  if (sending === undefined) return null;
  // What does come after all was old, or the state is not what it seems: neither is a question for a class.
  const right = sending.mayNot.find((what) => next.sender !== side || !isOf(next, what));
  if (right === undefined) return null;
  return { kind: "cannot", about, side, state, ...mixed(right, sending.may, seedOf(analysis, about)) };
}

/** Asks whether the end may still send data, once a FIN was sent or received; null before. */
export function posedMaySend(about: Position, side: Side, state: TcpState): MaySendQuestion | null {
  const isClosing = SENDING[state]?.mayNot.includes("data") === true && state !== "SYN-SENT";
  if (!isClosing && state !== "CLOSE-WAIT") return null;
  return { kind: "may", about, side, state, options: ["yes", "no"], right: isClosing ? 1 : 0 };
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
