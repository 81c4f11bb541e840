import type { Position } from "../../tcp/position.ts";

/** Rows that render together: a step renders only the blocks in which something changes. */
export interface RowBlock<Row> {
  readonly key: number;
  readonly rows: readonly Row[];
}

/** How many rows a block holds. */
const SIZE = 8;
/** The key of what begins above the view. */
const ABOVE = -1;

/** Cuts rows in view into blocks, in their order. @param first the first row in view; what lies before it comes first */
export function rowBlocks<Row>(
  rows: readonly Row[],
  first: Position,
  positionOf: (row: Row) => Position,
): RowBlock<Row>[] {
  const blocks: { key: number; rows: Row[] }[] = [];
  for (const row of rows) {
    const position = positionOf(row);
    const key = position < first ? ABOVE : Math.floor(position / SIZE);
    const last = blocks.at(-1);
    if (last?.key === key) last.rows.push(row);
    else blocks.push({ key, rows: [row] });
  }
  return blocks;
}

/** The same for all positions between which nothing changes in rows that concern only `from` to `to`. */
export function nowWithin(position: Position, from: Position, to: Position): Position {
  return Math.min(Math.max(position, from - 1), to + 1);
}
