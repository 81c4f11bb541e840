import type { ConnectionAnalysis, Move } from "../../tcp/analysis.ts";
import { endStatesAt } from "../../tcp/states.ts";

/** The moves at which the state paths of two connections differ; null: the path of that one ends there. */
export interface Difference {
  readonly one: Move | null;
  readonly other: Move | null;
}

/**
 * The first move in which two connections differ: in the end that moves, or in the state that it enters. Predicted
 * moves are left out. Null if the paths are equal; `initial` if the initial states differ.
 */
export function firstDifference(
  one: ConnectionAnalysis,
  other: ConnectionAnalysis,
): Difference | "initial" | null {
  if (initialOf(one) !== initialOf(other)) return "initial";
  const [ways, others] = [waysOf(one), waysOf(other)];
  for (let step = 0; step < Math.max(ways.length, others.length); step++) {
    const [a = null, b = null] = [ways[step], others[step]];
    if (stepOf(a) !== stepOf(b)) return { one: a, other: b };
  }
  return null;
}

function initialOf(analysis: ConnectionAnalysis): string {
  const { client, server } = endStatesAt(analysis, 0);
  return `${client.state} ${server.state}`;
}

function stepOf(move: Move | null): string {
  return move === null ? "" : [move.side, move.via, move.to, ...(move.either ?? [])].join(" ");
}

function waysOf({ moves, epilogue }: ConnectionAnalysis): Move[] {
  return [...moves, ...epilogue].filter(({ from, to, basis }) => from !== to && basis !== "predicted");
}
