import { expect, test } from "vitest";
import { heldArrows, heldLanes, MOST_LANES } from "./held-arrows.ts";
import { Route } from "./routes.ts";

/** Held arrows of one end and where they land. */
function lanesOf(arrivals: readonly number[], fromClient = arrivals.map(() => 1)): number[] {
  const route = Uint8Array.from(arrivals, (at, index) => (at > index + 1 ? Route.Held : Route.Own));
  const lanes = heldLanes(
    { arrivesAt: Uint32Array.from(arrivals), fromClient: Uint8Array.from(fromClient) },
    route,
  );
  return [...lanes];
}

test("a lone held arrow waits beside the lifeline; one sent while it is on its way waits farther off", () => {
  expect(lanesOf([3, 2, 3, 7, 7, 8, 7, 8])).toEqual([0, 0, 0, 0, 1, 2, 0, 0]);
});

test("the two ends have lanes of their own", () => {
  expect(lanesOf([5, 5, 6, 6, 5, 6], [1, 0, 1, 0, 1, 1])).toEqual([0, 0, 1, 1, 0, 0]);
});

test("there are not more lanes than the words leave room for", () => {
  const lanes = lanesOf(Array.from({ length: 20 }, (_, index) => index + 21));
  expect(Math.max(...lanes)).toBe(MOST_LANES - 1);
  expect(lanes.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 0, 1]);
});

test("of thousands that land within one row, those a pixel apart stand for the others", () => {
  const count = 5000;
  const arrivesAt = new Uint32Array(count + 1).fill(count + 1);
  const offset = Float32Array.from({ length: count + 1 }, (_, index) => (44 * index) / count);
  const fromClient = new Uint8Array(count + 1).fill(1);
  const route = new Uint8Array(count + 1).fill(Route.Held, 0, count);
  const held = heldArrows({ arrivesAt, fromClient }, route, { offset, spread: offset });
  expect(held.endingIn(count + 1, count + 1)).toHaveLength(44);
  expect(held.reachingBeyond(count, 2, 99)).toEqual([{ from: 1, to: count + 1 }]);
});
