import { copyRows } from "./columns.ts";
import { LASTING_MEMORY, type RowMemory } from "./row-memory.ts";
import type { SegmentColumns } from "./segment-table.ts";

/**
 * Copies the given rows of a table, in the given order, into columns of their own. Flow numbers stay those of the
 * whole table.
 */
export function sliceColumns(
  table: SegmentColumns,
  rows: Uint32Array,
  memory: RowMemory = LASTING_MEMORY,
): SegmentColumns {
  const { length } = rows;
  let optionOctets = 0;
  for (let i = 0; i < length; i++) optionOctets += table.optionsLength[rows[i]];
  const slice = memory.slice(length, optionOctets);
  copyRows(table, rows, slice);
  let optionEnd = 0;
  for (let i = 0; i < length; i++) {
    const row = rows[i];
    slice.optionsAt[i] = optionEnd;
    const at = table.optionsAt[row];
    const end = at + table.optionsLength[row];
    for (let from = at; from < end; from++) slice.optionBytes[optionEnd++] = table.optionBytes[from];
    if (table.urgentPointer.size > 0) copyEntry(table.urgentPointer, row, slice.urgentPointer, i);
    if (table.comments.size > 0) copyEntry(table.comments, row, slice.comments, i);
  }
  slice.timeBase = table.timeBase;
  slice.lastRecordTime = table.lastRecordTime;
  return slice;
}

function copyEntry<T>(from: ReadonlyMap<number, T>, row: number, to: Map<number, T>, i: number): void {
  const entry = from.get(row);
  if (entry !== undefined) to.set(i, entry);
}
