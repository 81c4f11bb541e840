import type { EndState } from "../../tcp/analysis.ts";
import type { Side } from "../../tcp/state.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { type Phase, phaseOf } from "../state-graph/nodes.ts";
import { type Change, courseOf, stateAfter } from "./course.ts";
import type { SequenceLayout } from "./layout.ts";
import { departureOf } from "./placed-rows.ts";
import { tailEvents } from "./tail.ts";

/** A stretch of a lifeline in one state. */
export interface Band extends EndState {
  readonly side: Side;
  readonly phase: Phase;
  readonly top: number;
  readonly bottom: number;
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
