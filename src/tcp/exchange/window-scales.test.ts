import { expect, test } from "vitest";
import { Mark, type SegmentTable } from "../../segments/segment-table.ts";
import { exchangeOfTable } from "../../testing/compact-exchange.ts";
import { compactTable } from "../../testing/compact-notation.ts";
import { windowScales } from "./window-scales.ts";

/** RFC 7323 section 2.2: an option in both SYNs, or none is scaled; section 2.3: 14 at most. */
const SCALES = [
  ["cS:ws7 sS.:ws3 c.", [7, 3], "each its own"],
  ["cS:ws7 sS. c.", [0, 0], "the server refused"],
  ["cS sS.:ws7 c.", [0, 0], "the client did not offer"],
  ["cS:ws0 sS.:ws0 c.", [0, 0], "0 is an offer"],
  ["cS:ws15 sS.:ws14 c.", [14, 14], "14 at most"],
  ["cS:ws7", [null, null], "the other SYN is missing"],
  ["cS", [0, 0], "it can never be scaled"],
  ["mid c. s.", [null, null], "no SYN was captured"],
  ["cS:ws7 cS:ws5 sS.:ws3 c.", [5, 3], "the last SYN before the ACK"],
  ["cS:ws7 sS.:ws3 c. ~1 cS:ws1", [7, 3], "a SYN after the handshake changes nothing"],
] as const;

test.each(SCALES)("%s: %j (%s)", (compact, expected) => {
  expect(scalesOf(compactTable(compact))).toEqual(expected);
});

test("a SYN whose options the capture does not tell says nothing", () => {
  const table = compactTable("cS:ws7 sS.:ws3 c.");
  table.marks[1] |= Mark.Truncated;
  expect(scalesOf(table)).toEqual([null, null]);
});

test("a SYN that was sent again with its options cut off says no more than the first", () => {
  const table = compactTable("cS:ws7 cS* sS.:ws3 c.");
  table.marks[1] |= Mark.Truncated;
  expect(scalesOf(table)).toEqual([7, 3]);
});

test("a stray SYN agrees on nothing", () => {
  expect(scalesOf(compactTable("cS:ws7 cS@99 sS.:ws3 c."))).toEqual([7, 3]);
});

test("a self-connect speaks to itself with its own shift", () => {
  const columns = compactTable("cS:ws7 cS.:ws7 c.");
  const none = new Uint8Array(3);
  expect(windowScales({ columns, sender: none, isInert: none, isSelfConnect: true })).toEqual([7, 7]);
});

function scalesOf(table: SegmentTable): readonly [number | null, number | null] {
  return exchangeOfTable(table).windowScale;
}
