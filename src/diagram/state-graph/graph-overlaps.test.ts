import { expect, test } from "vitest";
import { analyseTable } from "../../testing/analyse-table.ts";
import { STATE_CASES, tableOfCase } from "../../testing/state-cases.ts";
import { pointOn } from "./curve.ts";
import { drawGraph, type DrawnEdge, type DrawnGraph } from "./draw-graph.ts";
import { EDGES } from "./edges.ts";

interface Box {
  readonly what: string;
  readonly edge: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Widths of letters 10 px high, wider than those of the fonts of the theme; bold where the step goes along. */
const LETTER = 5.9;
const BOLD_LETTER = 6.6;
const TOKEN_RADIUS = 9;

function labelBoxes({ id, lines, anchor, isCurrent }: DrawnEdge): Box[] {
  return lines.map(({ text, x, y }) => {
    const width = text.length * (isCurrent ? BOLD_LETTER : LETTER);
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return { what: `"${text}"`, edge: id, left, right: left + width, top: y - 8, bottom: y + 2 };
  });
}

function badgeBoxes({ id, tracks }: DrawnEdge): Box[] {
  return tracks.map(({ side, badge: { x, y, text } }) => ({
    what: `badge ${side}`,
    edge: id,
    left: x - 4 - text.length * 3,
    right: x + 4 + text.length * 3,
    top: y - 7,
    bottom: y + 7,
  }));
}

function fixedBoxes({ nodes, tokens }: DrawnGraph): Box[] {
  return [
    ...nodes.map(({ id, left, top, width, height }) => ({
      what: id,
      edge: id,
      left,
      right: left + width,
      top,
      bottom: top + height,
    })),
    ...tokens.map(({ side, node, x, y }) => ({
      what: `token ${side}`,
      edge: node,
      left: x - TOKEN_RADIUS,
      right: x + TOKEN_RADIUS,
      top: y - TOKEN_RADIUS,
      bottom: y + TOKEN_RADIUS,
    })),
  ];
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Points of every edge, some 3 px apart. */
const POINTS = new Map(
  EDGES.map(({ id, curve }) => {
    const steps = 80 * curve.length;
    return [id, Array.from({ length: steps + 1 }, (_, step) => pointOn(curve, step / steps))];
  }),
);

function runsThrough(edge: string, box: Box): boolean {
  const points = POINTS.get(edge) ?? [];
  return points.some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
}

function faultsOf(graph: DrawnGraph): string[] {
  const labels = graph.edges.flatMap(labelBoxes);
  const badges = graph.edges.flatMap(badgeBoxes);
  const fixed = fixedBoxes(graph);
  const words = [...labels, ...badges];
  const name = ({ edge, what }: Box): string => `${what} of ${edge}`;
  return [
    ...words.flatMap((one, index) =>
      words
        .slice(index + 1)
        .filter((other) => meet(one, other))
        .map((other) => `${name(one)} on ${name(other)}`),
    ),
    ...words.flatMap((one) =>
      fixed
        .filter((other) => meet(one, other))
        .map((other) => `${name(one)} on ${other.what} of ${other.edge}`),
    ),
    ...labels.flatMap((one) =>
      graph.edges.filter(({ id }) => runsThrough(id, one)).map(({ id }) => `line ${id} through ${name(one)}`),
    ),
    ...badges.flatMap((one) =>
      graph.edges
        .filter(({ id }) => id !== one.edge && runsThrough(id, one))
        .map(({ id }) => `line ${id} through ${name(one)}`),
    ),
  ];
}

test("in every case and at every step no word, number or token of the graph lies on another, nor a line under words", () => {
  const faults = new Map<string, string>();
  for (const one of STATE_CASES) {
    for (const analysis of analyseTable(tableOfCase(one))) {
      // Where nobody moves the picture stays the same.
      for (const position of new Set([0, ...analysis.moves.map((move) => move.position)])) {
        for (const fault of faultsOf(drawGraph(analysis, position)))
          if (!faults.has(fault)) faults.set(fault, `${one.id} ${position}`);
      }
    }
  }
  expect([...faults].map(([fault, where]) => `${fault} (${where})`)).toEqual([]);
});
