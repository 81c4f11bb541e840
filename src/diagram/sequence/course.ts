import type { EndState, Move } from "../../tcp/analysis.ts";
import type { Side } from "../../tcp/state.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { ROW_PAD } from "./metrics.ts";
import { departureOf, fallOf, landingOf, type PlacedRows, topOf } from "./placed-rows.ts";
import { isReceived, isTimer } from "./row-notes.ts";

/** An end is in another state from that height on. */
export interface Change {
  readonly y: number;
  readonly state: EndState;
}

/** The least height of a band that is too low for the name of its state. */
const LEAST_SLICE = 2;

function sliceOf({ zoom, metrics }: PlacedRows): number {
  return zoom.isBare ? LEAST_SLICE : metrics.slice;
}

/** The moves of the rows. Where several coincide, each state keeps a slice high enough for its name. */
export function courseOf(rows: PlacedRows, side: Side): Change[] {
  const { analysis } = rows;
  const slice = sliceOf(rows);
  const moves = analysis.moves.filter((move) => move.side === side && move.from !== move.to);
  const changes = moves.map((move, index) => {
    const isLastOfRow = moves[index + 1]?.position !== move.position;
    const state = isLastOfRow ? endStatesAt(analysis, move.position)[side] : stateAfter(move);
    return { y: heightOfMove(rows, move, timersBefore(moves, index)), state };
  });
  for (let index = changes.length - 2; index >= 0; index--) {
    const [move, next] = [changes[index], changes[index + 1]];
    // A move of basis `gap` happened some time before, so it may be drawn earlier.
    if (move && next && moves[index]?.basis === "gap" && next.y - move.y < slice)
      changes[index] = { ...move, y: next.y - slice };
  }
  for (let index = 1; index < changes.length; index++) {
    const [before, move] = [changes[index - 1], changes[index]];
    if (before && move && move.y - before.y < slice) changes[index] = { ...move, y: before.y + slice };
  }
  return changes;
}

/** The state that a move leads to. */
export function stateAfter({ to, basis, either }: Move): EndState {
  return { state: to, basis, alternatives: either ?? [] };
}

function timersBefore(moves: readonly Move[], index: number): number {
  let count = 0;
  while (count < index && moves[index - 1 - count]?.position === moves[index]?.position) count++;
  return count;
}

/** Where a move happens: at the departure of a segment, at its landing, or, by a clock, before the row. */
function heightOfMove(rows: PlacedRows, move: Move, order: number): number {
  const { position } = move;
  if (isTimer(move)) {
    const row = topOf(rows, position) + (rows.gaps[position - 1] ?? 0);
    return rows.zoom.isBare ? row : row + ROW_PAD + (order + 1) * rows.metrics.callLine;
  }
  const departure = departureOf(rows, position);
  if (!isReceived(move)) return departure;
  const landing = landingOf(rows, move.causedBy ?? position);
  const isHere = landing !== null && landing >= departure;
  return isHere ? landing : departure + fallOf(rows, position);
}

/** Where the last state of either end has room for its name. */
export function endOfCourse(rows: PlacedRows): number {
  const lasts = (["client", "server"] as const).map((side) => courseOf(rows, side).at(-1));
  return Math.max(...lasts.map((last) => (last === undefined ? 0 : last.y + sliceOf(rows))));
}
