import { ARROW_IDS, type ArrowId, arrow } from "../../tcp/arrows.ts";
import { arrowHead, curvePath } from "./curve.ts";
import { EDGES, type GraphEdge } from "./edges.ts";
import { type GraphNode, NODES, startNode } from "./nodes.ts";
import { edgesOfMove, type Step } from "./taken-edges.ts";

interface CoveredEdge {
  readonly id: string;
  readonly path: string;
  readonly head: string;
  readonly isTaken: boolean;
}

/** The arrows of figure 5 that all connections together take. */
export interface Coverage {
  readonly nodes: readonly { readonly node: GraphNode; readonly isVisited: boolean }[];
  readonly edges: readonly CoveredEdge[];
  /** How many of the arrows of figure 5 that a capture can show are taken. */
  readonly taken: number;
  readonly all: number;
  /** Every arrow of the transition table, those of the figure first. */
  readonly arrows: readonly CoveredArrow[];
}

interface CoveredArrow {
  readonly arrow: ArrowId;
  readonly isTaken: boolean;
  /** Why no capture shows it; null where one can. */
  readonly unseen: Unseen | null;
}

/** `call`: a call that sends nothing takes it. `clock`: a timer runs out in silence, and no segment shows when. */
type Unseen = "call" | "clock";

const HEAD = 7;
/**
 * LISTEN is entered and left by calls, and a crash or an abort that sends nothing ends a connection unseen; only the
 * laboratory takes these. The timer of FIN-WAIT-2 and the user timeout end a connection silently; a RST
 * that answers a later segment is another arrow. Other timers show in what an end repeats.
 */
const UNSEEN: ReadonlyMap<ArrowId, Unseen> = new Map([
  ["T01", "call"],
  ["T38", "call"],
  ["T43", "call"],
  ["T44", "call"],
  ["T24", "clock"],
  ["T36", "clock"],
]);

/**
 * Draws the figure with the arrows that were taken. Edges that the figure lacks are drawn only if an end took them.
 */
export function drawCoverage(steps: readonly Step[]): Coverage {
  const walked = new Set<GraphEdge>(steps.flatMap((step) => edgesOfMove(step, startNode(step.from))));
  const taken = new Set<ArrowId>(steps.map((step) => step.arrow));
  const visited = new Set([...walked].flatMap(({ from, to }) => [from, to]));
  const edges = EDGES.filter((edge) => edge.drawnFor !== null || walked.has(edge));
  const countable = edges.filter(({ drawnFor }) => drawnFor !== null && !UNSEEN.has(drawnFor));
  return {
    nodes: NODES.filter(({ id }) => id !== "not-known" || visited.has(id)).map((node) => ({
      node,
      isVisited: visited.has(node.id),
    })),
    edges: edges.map((edge) => ({
      id: edge.id,
      path: curvePath(edge.curve),
      head: arrowHead(edge.curve, HEAD),
      isTaken: walked.has(edge),
    })),
    taken: countable.filter((edge) => walked.has(edge)).length,
    all: countable.length,
    arrows: ARROW_IDS.toSorted((one, other) => Number(isBeside(one)) - Number(isBeside(other))).map((id) => ({
      arrow: id,
      isTaken: taken.has(id),
      unseen: UNSEEN.get(id) ?? null,
    })),
  };
}

function isBeside(id: ArrowId): boolean {
  return !arrow(id).isInFigure5;
}
