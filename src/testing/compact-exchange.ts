import type { SegmentTable } from "../segments/segment-table.ts";
import { sliceColumns } from "../segments/slice-columns.ts";
import { type Exchange, prepareExchange } from "../tcp/exchange/exchange.ts";
import { compactTable } from "./compact-notation.ts";

/** All rows of a table as one exchange; the client sends the first. */
export function exchangeOfTable(table: SegmentTable): Exchange {
  const rows = Uint32Array.from({ length: table.length }, (_, row) => row);
  return prepareExchange(sliceColumns(table, rows), 0, false);
}

/** As {@link exchangeOfTable}, from the compact notation. */
export function compactExchange(compact: string): Exchange {
  return exchangeOfTable(compactTable(compact));
}
