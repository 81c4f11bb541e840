import type { ConnectionAnalysis, Move } from "../../tcp/analysis.ts";
import { endStatesAt } from "../../tcp/states.ts";

/** The moves at which the state paths of two connections differ; null: the path of that one ends there. */
export interface Difference {
  readonly one: Move | null;
  readonly other: Move | null;
}

/**
 * The first move in which two connections differ: in the end that moves, or in the state that it enters. Predicted
 * moves are left out. Null if the paths are equal; `initial` if the initial states are known and differ.
 */
export function firstDifference(
  one: ConnectionAnalysis,
  other: ConnectionAnalysis,
): Difference | "initial" | null {
  if (differAtFirst(one, other)) return "initial";
  const [ways, others] = [waysOf(one), waysOf(other)];
  for (let step = 0; step < Math.max(ways.length, others.length); step++) {
    const [a = null, b = null] = [ways[step], others[step]];
    if (stepOf(a) !== stepOf(b)) return { one: a, other: b };
  }
  return null;
}

/** A state that is not known, as that of a server that never answered, differs from none. */
function differAtFirst(one: ConnectionAnalysis, other: ConnectionAnalysis): boolean {
  const [states, others] = [endStatesAt(one, 0), endStatesAt(other, 0)];
  return (["client", "server"] as const).some((side) => {
    const [a, b] = [states[side].state, others[side].state];
    return a !== null && b !== null && a !== b;
  });
}

function stepOf(move: Move | null): string {
  return move === null ? "" : [move.side, move.via, move.to, ...(move.either ?? [])].join(" ");
}

function waysOf({ moves, epilogue }: ConnectionAnalysis): Move[] {
  return [...moves, ...epilogue].filter(({ from, to, basis }) => from !== to && basis !== "predicted");
}
