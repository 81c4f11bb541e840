import { bisect } from "../../base/bisect.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";
import type { SocketObservation } from "../../segments/socket-observation.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import type { Position } from "../position.ts";
import type { Side } from "../state.ts";
import { endStatesAt } from "../states.ts";
import { isEnd, isListener } from "./assign-sockets.ts";

/** What a kernel said of one end of a connection, at its place. */
export interface PlacedSocket {
  readonly observation: SocketObservation;
  /** The end whose socket it is; null: a middlebox between both. */
  readonly side: Side | null;
  /** It stands after this segment; 0: before the first. */
  readonly position: Position;
  /**
   * Whether the state is the one that the analysis tells of that end there. `untold`: the analysis tells none, or the
   * state is one of a middlebox.
   */
  readonly verdict: "agrees" | "contradicts" | "untold";
  /** What the analysis tells there; empty: nothing. */
  readonly expected: readonly string[];
}

/** Where each observation stands among the segments of its connection, and whether the analysis agrees. */
export function placeSockets(
  analysis: ConnectionAnalysis,
  observations: readonly SocketObservation[],
): readonly PlacedSocket[] {
  return observations.map((observation) => placeSocket(analysis, observation));
}

function placeSocket(analysis: ConnectionAnalysis, observation: SocketObservation): PlacedSocket {
  const [from, until] = placesOf(analysis.segments, observation);
  if (observation.tool === "conntrack")
    return { observation, side: null, position: from, verdict: "untold", expected: [] };
  if (isListener(observation)) return placeListener(analysis, observation, from);
  const side: Side = isEnd(analysis.connection.client, observation.local) ? "client" : "server";
  const moved = moveOf(analysis, observation, side, from, until);
  if (moved !== null)
    return { observation, side, position: moved, verdict: "agrees", expected: [observation.state] };
  // Between the moves of an end its state stays.
  const moves = analysis.moves.filter(
    (move) => move.side === side && move.position > from && move.position <= until,
  );
  for (const position of [from, ...moves.map((move) => move.position), until]) {
    const expected = statesAt(analysis, side, position);
    if (expected.includes(observation.state))
      return { observation, side, position, verdict: "agrees", expected };
  }
  const expected = statesAt(analysis, side, from);
  return {
    observation,
    side,
    position: from,
    verdict: expected.length === 0 ? "untold" : "contradicts",
    expected,
  };
}

/**
 * A listening socket is another one than that of the connection. It was there when the SYN came if the server was in
 * LISTEN then; otherwise it may have come later, or gone before.
 */
function placeListener(
  analysis: ConnectionAnalysis,
  observation: SocketObservation,
  position: Position,
): PlacedSocket {
  const { state } = analysis.initial.server;
  const expected = state === null ? [] : [state];
  const verdict = state === "LISTEN" ? "agrees" : "untold";
  return { observation, side: "server", position, verdict, expected };
}

/** The states that an end may be in after a segment; behind the last one, also those that clocks lead to. */
function statesAt(analysis: ConnectionAnalysis, side: Side, position: Position): readonly string[] {
  const { state, alternatives } = endStatesAt(analysis, position)[side];
  const later =
    position < analysis.segments.length ? [] : analysis.epilogue.filter((move) => move.side === side);
  return [state, ...alternatives, ...later.map(({ to }) => to)].filter((one) => one !== null);
}

/** Where the analysis makes the change that a tool tells: within its time, or else the nearest; null: nowhere. */
function moveOf(
  { moves }: ConnectionAnalysis,
  { from: left, state }: SocketObservation,
  side: Side,
  from: Position,
  until: Position,
): Position | null {
  if (left === null) return null;
  const alike = moves.filter((move) => {
    const isOf = move.side === side && (move.from === left || move.via === left);
    return isOf && (move.to === state || move.via === state);
  });
  const distance = (position: Position): number => Math.max(from - position, position - until, 0);
  const [nearest] = alike.toSorted((one, other) => distance(one.position) - distance(other.position));
  return nearest?.position ?? null;
}

/**
 * After which segments it may stand: by its time where both clocks are of one kind, else by its line; a line without
 * packets around it may stand anywhere.
 */
function placesOf(
  { frame, time, timeBase, length }: SegmentColumns,
  { afterFrame, time: seen }: SocketObservation,
): readonly [from: Position, until: Position] {
  if (seen !== null && seen.base === timeBase.kind) {
    const at = Number(seen.nanoseconds - timeBase.origin);
    const upTo = (moment: number): Position => bisect(0, length, (row) => time[row] < moment);
    return [upTo(at), upTo(at + seen.unit)];
  }
  if (afterFrame === null) return [0, length];
  const position = bisect(0, length, (row) => frame[row] <= afterFrame);
  return [position, position];
}
