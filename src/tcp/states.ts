import { bisect } from "../base/bisect.ts";
import type { EndState, Move, SteppedConnection } from "./analysis.ts";
import type { Position } from "./position.ts";
import type { Side, TcpState } from "./state.ts";

type Course = Pick<SteppedConnection, "connection" | "initial" | "moves" | "epilogue" | "ambiguousClose">;

/** Both ends at one position. */
export interface EndStates {
  readonly client: EndState;
  readonly server: EndState;
}

/**
 * The states of both ends after the segment at `position`; position 0: before the first. In a self-connect both are
 * the same.
 */
export function endStatesAt(course: Course, position: Position): EndStates {
  const client = endStateAt(course, "client", position);
  return {
    client,
    server: course.connection.isSelfConnect ? client : endStateAt(course, "server", position),
  };
}

/** The moves at one position, in order of happening. */
export function movesAt({ moves }: Pick<Course, "moves">, position: Position): readonly Move[] {
  return moves.slice(movesUpTo(moves, position - 1), movesUpTo(moves, position));
}

/** How many moves have happened after the segment at `position`, found by bisection. */
export function movesUpTo(moves: readonly Move[], position: Position): number {
  return bisect(0, moves.length, (index) => moves[index].position <= position);
}

/**
 * An end's whole path from its initial state, with the states passed within one segment, and with those that a clock
 * or the next connection shows after the last one. Predicted and unknown states are left out.
 */
export function statePath(course: Course, side: Side): TcpState[] {
  const lane = laneOf(course, side);
  const path: TcpState[] = [];
  const visit = (state: TcpState | null): void => {
    if (state !== null && path.at(-1) !== state) path.push(state);
  };
  visit(course.initial[lane].state);
  for (const moves of [course.moves, course.epilogue]) {
    for (const move of moves) {
      if (move.side !== lane || move.basis === "predicted") continue;
      visit(move.via);
      visit(move.to);
    }
  }
  return path;
}

/**
 * The state in which an end is last known, after what a clock or the next connection shows; null if it is not known.
 * What a clock will show only after the end of the capture is left out.
 */
export function lastStateOf(course: Course, side: Side): TcpState | null {
  const lane = laneOf(course, side);
  const shown =
    course.epilogue.findLast((move) => move.side === lane && move.basis !== "predicted") ??
    course.moves.findLast((move) => move.side === lane);
  return shown ? shown.to : course.initial[lane].state;
}

function endStateAt(course: Course, side: Side, position: Position): EndState {
  const { moves, initial } = course;
  const before = movesUpTo(moves, position) - 1;
  const last = before < 0 ? undefined : moves[lastChanges(moves)[side][before] - 1];
  if (last === undefined) return initial[side];
  const { to, basis, either } = last;
  return { state: to, basis, alternatives: either ?? alternatives(course, side, position, to) };
}

/** For each end, by index of a move: 1 + that of the last move up to it that changed the end's state; 0 = none. */
type LastChanges = Readonly<Record<Side, Uint32Array>>;

const LAST_CHANGES = new WeakMap<readonly Move[], LastChanges>();

/** Made once for a connection, because thousands of moves in a row may change nothing. */
function lastChanges(moves: readonly Move[]): LastChanges {
  const known = LAST_CHANGES.get(moves);
  if (known?.client.length === moves.length) return known;
  const last = { client: new Uint32Array(moves.length), server: new Uint32Array(moves.length) };
  let [client, server] = [0, 0];
  for (const [index, { side, from, to }] of moves.entries()) {
    // FIN again in TIME-WAIT (T29) does not change the state.
    if (from !== to && side === "client") client = index + 1;
    else if (from !== to) server = index + 1;
    last.client[index] = client;
    last.server[index] = server;
  }
  LAST_CHANGES.set(moves, last);
  return last;
}

/**
 * docs/state-machine.md D11: had the other end closed before the capture began, the captured FIN would be the second
 * one.
 */
function alternatives(
  { ambiguousClose }: Course,
  side: Side,
  position: Position,
  state: TcpState | null,
): readonly TcpState[] {
  if (ambiguousClose === null || position < ambiguousClose.from) return [];
  if (ambiguousClose.until !== null && position >= ambiguousClose.until) return [];
  const isCloser = side === ambiguousClose.side;
  if (isCloser && state === "FIN-WAIT-1") return ["LAST-ACK"];
  if (isCloser && state === "FIN-WAIT-2") return ["CLOSED"];
  return !isCloser && state === "CLOSE-WAIT" ? ["TIME-WAIT"] : [];
}

function laneOf(course: Course, side: Side): Side {
  return course.connection.isSelfConnect ? "client" : side;
}
