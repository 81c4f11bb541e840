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

/** Which of the figure's arrows were taken, by all connections together. */
export interface Coverage {
  readonly nodes: readonly { readonly node: GraphNode; readonly isVisited: boolean }[];
  readonly edges: readonly CoveredEdge[];
  /** Of the arrows that figure 5 of RFC 9293 draws and a capture can show. */
  readonly taken: number;
  readonly all: number;
  /** Every arrow of the transition table, those of the figure first. */
  readonly arrows: readonly { readonly arrow: ArrowId; readonly isTaken: boolean }[];
}

const HEAD = 7;
/** LISTEN is entered and left by calls that send nothing: no capture shows them. */
const NEVER_SEEN: ReadonlySet<ArrowId> = new Set(["T01", "T38"]);

/** Draws the figure with what was taken; edges beside the figure only where somebody took them. */
export function drawCoverage(steps: readonly Step[]): Coverage {
  const walked = new Set<GraphEdge>(steps.flatMap((step) => edgesOfMove(step, startNode(step.from))));
  const taken = new Set<ArrowId>(steps.map((step) => step.arrow));
  const visited = new Set([...walked].flatMap(({ from, to }) => [from, to]));
  const edges = EDGES.filter((edge) => edge.drawnFor !== null || walked.has(edge));
  const countable = edges.filter(({ drawnFor }) => drawnFor !== null && !NEVER_SEEN.has(drawnFor));
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
    })),
  };
}

function isBeside(id: ArrowId): boolean {
  return !arrow(id).isInFigure5;
}
