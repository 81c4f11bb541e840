import { copyRows, layColumns, ROW_OCTETS } from "./columns.ts";
import type { SegmentColumns } from "./segment-table.ts";

/**
 * Copies the given rows of a table, in the given order, into columns of their own. Flow numbers stay those of the
 * whole table. All columns share one piece of memory: most connections are short, and allocating each column by
 * itself costs more than filling it.
 */
export function sliceColumns(table: SegmentColumns, rows: Uint32Array): SegmentColumns {
  const { length } = rows;
  let optionOctets = 0;
  for (let i = 0; i < length; i++) optionOctets += table.optionsLength[rows[i]];
  const memory = new ArrayBuffer(length * ROW_OCTETS + optionOctets);
  const columns = layColumns(memory, length);
  copyRows(table, rows, columns);
  const optionBytes = new Uint8Array(memory, length * ROW_OCTETS, optionOctets);
  const urgentPointer = new Map<number, number>();
  const comments = new Map<number, string>();
  let optionEnd = 0;
  for (let i = 0; i < length; i++) {
    const row = rows[i];
    columns.optionsAt[i] = optionEnd;
    const at = table.optionsAt[row];
    const end = at + table.optionsLength[row];
    for (let from = at; from < end; from++) optionBytes[optionEnd++] = table.optionBytes[from];
    if (table.urgentPointer.size > 0) copyEntry(table.urgentPointer, row, urgentPointer, i);
    if (table.comments.size > 0) copyEntry(table.comments, row, comments, i);
  }
  const { timeBase, lastRecordTime } = table;
  return Object.assign(columns, { length, optionBytes, urgentPointer, comments, timeBase, lastRecordTime });
}

function copyEntry<T>(from: ReadonlyMap<number, T>, row: number, to: Map<number, T>, i: number): void {
  const entry = from.get(row);
  if (entry !== undefined) to.set(i, entry);
}
