import { expect, test } from "vitest";
import { optionOctets, optionsOf } from "./options.ts";
import { SegmentTableBuilder } from "./segment-table-builder.ts";
import { directionOf, flowOf, Mark } from "./segment-table.ts";
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

const ANY = {
  frame: 1,
  time: null,
  flow: 0,
  sequenceNumber: 0,
  acknowledgmentNumber: 0,
  payloadLength: 0,
  window: 0,
  flags: 0,
};

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
  builder.append({ ...ANY, frame: 3 });
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

test("a slice has the comments of the picked rows, and nothing of the others", () => {
  const table = fill(20);
  table.comments.set(7, "here");
  table.comments.set(9, "elsewhere");
  const slice = sliceColumns(table, new Uint32Array([7, 2]));
  expect([...slice.comments]).toEqual([[0, "here"]]);
  expect([...slice.ipId]).toEqual([0, 2]);
  expect(slice.optionBytes).toHaveLength(0);
});

test("of several clocks the finest counts", () => {
  const builder = new SegmentTableBuilder();
  for (const resolution of [1000, 1, 1_000_000]) builder.noteTimeResolution(resolution);
  builder.setTimeKind("time-of-day");
  expect(builder.timeBase).toEqual({ kind: "time-of-day", origin: 0n, resolution: 1 });
});

test("options are copied whole however long they grow together", () => {
  const builder = new SegmentTableBuilder();
  const octets = Uint8Array.from({ length: 40 }, (_, index) => index + 1);
  for (let frame = 1; frame <= 3000; frame++) {
    builder.append({ ...ANY, frame, octets, optionsAt: 4, optionsLength: 36 });
  }
  for (const at of [0, 1, 999, 2999]) expect(optionOctets(builder, at)).toEqual(octets.subarray(4));
});

test("an expected growth is taken at once, and only once", () => {
  const builder = fill(100);
  builder.expectGrowth(1000);
  const before = builder.frame.length;
  while (builder.frame.length === before) builder.append({ ...ANY, frame: 1 });
  expect(builder.frame).toHaveLength(100_000);
  expect(builder.frame[99]).toBe(100);
});

test("a flow number is the pair, doubled, and who sent", () => {
  const builder = new SegmentTableBuilder();
  for (const flow of [0, 1, 6, 7]) builder.append({ ...ANY, flow });
  expect([0, 1, 2, 3].map((row) => flowOf(builder, row))).toEqual([0, 0, 3, 3]);
  expect([0, 1, 2, 3].map((row) => directionOf(builder, row))).toEqual([0, 1, 0, 1]);
});

test("options that an end sends again are kept once, whatever others send between them", () => {
  const table = new SegmentTableBuilder();
  const stamps = (value: number): Uint8Array => Uint8Array.of(1, 1, 8, 10, 0, 0, 0, value, 0, 0, 0, 1);
  const sent: [flow: number, octets: Uint8Array][] = [
    [0, stamps(5)],
    [1, stamps(6)],
    [0, stamps(5)],
    [1, stamps(7)],
    [0, stamps(5).subarray(2)],
    [0, stamps(5)],
    [8192, stamps(5)],
  ];
  for (const [flow, octets] of sent) {
    table.append({ ...ANY, flow, octets, optionsAt: 0, optionsLength: octets.length });
    table.append({ ...ANY, flow });
  }
  expect(sent.map((_, index) => Array.from(optionOctets(table, 2 * index)))).toEqual(
    sent.map(([, octets]) => Array.from(octets)),
  );
  expect(
    Array.from({ length: sent.length }, (_, index) => optionOctets(table, 2 * index + 1).length),
  ).toEqual(sent.map(() => 0));
  expect(table.optionsAt[4]).toBe(table.optionsAt[0]);
  // An end whose number ends in the same bits shares the place, and the octets if they are the same.
  expect(table.optionsAt[12]).toBe(table.optionsAt[10]);
});
