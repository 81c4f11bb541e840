import { expect, test } from "vitest";
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
  const table = compactTable(compact);
  const sender = Uint8Array.from(table.flow.subarray(0, table.length), (flow) => flow & 1);
  expect(windowScales({ columns: table, sender, length: table.length })).toEqual(expected);
});
