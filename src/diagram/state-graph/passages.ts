import type { Position } from "../../tcp/position.ts";
import type { Side } from "../../tcp/state.ts";
import { startNode, type NodeId } from "./nodes.ts";
import { edgesTaken, type GraphInput } from "./taken-edges.ts";

/** The segments at which each end takes an edge or enters a state, in order; 0 = it starts there. */
export type Passage = Readonly<Record<Side, readonly Position[]>>;

/** The passages of a whole connection. */
export interface Passages {
  readonly alongEdge: ReadonlyMap<string, Passage>;
  readonly intoNode: ReadonlyMap<NodeId, Passage>;
}

/** Gathers the passages of all segments of a connection. */
export function passagesOf(input: GraphInput): Passages {
  const alongEdge = new Map<string, Record<Side, Position[]>>();
  const intoNode = new Map<NodeId, Record<Side, Position[]>>();
  note(intoNode, startNode(input.initial.client.state), "client", 0);
  if (!input.connection.isSelfConnect) note(intoNode, startNode(input.initial.server.state), "server", 0);
  for (const { edge, side, move } of edgesTaken(input, Number.POSITIVE_INFINITY).taken) {
    note(alongEdge, edge.id, side, move.position);
    note(intoNode, edge.to, side, move.position);
  }
  return { alongEdge, intoNode };
}

function note<Key>(
  passages: Map<Key, Record<Side, Position[]>>,
  key: Key,
  side: Side,
  position: Position,
): void {
  const passage = passages.get(key) ?? { client: [], server: [] };
  passages.set(key, passage);
  if (passage[side].at(-1) !== position) passage[side].push(position);
}

/** The first position after `position` at which either end passes; from the start again after the last one. */
export function nextPassage({ client, server }: Passage, position: Position): Position {
  const all = [...client, ...server].toSorted((a, b) => a - b);
  return all.find((candidate) => candidate > position) ?? all[0] ?? position;
}
