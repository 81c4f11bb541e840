import { expect, test } from "vitest";
import { Mark } from "../../segments/segment-table.ts";
import { compactTable } from "../../testing/compact-notation.ts";
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

test("with the same TTL it takes an identification: both sides of a bridge", () => {
  expect(copies("cS:id7 ~0.001 cS:id7")).toEqual([0, 1]);
  expect(copies("cS sS. c.:id9 ~0.001 c.:id9")).toEqual([0, 0, 0, 1]);
  expect(copies("cS sS. c.:id9 ~0.001 c.:id10")).toEqual([0, 0, 0, 0]);
  expect(copies("cS sS. ~0.001 sS.")).toEqual([0, 0, 0]);
});

test("the input may say so itself, however late the copy comes", () => {
  const table = compactTable("cS ~2 cS sS. ~2 sS.");
  table.marks[3] = Mark.CapturedAgain | (table.marks[3] ?? 0);
  expect([...findCapturedTwice(table)]).toEqual([0, 0, 0, 1]);
});

test("two interfaces of one capture see the same packet, with identification 0 too", () => {
  const table = compactTable("cS:id0 ~0.001 cS:id0 sS.:id0 ~0.001 sS.:id0 ~0.001 sS.:id0 ~0.5 sS.:id0");
  table.capturePoint.set([1, 2, 1, 2, 3, 1]);
  expect([...findCapturedTwice(table)]).toEqual([0, 1, 0, 1, 1, 0]);
  table.capturePoint.set([1, 1, 1, 0, 1, 2]);
  expect([...findCapturedTwice(table)]).toEqual([0, 0, 0, 0, 0, 0]);
});

test("a repetition comes later, or is another packet", () => {
  expect(copies("cS:id7 ~0.5 cS:id7:ttl63")).toEqual([0, 0]);
  expect(copies("cS:id7 ~0.001 cS:id8")).toEqual([0, 0]);
  expect(copies("cS sS. c. cP.+5:id9 ~0.001 cP.@1+5:id9:w100")).toEqual([0, 0, 0, 0, 0]);
});

/** One thing differs from the packet before, besides the TTL: it is another packet. */
const OTHERS = [
  ["cS:id7 sS.:id7:ttl63", "the direction"],
  ["cS sS. c.:id7 cP.@1:id7:ttl63", "the flags"],
  ["cS sS. c.+5:id7 c.+5:id7:ttl63", "the sequence number"],
  ["cS sS. c.+5:id7 c.@1+5/2:id7:ttl63", "the acknowledgment number"],
  ["cS sS. c.+5:id7 c.@1+6:id7:ttl63", "the length"],
  ["cS sS. c.+5:id7 c.@1+5:id7:w5:ttl63", "the window"],
  ["cS sS. c.+5:id7 c.@1+5:id8:ttl63", "the IP identification"],
  ["cS:id7:ws7 cS:id7:ws8:ttl63", "the value of an option"],
  ["cS:id7:ws7 cS:id7:ttl63", "the options"],
  ["cS sS. c.+5 c.@1+5", "nothing, and no IP identification: a repetition at once looks the same"],
  ["cS sS. c.+5:id0 c.@1+5:id0", "nothing, and identification 0 says nothing (RFC 6864)"],
] as const;

test.each(OTHERS)("%s is no packet captured twice: %s", (compact) => {
  const close = compact.replace(/ (?=\S+$)/u, " ~0.001 ");
  expect(copies(close).at(-1)).toBe(0);
});

const TWICE = [
  ["cS sS. c.+5:id7 ~0.001 c.@1+5:id7", "data"],
  ["cS sS. cF.:id7 ~0.001 cF.@1:id7", "a FIN"],
  ["cS sS. c.:id7 ~0.001 c.@1:id7:ttl63", "a pure ACK behind a router"],
  ["cS:id7:ws7 ~0.001 cS:id7:ws7", "with its options"],
  ["cS sS. c.+5:id7 ~0 c.@1+5:id7", "at the same time"],
] as const;

test.each(TWICE)("%s is captured twice: %s", (compact) => {
  expect(copies(compact).at(-1)).toBe(1);
});
