import { expect, test } from "vitest";
import { EDGES } from "./edges.ts";
import { frameOf } from "./frame.ts";
import { type Passage } from "./passages.ts";

const ONCE: Passage = { client: [1], server: [] };

function frameWith(...edges: string[]): ReturnType<typeof frameOf> {
  for (const edge of edges) expect(EDGES.some(({ id }) => id === edge)).toBe(true);
  return frameOf({ alongEdge: new Map(edges.map((edge) => [edge, ONCE])) });
}

test("the figure alone fills the frame", () => {
  expect(frameWith("CLOSED-start>SYN-SENT", "LAST-ACK>CLOSED-end")).toEqual({
    left: 2,
    top: -3,
    width: 458,
    height: 495,
  });
});

test("a way below the figure makes the frame higher", () => {
  expect(frameWith("FIN-WAIT-2>CLOSED-end*")).toEqual({ left: 2, top: -3, width: 458, height: 529 });
});

test("a way round the figure makes it wider, too", () => {
  expect(frameWith("FIN-WAIT-1>CLOSED-end*")).toEqual({ left: -20, top: -3, width: 480, height: 529 });
});
