import type { SegmentTable } from "../segments/segment-table.ts";
import type { ConnectionsById } from "../tcp/connection.ts";

/** A capture as it is merged with another one: its segments, and the connections in them. */
export interface OneCapture {
  readonly table: SegmentTable;
  readonly connections: ConnectionsById;
}

/** The first capture and the second one. Everything that has one value for each capture is in this order. */
export type Both<T> = readonly [T, T];

/** The number of a capture: 0 is the first one. */
export type Witness = 0 | 1;

export function otherOf(witness: Witness): Witness {
  return witness === 0 ? 1 : 0;
}

/** How the numbers of the second capture stand to those of the first one. */
export interface Mapping {
  /** 1 if endpoint `a` of the flow in the first capture is `b` in the second. */
  readonly turned: 0 | 1;
  /** What is added to a sequence number of the second capture, by the direction in the first one, modulo 2^32. */
  readonly shift: Both<number>;
}

/** The rows of both captures that may be the same segments: those of one pair of endpoints, or of one connection. */
export interface Strand extends Mapping {
  /** Ascending rows of each table. */
  readonly rows: Both<Uint32Array>;
}

/** What reads one capture's rows in the numbers and directions of the first one. */
export interface RowReader {
  readonly table: SegmentTable;
  /** 0 when endpoint `a` of the flow in the first capture sent the row. */
  readonly direction: (row: number) => 0 | 1;
  readonly sequence: (row: number) => number;
  readonly acknowledgment: (row: number) => number;
}

/** A reader of each capture's rows in the numbers of the first one. */
export function readersOf([first, second]: Both<SegmentTable>, mapping: Mapping): Both<RowReader> {
  return [rowReader(first, { turned: 0, shift: [0, 0] }), rowReader(second, mapping)];
}

function rowReader(table: SegmentTable, { turned, shift }: Mapping): RowReader {
  const direction = (row: number): 0 | 1 => ((table.flow[row] & 1) ^ turned) as 0 | 1;
  return {
    table,
    direction,
    sequence: (row) => (table.sequenceNumber[row] + shift[direction(row)]) >>> 0,
    acknowledgment: (row) => (table.acknowledgmentNumber[row] + shift[direction(row) ^ 1]) >>> 0,
  };
}
