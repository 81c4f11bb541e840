import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { Route, routes, straightArrowsThrough } from "./routes.ts";

function analysisOf(id: string) {
  return present(analysesOfCase(id)[0], "analysis");
}

test("a segment that arrives in its own row goes its own way", () => {
  expect([...routes(analysisOf("A01"))]).toEqual([Route.Own, Route.Own, Route.Own]);
});

test("SYN segments that cross are drawn as crossing", () => {
  const analysis = analysisOf("A16");
  const route = routes(analysis);
  expect(Array.from(analysis.arrivesAt.slice(0, 4))).toEqual([2, 2, 4, 4]);
  expect(Array.from(route.slice(0, 4))).toEqual([Route.Straight, Route.Own, Route.Straight, Route.Own]);
  expect(straightArrowsThrough(route, analysis.arrivesAt, 2)).toEqual([1]);
  expect(straightArrowsThrough(route, analysis.arrivesAt, 3)).toEqual([]);
});

test("data that arrives rows later waits beside the lifeline", () => {
  const analysis = analysisOf("B06");
  const late = [...analysis.arrivesAt].flatMap((arrival, index) => (arrival > index + 1 ? [index] : []));
  expect(late.length).toBeGreaterThan(0);
  const route = routes(analysis);
  expect(late.map((index) => route[index])).toEqual(late.map(() => Route.Held));
});
