import { type Arrow, type ArrowId, arrow } from "../../tcp/arrows.ts";
import type { Position } from "../../tcp/position.ts";
import type { Side } from "../../tcp/state.ts";
import { movesUpTo } from "../../tcp/states.ts";
import { arrowHead, curvePath, pointOn } from "./curve.ts";
import type { DrawnEdge, DrawnGraph, DrawnNode, DrawnToken, DrawnTrack } from "./drawn-graph.ts";
import { EDGES, type GraphEdge } from "./edges.ts";
import { badgeReach, giveWay } from "./label-room.ts";
import { type GraphNode, NODE_HEIGHT, type NodeId, NODES, phaseOf, stateOf } from "./nodes.ts";
import { edgesTaken, type GraphInput, type TakenEdge } from "./taken-edges.ts";

/** How far a token stands inside the corner of its state, and above it, so that it hides no letter. */
const TOKEN_INSET = 3;
const TOKEN_RISE = 2;
const LINE_HEIGHT = 12;
const HEAD = 7;
/** Half the width of a number of two digits. */
const BADGE_REACH = 10;
/** Where the words of an event may be broken. */
const NOT_CAPTURED = / (?=\(not captured\)$)/;
const BREAKS = / (?=of |timer$|timeout$|sent$|unreachable$|\(not captured\)$)/;

/**
 * The number to draw the graph for at `position`, equal for positions that look alike: `position` where an end moves,
 * and after it the position of the last move plus one half.
 */
export function graphPosition({ moves }: Pick<GraphInput, "moves">, position: Position): number {
  const last = moves[movesUpTo(moves, position) - 1]?.position ?? 0;
  return last === position ? position : last + 0.5;
}

/** Everything there is to draw of the state graph after the segment at `position`. */
export function drawGraph(input: GraphInput, position: Position): DrawnGraph {
  const { taken, at, either } = edgesTaken(input, position);
  const sides: readonly Side[] = input.connection.isSelfConnect ? ["client"] : ["client", "server"];
  const visited = new Set<NodeId>([...taken.flatMap(({ edge }) => [edge.from, edge.to]), at.client]);
  for (const side of sides) visited.add(at[side]);
  return {
    nodes: NODES.filter(({ id }) => id !== "not-known" || visited.has(id)).map((node) =>
      drawNode(
        node,
        sides.filter((side) => at[side] === node.id),
        sides.filter((side) => either[side].includes(node.id)),
        visited.has(node.id),
      ),
    ),
    edges: giveWay(
      EDGES.flatMap((edge) =>
        drawEdge(
          edge,
          taken.filter((one) => one.edge === edge),
          position,
        ),
      ),
    ),
    tokens: sides.map((side) => drawToken(side, at[side], taken, position)),
    doubts: sides.flatMap((side) => either[side].map((node) => ({ side, node, place: restOf(node, side) }))),
  };
}

function distinct(positions: readonly Position[]): Position[] {
  return [...new Set(positions)];
}

function drawNode(
  node: GraphNode,
  holds: readonly Side[],
  mayHold: readonly Side[],
  isVisited: boolean,
): DrawnNode {
  return {
    ...node,
    left: node.x - node.width / 2,
    top: node.y - NODE_HEIGHT / 2,
    height: NODE_HEIGHT,
    phase: phaseOf(node.state),
    holds,
    mayHold,
    isVisited,
  };
}

/**
 * Edges that no end took look the same in every graph. Each is always the same object, so that the page need not
 * redraw it.
 */
const UNTAKEN: ReadonlyMap<GraphEdge, DrawnEdge> = new Map(
  EDGES.map((edge) => [edge, drawTaken(edge, [], 0)]),
);

function drawEdge(edge: GraphEdge, taken: readonly TakenEdge[], position: Position): DrawnEdge[] {
  if (taken.length > 0) return [drawTaken(edge, taken, position)];
  const untaken = edge.drawnFor === null ? undefined : UNTAKEN.get(edge);
  return untaken === undefined ? [] : [untaken];
}

