import type { SegmentColumns } from "./segment-table.ts";

/** Octets of a row in all columns but the options. */
const ROW_OCTETS = 8 + 7 * 4 + 3 * 2 + 2;

/**
 * Copies the given rows of a table, in the given order, into columns of their own. Flow numbers stay those of the
 * whole table. All columns share one piece of memory: most connections are short, and allocating each column by
 * itself costs more than filling it.
 */
export function sliceColumns(table: SegmentColumns, rows: Uint32Array): SegmentColumns {
  const { length } = rows;
  let optionOctets = 0;
  for (let i = 0; i < length; i++) optionOctets += table.optionsLength[rows[i]];
  const columns = layColumns(length, optionOctets);
  const { urgentPointer, comments } = columns;
  let optionEnd = 0;
  for (let i = 0; i < length; i++) {
    const row = rows[i];
    copyRow(table, row, columns, i);
    columns.optionsAt[i] = optionEnd;
    const at = table.optionsAt[row];
    const end = at + table.optionsLength[row];
    for (let from = at; from < end; from++) columns.optionBytes[optionEnd++] = table.optionBytes[from];
    if (table.urgentPointer.size > 0) copyEntry(table.urgentPointer, row, urgentPointer, i);
    if (table.comments.size > 0) copyEntry(table.comments, row, comments, i);
  }
  return { ...columns, timeBase: table.timeBase, lastRecordTime: table.lastRecordTime };
}

/** Columns for `length` rows. The widest elements come first, so that all are aligned. */
function layColumns(length: number, optionOctets: number) {
  const memory = new ArrayBuffer(length * ROW_OCTETS + optionOctets);
  let at = 0;
  const next = (width: number): number => {
    const from = at;
    at += length * width;
    return from;
  };
  return {
    length,
    time: new Float64Array(memory, next(8), length),
    frame: new Uint32Array(memory, next(4), length),
    flow: new Uint32Array(memory, next(4), length),
    sequenceNumber: new Uint32Array(memory, next(4), length),
    acknowledgmentNumber: new Uint32Array(memory, next(4), length),
    payloadLength: new Uint32Array(memory, next(4), length),
    window: new Uint32Array(memory, next(4), length),
    optionsAt: new Uint32Array(memory, next(4), length),
    flags: new Uint16Array(memory, next(2), length),
    marks: new Uint16Array(memory, next(2), length),
    ipId: new Uint16Array(memory, next(2), length),
    ttl: new Uint8Array(memory, next(1), length),
    optionsLength: new Uint8Array(memory, next(1), length),
    optionBytes: new Uint8Array(memory, at, optionOctets),
    urgentPointer: new Map<number, number>(),
    comments: new Map<number, string>(),
  };
}

function copyRow(
  table: SegmentColumns,
  row: number,
  columns: ReturnType<typeof layColumns>,
  i: number,
): void {
  columns.time[i] = table.time[row];
  columns.frame[i] = table.frame[row];
  columns.flow[i] = table.flow[row];
  columns.sequenceNumber[i] = table.sequenceNumber[row];
  columns.acknowledgmentNumber[i] = table.acknowledgmentNumber[row];
  columns.payloadLength[i] = table.payloadLength[row];
  columns.window[i] = table.window[row];
  columns.flags[i] = table.flags[row];
  columns.marks[i] = table.marks[row];
  columns.ipId[i] = table.ipId[row];
  columns.ttl[i] = table.ttl[row];
  columns.optionsLength[i] = table.optionsLength[row];
}

function copyEntry<T>(from: ReadonlyMap<number, T>, row: number, to: Map<number, T>, i: number): void {
  const entry = from.get(row);
  if (entry !== undefined) to.set(i, entry);
}
