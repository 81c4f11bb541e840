import type { ConnectionAnalysis, Move } from "../../tcp/analysis.ts";
import { arrow } from "../../tcp/arrows.ts";
import type { Position } from "../../tcp/position.ts";
import type { Side, TcpState } from "../../tcp/state.ts";
import { EDGES, type GraphEdge } from "./edges.ts";
import { endNode, type NodeId, startNode, stateOf } from "./nodes.ts";

/** What the graph needs of an analysis. */
export type GraphInput = Pick<ConnectionAnalysis, "initial" | "moves" | "connection">;

/** The part of a move that decides which edges it takes. */
export type Step = Pick<Move, "arrow" | "from" | "to" | "via">;

/** An end went along an edge. */
export interface TakenEdge {
  readonly edge: GraphEdge;
  readonly side: Side;
  readonly move: Move;
}

/**
 * The edges that the moves up to `position` take, in order, and the node of each end then: where the capture does not
 * tell in which of two states an end is, it waits beside the figure, and `either` holds both nodes. Predicted moves of
 * the epilogue are left out.
 */
export function edgesTaken(
  analysis: Omit<GraphInput, "connection">,
  position: Position,
): {
  readonly taken: readonly TakenEdge[];
  readonly at: Readonly<Record<Side, NodeId>>;
  readonly either: Readonly<Record<Side, readonly NodeId[]>>;
} {
  const taken: TakenEdge[] = [];
  const at: Record<Side, NodeId> = {
    client: startNode(analysis.initial.client.state),
    server: startNode(analysis.initial.server.state),
  };
  const either: Record<Side, readonly NodeId[]> = { client: [], server: [] };
  for (const move of analysis.moves) {
    if (move.position > position) break;
    either[move.side] = (move.either ?? []).map(endNode);
    if (move.to === null) at[move.side] = "not-known";
    for (const edge of edgesOfMove(move, at[move.side])) {
      taken.push({ edge, side: move.side, move });
      at[move.side] = edge.to;
    }
  }
  return { taken, at, either };
}

/** The edges one move goes along: two when it passes a state within one segment. Starts at `from`. */
export function edgesOfMove(move: Step, from: NodeId): GraphEdge[] {
  const edges: GraphEdge[] = [];
  let node = from;
  for (const state of move.via === null ? [move.to] : [move.via, move.to]) {
    const edge = edgeBetween(node, state, move);
    if (edge === null) return edges;
    edges.push(edge);
    node = edge.to;
  }
  return edges;
}

/**
 * Prefers the edge that is drawn for this arrow, then an edge drawn for another, then an edge drawn only when taken.
 */
function edgeBetween(from: NodeId, to: TcpState | null, move: Step): GraphEdge | null {
  const candidates = EDGES.filter((edge) => edge.from === from && stateOf(edge.to) === to);
  const { event } = arrow(move.arrow);
  const drawn = candidates.find(({ drawnFor }) => drawnFor !== null && arrow(drawnFor).event === event);
  const onlyWhenTaken = candidates.find(({ drawnFor }) => drawnFor === null);
  return drawn ?? onlyWhenTaken ?? candidates[0] ?? null;
}
