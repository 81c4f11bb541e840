import { expect, test } from "vitest";
import { COLUMNS, type ColumnName, ROW_OCTETS, columnsAlone, copyRow } from "./columns.ts";
import { SegmentTableBuilder } from "./segment-table-builder.ts";
import { sliceColumns } from "./slice-columns.ts";

const NAMES = Object.keys(COLUMNS) as ColumnName[];
/** More than the table has room for at first. */
const ROWS = 3000;
const ENDS = [
  { address: "10.0.0.1", port: 40000 },
  { address: "10.0.0.2", port: 80 },
] as const;

/** A table whose columns hold the row and the place of the column in the list, modulo what an octet holds. */
function filledTable(): SegmentTableBuilder {
  const table = new SegmentTableBuilder();
  const flow = table.flows.internEndpoints(...ENDS);
  for (let row = 0; row < ROWS; row++) {
    table.append({
      frame: 0,
      time: null,
      flow,
      sequenceNumber: 0,
      acknowledgmentNumber: 0,
      payloadLength: 0,
      window: 0,
      flags: 0,
    });
    for (const [place, name] of NAMES.entries())
      if (!ofOptions(name)) table[name][row] = elementOf(row, place);
  }
  return table;
}

function ofOptions(name: ColumnName): boolean {
  return name === "optionsAt" || name === "optionsLength";
}

function elementOf(row: number, place: number): number {
  return (row * 7 + place) % 251;
}

test.each(NAMES)("%s grows, and goes where its row goes", (name) => {
  const table = filledTable();
  const place = NAMES.indexOf(name);
  const rows = Uint32Array.of(2999, 0, 1024, 1023);
  const expected = ofOptions(name) ? [0, 0, 0, 0] : Array.from(rows, (row) => elementOf(row, place));
  const sliced = sliceColumns(table, rows);
  expect(Array.from(sliced[name])).toEqual(expected);
  expect(Array.from(structuredClone(sliced)[name])).toEqual(expected);
  expect(Array.from(columnsAlone(sliced)[name])).toEqual(expected);
  copyRow(sliced, 0, table, 1, new Set());
  expect(table[name][1]).toBe(expected[0]);
});

test.each(NAMES)("%s has its none in a row of which nothing is told", (name) => {
  const table = new SegmentTableBuilder();
  table.append({
    frame: 0,
    time: null,
    flow: table.flows.internEndpoints(...ENDS),
    sequenceNumber: 0,
    acknowledgmentNumber: 0,
    payloadLength: 0,
    window: 0,
    flags: 0,
  });
  expect(table[name][0]).toBe(COLUMNS[name].none);
});

test("a row takes as many octets as its elements", () => {
  const widths = NAMES.map((name) => COLUMNS[name].array.BYTES_PER_ELEMENT);
  expect(ROW_OCTETS).toBe(widths.reduce<number>((sum, width) => sum + width, 0));
});

test.each(["flow", "payloadLength", "window"] as const)(
  "%s is held in 16 bits until an element needs more, and loses nothing then",
  (name) => {
    const table = new SegmentTableBuilder();
    const fields = { frame: 1, time: null, sequenceNumber: 0, acknowledgmentNumber: 0, flags: 0 };
    const numbers = { flow: 0, payloadLength: 0, window: 0 };
    const elements = Array.from({ length: ROWS }, (_, row) => (row === 2000 ? 0xffffffff : row * 20));
    for (const element of elements) table.append({ ...fields, ...numbers, [name]: element });
    expect(Array.from(table[name].subarray(0, ROWS))).toEqual(elements);
    const short = new SegmentTableBuilder();
    short.append({ ...fields, ...numbers, [name]: 0xffff });
    expect([short[name][0], short[name].BYTES_PER_ELEMENT]).toEqual([0xffff, 2]);
  },
);
