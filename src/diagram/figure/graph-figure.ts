import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { drawGraph } from "../state-graph/draw-graph.ts";
import type { DrawnEdge, DrawnGraph, DrawnNode } from "../state-graph/drawn-graph.ts";
import { FRAME } from "../state-graph/frame.ts";
import { BADGE_RISE, badgeReach } from "../state-graph/label-room.ts";
import { CLOSED_NOTES } from "../state-graph/nodes.ts";
import { file, tag, words } from "./markup.ts";
import { figureStyle, type Paints } from "./style.ts";

/** What a figure of the state graph says and how it looks. */
export interface GraphFigure {
  readonly analysis: ConnectionAnalysis;
  /** The last segment that counts: the path is drawn as far as that. */
  readonly upTo: Position;
  readonly title: string;
  /** Below the figure; null: nothing. */
  readonly footnote: string | null;
  readonly paints: Paints;
  readonly said: {
    readonly notKnown: string;
    readonly closedTwice: Readonly<Record<"start" | "end", string>>;
    readonly token: Readonly<Record<"client" | "server", string>>;
  };
}

/** Pixels of the picture for one of the drawing. */
const SCALE = 1.5;
/** Around the drawing, in its pixels. */
const MARGIN = 12;
/** From the middle of the letters to their base line, in sizes of the letters. */
const BASE = 0.35;
/** Whole steps are over: nothing is on its way, as between two segments. */
const AFTER = 0.5;

/** RFC 9293 figure 5 with the path of both ends, as an SVG file. */
export function graphFigure({ analysis, upTo, title, footnote, paints, said }: GraphFigure): string {
  const graph = drawGraph(analysis, upTo + AFTER);
  const width = (FRAME.width + 2 * MARGIN) * SCALE;
  const height = (FRAME.height + 2 * MARGIN) * SCALE;
  const transform = `scale(${SCALE}) translate(${MARGIN - FRAME.left} ${MARGIN - FRAME.top})`;
  return file({ title, footnote, style: figureStyle(paints), width, height }, [
    tag("g", { transform }, [
      ...graph.edges.flatMap(line),
      ...graph.nodes.flatMap((node) => box(node, node.state ?? said.notKnown)),
      ...CLOSED_NOTES.map(({ of, x, y }) => words("node-note", said.closedTwice[of], x, y)),
      ...graph.edges.flatMap(label),
      ...marks(graph, said.token),
    ]),
  ]);
}

function line({ path, head, tracks }: DrawnEdge): string[] {
  const tip = tracks[0] === undefined ? "tip" : `tip-${tracks[0].side}`;
  return [
    tag("path", { class: "edge", d: path }),
    ...tracks.map(({ side, basis }) => {
      const isShared = tracks.length > 1 && side === "server";
      return tag("path", { class: `track ${side}${isShared ? " shared" : ""} by-${basis}`, d: path });
    }),
    tag("path", { class: tip, d: head }),
  ];
}

function box(node: DrawnNode, name: string): string[] {
  const { left: x, top: y, width, height, phase, isVisited, holds, mayHold } = node;
  const looks = [
    "node",
    isVisited ? `phase-${phase}` : "unvisited",
    ...(holds.length > 0 ? ["holds"] : mayHold.length > 0 ? ["in-doubt"] : []),
  ];
  return [
    tag("rect", { class: looks.join(" "), x, y, width, height, rx: 5 }),
    words(isVisited ? "node-name visited" : "node-name", name, node.x, node.y + 12 * BASE),
  ];
}

function label({ lines, anchor, isTaken, tracks }: DrawnEdge): string[] {
  const look = `edge-text ${anchor}${isTaken ? " taken" : ""}`;
  return [
    ...lines.map(({ text, x, y, side }) => words(side === null ? look : `${look} ${side}`, text, x, y)),
    ...tracks.flatMap(({ side, badge: { x, y, text } }) => {
      const reach = badgeReach(text);
      const place = { x: x - reach, y: y - BADGE_RISE, width: 2 * reach, height: 2 * BADGE_RISE };
      return [
        tag("rect", { class: `badge ${side}`, ...place, rx: BADGE_RISE }),
        words(`badge-text ${side}`, text, x, y + 10 * BASE),
      ];
    }),
  ];
}

/** The tokens of both ends, and where they may stand. */
function marks({ tokens, doubts }: DrawnGraph, token: GraphFigure["said"]["token"]): string[] {
  return [
    ...doubts.flatMap(({ side, place: { x, y } }) => [
      tag("circle", { class: `maybe ${side}`, cx: x, cy: y, r: 9 }),
      words(`badge-text ${side}`, `${token[side]}?`, x, y + 10 * BASE),
    ]),
    ...tokens.flatMap(({ side, x, y }) => [
      tag("circle", { class: `token-${side}`, cx: x, cy: y, r: 9 }),
      words("token-text", token[side], x, y + 11 * BASE),
    ]),
  ];
}
