import type { SegmentColumns } from "./segment-table.ts";

/** Octets of a row in all columns but the options. */
const ROW_OCTETS = 8 + 7 * 4 + 3 * 2 + 2;

/**
 * The given rows of a table, in the given order, as columns of their own: what one connection needs of a
 * large capture. Flow numbers stay those of the whole table. All columns lie in one piece of memory: to ask for each
 * by itself costs more than to fill it, and most connections are short.
 */
export function sliceColumns(table: SegmentColumns, rows: Uint32Array): SegmentColumns {
  const { length } = rows;
  let optionOctets = 0;
  for (let i = 0; i < length; i++) optionOctets += table.optionsLength[rows[i] ?? 0] ?? 0;
  const columns = layColumns(length, optionOctets);
  const { urgentPointer, comments } = columns;
  let optionEnd = 0;
  for (let i = 0; i < length; i++) {
    const row = rows[i] ?? 0;
    copyRow(table, row, columns, i);
    columns.optionsAt[i] = optionEnd;
    const at = table.optionsAt[row] ?? 0;
    const end = at + (table.optionsLength[row] ?? 0);
    for (let from = at; from < end; from++) columns.optionBytes[optionEnd++] = table.optionBytes[from] ?? 0;
    if (table.urgentPointer.size > 0) copyEntry(table.urgentPointer, row, urgentPointer, i);
    if (table.comments.size > 0) copyEntry(table.comments, row, comments, i);
  }
  return { ...columns, timeBase: table.timeBase, lastRecordTime: table.lastRecordTime };
}

/** Columns for so many rows, the widest elements first so that all are aligned. */
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
  columns.time[i] = table.time[row] ?? Number.NaN;
  columns.frame[i] = table.frame[row] ?? 0;
  columns.flow[i] = table.flow[row] ?? 0;
  columns.sequenceNumber[i] = table.sequenceNumber[row] ?? 0;
  columns.acknowledgmentNumber[i] = table.acknowledgmentNumber[row] ?? 0;
  columns.payloadLength[i] = table.payloadLength[row] ?? 0;
  columns.window[i] = table.window[row] ?? 0;
  columns.flags[i] = table.flags[row] ?? 0;
  columns.marks[i] = table.marks[row] ?? 0;
  columns.ipId[i] = table.ipId[row] ?? 0;
  columns.ttl[i] = table.ttl[row] ?? 0;
  columns.optionsLength[i] = table.optionsLength[row] ?? 0;
}

function copyEntry<T>(from: ReadonlyMap<number, T>, row: number, to: Map<number, T>, i: number): void {
  const entry = from.get(row);
  if (entry !== undefined) to.set(i, entry);
}
