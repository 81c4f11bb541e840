import { expect, test } from "vitest";
import { compactTable } from "../testing/compact-notation.ts";
import { ACK, FIN, SYN } from "./flags.ts";
import { sequenceEnd, sequenceLength, usedShift } from "./sequence-space.ts";

test("SYN and FIN take a number each, beside the data (RFC 9293 section 3.4)", () => {
  expect(sequenceLength(ACK, 0)).toBe(0);
  expect(sequenceLength(SYN, 0)).toBe(1);
  expect(sequenceLength(SYN | ACK, 10)).toBe(11);
  expect(sequenceLength(FIN | ACK, 10)).toBe(11);
  expect(sequenceLength(SYN | FIN, 10)).toBe(12);
});

test("a segment ends where the next one of its sender begins, round the circle too", () => {
  const table = compactTable("cS sS. c. cP.+10 cF.");
  const [, , , data, fin] = table.sequenceNumber;
  expect(sequenceEnd(table, 3)).toBe(fin);
  table.sequenceNumber[3] = 0xfffffffc;
  expect(data).not.toBe(0xfffffffc);
  expect(sequenceEnd(table, 3)).toBe(6);
});

test("a shift above 14 is used as 14 (RFC 7323 section 2.3)", () => {
  expect([0, 13, 14, 15, 255].map(usedShift)).toEqual([0, 13, 14, 14, 14]);
});
