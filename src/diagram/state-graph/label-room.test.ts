import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { drawGraph } from "./draw-graph.ts";
import type { DrawnEdge } from "./drawn-graph.ts";
import { badgeBoxes, badgeReach, giveWay, labelBoxes, meet, runsThrough } from "./label-room.ts";

function edgeAt(caseId: string, position: number, edge: string): DrawnEdge {
  const { edges } = drawGraph(present(analysesOfCase(caseId)[0], caseId), position);
  return present(
    edges.find(({ id }) => id === edge),
    edge,
  );
}

test("a number of two digits reaches 10 to both sides", () => {
  expect(badgeReach("23")).toBe(10);
});

test("the room of a label that ends at its place, line by line", () => {
  const boxes = labelBoxes(edgeAt("C01", 3, "SYN-SENT>ESTABLISHED"));
  expect(boxes.map(({ top, right, bottom }) => ({ top, right, bottom }))).toEqual([
    { top: 196, right: 332, bottom: 206 },
    { top: 208, right: 332, bottom: 218 },
  ]);
  expect(boxes[1]?.left).toBeCloseTo(332 - "snd ACK".length * 5.9);
});

test("the number of a segment lies on its edge", () => {
  const [box] = badgeBoxes(edgeAt("C01", 5, "FIN-WAIT-1>FIN-WAIT-2"));
  expect(box?.left).toBeCloseTo(29);
  expect(box?.right).toBeCloseTo(43);
  expect(box && box.bottom - box.top).toBeCloseTo(14);
});

test("boxes that only touch do not meet", () => {
  const box = { left: 0, right: 10, top: 0, bottom: 10 };
  expect(meet(box, { ...box, left: 10, right: 20 })).toBe(false);
  expect(meet(box, { ...box, left: 9, right: 20 })).toBe(true);
});

test("a line runs through what lies on it", () => {
  const box = { left: 210, right: 226, top: 50, bottom: 60 };
  expect(runsThrough("CLOSED-start>LISTEN", box)).toBe(true);
  expect(runsThrough("LISTEN>CLOSED-start", box)).toBe(false);
});

test("untaken words give way to a way through them, and taken words stay", () => {
  const words = edgeAt("C01", 0, "SYN-RECEIVED>LISTEN");
  expect(words.lines.map(({ text }) => text)).toEqual(["rcv RST"]);
  const through = { ...words, id: "SYN-RECEIVED>CLOSED-start*", lines: [], tracks: [], isTaken: true };
  expect(giveWay([words, through])[0]?.lines).toEqual([]);
  expect(giveWay([{ ...words, isTaken: true }, through])[0]?.lines).toHaveLength(1);
  expect(giveWay([words])[0]?.lines).toHaveLength(1);
});
