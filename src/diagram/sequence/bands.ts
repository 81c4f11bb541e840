import type { EndState, Move } from "../../tcp/analysis.ts";
import type { Side } from "../../tcp/state.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { type Phase, phaseOf } from "../state-graph/nodes.ts";
import { departureOf, landingOf, type SequenceLayout, topOf } from "./layout.ts";
import { ROW_PAD } from "./metrics.ts";
import { isReceived, isTimer } from "./row-notes.ts";
import { tailEvents } from "./tail.ts";

/** A stretch of a lifeline in one state. */
export interface Band extends EndState {
  readonly side: Side;
  readonly phase: Phase;
  readonly top: number;
  readonly bottom: number;
}

interface Change {
  readonly y: number;
  readonly state: EndState;
}

/**
 * The states along one lifeline from top to bottom, without a gap. In a self-connect both lifelines show the one
 * socket.
 */
export function bandsOf(layout: SequenceLayout, side: Side): Band[] {
  const { analysis } = layout;
  const lane = analysis.connection.isSelfConnect ? "client" : side;
  const changes = [
    ...courseOf(layout, lane),
    ...endOfDoubt(layout, lane),
    ...epilogueOf(layout, lane),
  ].toSorted((a, b) => a.y - b.y);
  const bands: Band[] = [];
  let top = 0;
  let state = endStatesAt(analysis, 0)[lane];
  for (const change of changes) {
    if (change.y > top) bands.push(bandOf(side, state, top, change.y));
    top = change.y;
    state = change.state;
  }
  bands.push(bandOf(side, state, top, layout.height));
  return bands;
}

function bandOf(side: Side, state: EndState, top: number, bottom: number): Band {
  return { ...state, side, phase: phaseOf(state.state), top, bottom };
}

/** The least height of a band that is too low for the name of its state. */
const LEAST_SLICE = 2;

/** The moves of the rows. Where several coincide, each state keeps a slice high enough for its name. */
function courseOf(layout: SequenceLayout, side: Side): Change[] {
  const { analysis, metrics, zoom } = layout;
  const slice = zoom.isBare ? LEAST_SLICE : metrics.slice;
  const moves = analysis.moves.filter((move) => move.side === side && move.from !== move.to);
  const changes = moves.map((move, index) => {
    const isLastOfRow = moves[index + 1]?.position !== move.position;
    const state = isLastOfRow ? endStatesAt(analysis, move.position)[side] : stateAfter(move);
    return { y: heightOfMove(layout, move, timersBefore(moves, index)), state };
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

function stateAfter({ to, basis }: Move): EndState {
  return { state: to, basis, alternatives: [] };
}

function timersBefore(moves: readonly Move[], index: number): number {
  let count = 0;
  while (count < index && moves[index - 1 - count]?.position === moves[index]?.position) count++;
  return count;
}

/** Where a move happens: at the departure of a segment, at its landing, or, by a clock, before the row. */
function heightOfMove(layout: SequenceLayout, move: Move, order: number): number {
  const { position } = move;
  if (isTimer(move)) {
    const row = topOf(layout, position) + (layout.gaps[position - 1] ?? 0);
    return layout.zoom.isBare ? row : row + ROW_PAD + (order + 1) * layout.metrics.callLine;
  }
  const departure = departureOf(layout, position);
  if (!isReceived(move)) return departure;
  const landing = landingOf(layout, move.causedBy ?? position);
  const isHere = landing !== null && landing >= departure;
  return isHere ? landing : departure + layout.metrics.slant;
}

/** The row that shows which FIN was the first (docs/state-machine.md D11). */
function endOfDoubt(layout: SequenceLayout, side: Side): Change[] {
  const { ambiguousClose } = layout.analysis;
  if (ambiguousClose === null || ambiguousClose.until === null) return [];
  const { until } = ambiguousClose;
  const isMoving = layout.analysis.moves.some((move) => move.side === side && move.position === until);
  const y = departureOf(layout, until);
  return isMoving ? [] : [{ y, state: endStatesAt(layout.analysis, until)[side] }];
}

function epilogueOf(layout: SequenceLayout, side: Side): Change[] {
  return tailEvents(layout)
    .filter(({ move }) => move.side === side)
    .map(({ y, move }) => ({ y, state: stateAfter(move) }));
}
