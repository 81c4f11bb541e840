import { expect, test } from "vitest";
import { compactTable } from "../testing/compact-notation.ts";
import { findCapturedTwice } from "./captured-twice.ts";

function copies(compact: string): number[] {
  return [...findCapturedTwice(compactTable(compact))];
}

test("the same packet with a lower TTL has passed a router on which it was captured", () => {
  expect(copies("cS:id7 ~0.001 cS:id7:ttl63 sS.:id8 ~0.001 sS.:id8:ttl63")).toEqual([0, 1, 0, 1]);
});

test("without an IP identification the TTL alone tells", () => {
  expect(copies("cS ~0.001 cS:ttl63")).toEqual([0, 1]);
  expect(copies("cS ~0.001 cS")).toEqual([0, 0]);
});

test("with the same TTL it takes an identification and sequence space: both sides of a bridge", () => {
  expect(copies("cS:id7 ~0.001 cS:id7")).toEqual([0, 1]);
  expect(copies("cS sS. c.:id9 ~0.001 c.:id9")).toEqual([0, 0, 0, 0]);
});

test("a repetition comes later, or is another packet", () => {
  expect(copies("cS:id7 ~0.5 cS:id7:ttl63")).toEqual([0, 0]);
  expect(copies("cS:id7 ~0.001 cS:id8")).toEqual([0, 0]);
  expect(copies("cS sS. c. cP.+5:id9 ~0.001 cP.@1+5:id9:w100")).toEqual([0, 0, 0, 0, 0]);
});
