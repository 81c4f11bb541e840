import { expect, test } from "vitest";
import { Random } from "../../testing/random.ts";
import { EndHeap } from "./end-heap.ts";

/** The ends of the rows that come out up to the limit, in the order in which they do. */
function taken(heap: EndHeap, ends: Float64Array, limit: number): number[] {
  const found: number[] = [];
  for (let row = heap.popUpTo(limit); row >= 0; row = heap.popUpTo(limit)) found.push(ends[row] ?? -1);
  return found;
}

test("rows come out by their ends, lowest first, up to the limit and with it", () => {
  const ends = Float64Array.of(50, 10, 40, 10, 30, 20);
  const heap = new EndHeap(ends);
  for (const row of ends.keys()) heap.push(row);
  expect(taken(heap, ends, 9)).toEqual([]);
  expect(taken(heap, ends, 30)).toEqual([10, 10, 20, 30]);
  expect(heap.drain().toSorted((a, b) => a - b)).toEqual([0, 2]);
  expect(taken(heap, ends, 100)).toEqual([]);
});

test("in whatever order they went in, each once", () => {
  const random = new Random(7);
  for (let length = 0; length < 40; length++) {
    const ends = Float64Array.from({ length }, () => random.below(30));
    const heap = new EndHeap(ends);
    for (const row of ends.keys()) heap.push(row);
    const sorted = [...ends].toSorted((a, b) => a - b);
    const low = sorted.filter((end) => end <= 15);
    expect(taken(heap, ends, 15)).toEqual(low);
    expect(taken(heap, ends, 30)).toEqual(sorted.slice(low.length));
  }
});
