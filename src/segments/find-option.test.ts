import { expect, test } from "vitest";
import { findOption } from "./find-option.ts";
import { SegmentTableBuilder } from "./segment-table-builder.ts";

const SACK = 5;
const BLOCK = [1, 2, 3, 4, 5, 6, 7, 8];

/** RFC 9293 section 3.2: a list of kinds with lengths, NOP and End without; what is malformed ends it. */
const LISTS = [
  [[SACK, 10, ...BLOCK], 0, 0, "at the beginning"],
  [[1, 1, SACK, 10, ...BLOCK], 0, 2, "behind padding"],
  [[2, 4, 5, 180, SACK, 10, ...BLOCK], 0, 4, "behind another option"],
  [[2, 4, SACK, SACK, 1], 0, -1, "the value of another option is none"],
  [[SACK, 10, ...BLOCK], 10, 0, "of that length"],
  [[SACK, 10, ...BLOCK], 18, -1, "of another length"],
  [[SACK, 2, SACK, 10, ...BLOCK], 10, 2, "the one of that length"],
  [[0, SACK, 10, ...BLOCK], 0, -1, "behind the end"],
  [[3, 1, SACK, 10, ...BLOCK], 0, -1, "behind a length that cannot be"],
  [[SACK, 11, ...BLOCK], 0, -1, "longer than the header"],
  [[SACK, 2], 0, 0, "the shortest, at the very end"],
  [[2, 4, 5, 180], 0, -1, "not there"],
  [[], 0, -1, "no options"],
] as const;

test.each(LISTS)("in %j with length %i: %i (%s)", (list, length, expected) => {
  const table = new SegmentTableBuilder();
  const row = { time: null, flow: 0, sequenceNumber: 0, acknowledgmentNumber: 0, payloadLength: 0 };
  const append = (octets: readonly number[]): number =>
    table.append({
      ...row,
      frame: 1,
      window: 0,
      flags: 0,
      octets: Uint8Array.from(octets),
      optionsAt: 0,
      optionsLength: octets.length,
    });
  append([SACK, 2, 1]);
  const at = append(list);
  append([SACK, 10, ...BLOCK]);
  expect(findOption(table, at, SACK, length)).toBe(expected < 0 ? -1 : 3 + expected);
});
