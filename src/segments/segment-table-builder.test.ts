import { expect, test } from "vitest";
import { optionsOf } from "./options.ts";
import { SegmentTableBuilder } from "./segment-table-builder.ts";
import { Mark } from "./segment-table.ts";
import { sliceColumns } from "./slice-columns.ts";

function fill(rows: number): SegmentTableBuilder {
  const builder = new SegmentTableBuilder();
  const octets = new Uint8Array([10, 0, 0, 1, 10, 0, 0, 2, 2, 4, 5, 0xb4]);
  for (let i = 0; i < rows; i++) {
    builder.append({
      frame: i + 1,
      time: 1616244573_192719000n + BigInt(i),
      flow: builder.flows.internOctets(octets, 0, 4, 4, 1000 + (i % 3), 80),
      sequenceNumber: 4294967295 - i,
      acknowledgmentNumber: i,
      payloadLength: i,
      window: 65535,
      flags: 0x12,
      ...(i % 2 === 0 ? { ipId: i & 0xffff } : {}),
      ttl: 64,
      octets,
      optionsAt: 8,
      optionsLength: i % 5 === 0 ? 4 : 0,
      ...(i === 7 ? { urgentPointer: 9 } : {}),
    });
  }
  return builder;
}

test("rows survive the growth of the columns", () => {
  const table = fill(5000);
  expect(table.length).toBe(5000);
  expect(table.sequenceNumber[4999]).toBe(4294962296);
  expect(table.time[4999]).toBe(4999);
  expect(table.timeBase).toEqual({ kind: "epoch", origin: 1616244573_192719000n });
  expect(optionsOf(table, 4995)).toEqual({ mss: 1460 });
  expect(optionsOf(table, 4996)).toEqual({});
  expect(table.urgentPointer.get(7)).toBe(9);
  expect((table.marks[2] ?? 0) & Mark.HasIpId).toBe(Mark.HasIpId);
  expect((table.marks[3] ?? 0) & Mark.HasIpId).toBe(0);
});

test("a missing time is NaN and does not count as the last record", () => {
  const builder = fill(2);
  builder.append({
    frame: 3,
    time: null,
    flow: 0,
    sequenceNumber: 0,
    acknowledgmentNumber: 0,
    payloadLength: 0,
    window: 0,
    flags: 0,
  });
  expect(builder.time[2]).toBeNaN();
  expect(builder.lastRecordTime).toBe(1);
});

test("an earlier time than the first is negative, and the last record stays the latest", () => {
  const builder = new SegmentTableBuilder();
  builder.setTimeKind("time-of-day");
  builder.noteRecordTime(100n);
  expect(builder.noteRecordTime(40n)).toBe(-60);
  expect(builder.lastRecordTime).toBe(0);
  expect(builder.timeBase).toEqual({ kind: "time-of-day", origin: 100n });
});

test("a slice has the picked rows with their options and urgent pointers", () => {
  const table = fill(20);
  const slice = sliceColumns(table, new Uint32Array([5, 7, 10]));
  expect(slice.length).toBe(3);
  expect([...slice.frame]).toEqual([6, 8, 11]);
  expect(optionsOf(slice, 0)).toEqual({ mss: 1460 });
  expect(optionsOf(slice, 1)).toEqual({});
  expect([...slice.urgentPointer]).toEqual([[1, 9]]);
});