function drawTaken(edge: GraphEdge, taken: readonly TakenEdge[], position: Position): DrawnEdge {
  return {
    id: edge.id,
    fromState: stateOf(edge.from),
    toState: stateOf(edge.to),
    path: curvePath(edge.curve),
    head: arrowHead(edge.curve, HEAD),
    lines: labelLines(edge, taken, position),
    anchor: edge.label.anchor,
    tracks: tracksOf(edge, taken),
    isCurrent: taken.some(({ move }) => move.position === position),
    isTaken: taken.length > 0,
  };
}

function tracksOf(edge: GraphEdge, taken: readonly TakenEdge[]): DrawnTrack[] {
  return (["client", "server"] as const).flatMap((side) => {
    const moves = taken.filter((one) => one.side === side).map(({ move }) => move);
    const first = moves[0];
    if (first === undefined) return [];
    const positions = distinct(moves.map(({ position }) => position));
    const text = positions.length === 1 ? `${positions[0]}` : `${positions[0]}…`;
    const { x, y } = pointOn(edge.curve, edge.badgeAt[side]);
    const growth = edge.badgeGrows * Math.max(0, badgeReach(text) - BADGE_REACH);
    return [{ side, basis: first.basis, positions, badge: { x: x + growth, y, text } }];
  });
}

/** The label of an edge: what happens now, else what happened last, else what may happen. */
function labelLines(edge: GraphEdge, taken: readonly TakenEdge[], position: Position): DrawnEdge["lines"] {
  const now = taken.filter(({ move }) => move.position === position);
  const last = now.at(-1) ?? taken.at(-1);
  const isTwofold = new Set(now.map(({ move }) => move.arrow)).size > 1;
  const lines: readonly { text: string; side: Side | null }[] = isTwofold
    ? now.map(({ side, move }) => ({ text: arrow(move.arrow).action ?? arrow(move.arrow).event, side }))
    : unsided(
        last === undefined && edge.untaken
          ? edge.untaken
          : labelTexts(edge, last?.move.arrow ?? edge.drawnFor),
      );
  const { x } = edge.label;
  // There may be a line or a state below the second line.
  const y = edge.label.y - Math.max(0, lines.length - 2) * LINE_HEIGHT;
  return lines.map(({ text, side }, index) => ({ text, side, x, y: y + index * LINE_HEIGHT }));
}

function unsided(texts: readonly string[]): { text: string; side: null }[] {
  return texts.map((text) => ({ text, side: null }));
}

/** The event of the arrow, over what the end sends in answer, as in figure 5. */
function labelTexts({ labelForm }: GraphEdge, id: ArrowId | null): readonly string[] {
  if (id === null) return [];
  const { event, action }: Arrow = arrow(id);
  const lines = event.split(labelForm === "broken" ? BREAKS : NOT_CAPTURED);
  if (action === null) return lines;
  return labelForm === "line" && lines.length === 1 ? [`${event} / ${action}`] : [...lines, action];
}

function drawToken(side: Side, node: NodeId, taken: readonly TakenEdge[], position: Position): DrawnToken {
  const steps = taken.filter((one) => one.side === side && one.move.position === position);
  const place = restOf(node, side);
  const from = steps[0]?.edge.from;
  if (from === undefined) return { side, node, ...place, journey: null };
  const start = restOf(from, side);
  const way = steps.map(({ edge }) => curvePath(edge.curve).replace("M", "L")).join("");
  return { side, node, ...place, journey: `M${start.x},${start.y}${way}L${place.x},${place.y}` };
}

/**
 * The client's token sits on the upper left corner of a state and the server's on the upper right, so that both fit.
 */
function restOf(id: NodeId, side: Side): { readonly x: number; readonly y: number } {
  const node = NODES.find((candidate) => candidate.id === id);
  if (node === undefined) return { x: 0, y: 0 };
  const toCorner = node.width / 2 - TOKEN_INSET;
  return {
    x: side === "client" ? node.x - toCorner : node.x + toCorner,
    y: node.y - NODE_HEIGHT / 2 - TOKEN_RISE,
  };
}
