import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analyseTable } from "../../tcp/analyse-table.ts";
import type { EndState, Move } from "../../tcp/analysis.ts";
import { arrow, ARROW_IDS } from "../../tcp/arrows.ts";
import type { Side } from "../../tcp/state.ts";
import { STATE_CASES, tableOfCase } from "../../testing/state-cases.ts";
import { drawGraph } from "./draw-graph.ts";
import type { DrawnEdge, DrawnGraph } from "./drawn-graph.ts";
import { badgeBoxes, type Box, labelBoxes, meet, runsThrough } from "./label-room.ts";

interface Named extends Box {
  readonly what: string;
}

const TOKEN_RADIUS = 9;
/** Height of the letters in a narrow window, which labels only what was taken. */
const NARROW_LABEL_SIZE = 11;

function named(boxes: readonly Box[], edge: DrawnEdge, what: (index: number) => string | undefined): Named[] {
  return boxes.map((box, index) => ({ ...box, what: `${what(index)} of ${edge.id}` }));
}

function fixedBoxes({ nodes, tokens }: DrawnGraph): Named[] {
  return [
    ...nodes.map(({ id, left, top, width, height }) => ({
      what: id,
      left,
      right: left + width,
      top,
      bottom: top + height,
    })),
    ...tokens.map(({ side, node, x, y }) => ({
      what: `token ${side} in ${node}`,
      left: x - TOKEN_RADIUS,
      right: x + TOKEN_RADIUS,
      top: y - TOKEN_RADIUS,
      bottom: y + TOKEN_RADIUS,
    })),
  ];
}

function faultsOf(graph: DrawnGraph, isNarrow = false): string[] {
  const size = isNarrow ? NARROW_LABEL_SIZE : undefined;
  const words = graph.edges.flatMap((edge) => [
    ...(isNarrow && !edge.isTaken
      ? []
      : named(labelBoxes(edge, size), edge, (index) => edge.lines[index]?.text)),
    ...named(badgeBoxes(edge), edge, (index) => `number of ${edge.tracks[index]?.side}`),
  ]);
  const fixed = fixedBoxes(graph);
  return [
    ...words.flatMap((one, index) =>
      [...words.slice(index + 1), ...fixed]
        .filter((other) => meet(one, other))
        .map((other) => `${one.what} on ${other.what}`),
    ),
    ...words.flatMap((one) =>
      graph.edges
        .filter(({ id }) => !one.what.startsWith("number") || !one.what.endsWith(` ${id}`))
        .filter(({ id }) => runsThrough(id, one))
        .map(({ id }) => `line ${id} through ${one.what}`),
    ),
  ];
}

test.each([
  ["page", false],
  ["narrow page", true],
])(
  "in every case and at every step nothing lies on the graph's words, numbers and tokens: %s",
  (_, isNarrow) => {
    const faults = new Map<string, string>();
    for (const one of STATE_CASES) {
      for (const analysis of analyseTable(tableOfCase(one))) {
        // Where nobody moves the picture stays the same.
        for (const position of new Set([0, ...analysis.moves.map((move) => move.position)])) {
          for (const fault of faultsOf(drawGraph(analysis, position), isNarrow))
            if (!faults.has(fault)) faults.set(fault, `${one.id} ${position}`);
        }
      }
    }
    expect([...faults].map(([fault, where]) => `${fault} (${where})`)).toEqual([]);
  },
);

/** Every arrow from every state, with the numbers of a long connection: taken by one end, then by both. */
const SINGLE_STEPS = ARROW_IDS.flatMap((id) => {
  const { from, to, via, kind } = arrow(id);
  // No segment shows a mere call.
  return kind === "call" ? [] : from.flatMap((start) => to.map((end) => ({ id, start, end, via })));
});

test("every arrow alone, and taken by both ends at once, keeps its words and numbers apart", () => {
  const [analysis] = analyseTable(tableOfCase(present(STATE_CASES[0], "case")));
  const { connection } = present(analysis, "connection");
  const faults: string[] = [];
  for (const { id, start, end, via } of SINGLE_STEPS) {
    const move = (side: Side, position: number): Move => ({
      position,
      side,
      from: start,
      to: end,
      either: null,
      arrow: id,
      basis: "sent",
      causedBy: null,
      via,
      provedBy: null,
      time: null,
    });
    const state: EndState = { state: start, basis: "start", alternatives: [] };
    const course = { connection, initial: { client: state, server: state } };
    const alone = (["client", "server"] as const).map((side) => [move(side, 1234)]);
    const together = [move("client", 23), move("server", 23)];
    for (const moves of [...alone, together]) {
      const graph = drawGraph({ ...course, moves }, moves[0]?.position ?? 0);
      faults.push(...faultsOf(graph).map((fault) => `${id} ${start}>${end}: ${fault}`));
    }
  }
  expect([...new Set(faults)]).toEqual([]);
});
