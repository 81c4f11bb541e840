import { expect, test } from "vitest";
import { drawCoverage } from "./coverage.ts";
import { EDGES } from "./edges.ts";
import type { Step } from "./taken-edges.ts";

const step = (arrow: Step["arrow"], from: Step["from"], to: Step["to"], via: Step["via"] = null): Step => ({
  arrow,
  from,
  to,
  via,
});

/** The edges taken, as `from>to`. */
function taken(...steps: readonly Step[]): string[] {
  return drawCoverage(steps)
    .edges.filter(({ isTaken }) => isTaken)
    .map(({ id }) => id);
}

test("nothing taken: the whole figure, faint", () => {
  const coverage = drawCoverage([]);
  expect(coverage.edges).toHaveLength(EDGES.filter(({ drawnFor }) => drawnFor !== null).length);
  expect(coverage).toMatchObject({ taken: 0, all: 18 });
  expect(coverage.arrows.some(({ isTaken }) => isTaken)).toBe(false);
});

test("only the edge between the states is taken, not every edge of the same arrow", () => {
  expect(taken(step("T02", "CLOSED", "SYN-SENT"))).toEqual(["CLOSED-start>SYN-SENT"]);
});

test("a state passed within one segment makes two edges", () => {
  expect(taken(step("T22", "FIN-WAIT-1", "TIME-WAIT", "FIN-WAIT-2"))).toEqual([
    "FIN-WAIT-1>FIN-WAIT-2",
    "FIN-WAIT-2>TIME-WAIT",
  ]);
});

test("what the figure does not draw is drawn when it was taken, and not counted", () => {
  const coverage = drawCoverage([step("T32", "ESTABLISHED", "CLOSED")]);
  expect(coverage.edges.find(({ id }) => id === "ESTABLISHED>CLOSED-end*")?.isTaken).toBe(true);
  expect(coverage.taken).toBe(0);
  expect(coverage.arrows.filter(({ isTaken }) => isTaken)).toEqual([
    { arrow: "T32", isTaken: true, unseen: null },
  ]);
});

test("calls that no segment shows are not counted", () => {
  expect(drawCoverage([step("T01", "CLOSED", "LISTEN")]).taken).toBe(0);
});
