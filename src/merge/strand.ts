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

/** Reads one capture's rows in the numbers and directions of the first one. */
export class RowReader {
  readonly table: SegmentTable;
  private readonly turned: 0 | 1;
  private readonly shift: Both<number>;

  constructor(table: SegmentTable, { turned, shift }: Mapping) {
    this.table = table;
    this.turned = turned;
    this.shift = shift;
  }

  /** 0 when endpoint `a` of the flow in the first capture sent the row. */
  direction(row: number): 0 | 1 {
    return ((this.table.flow[row] & 1) ^ this.turned) as 0 | 1;
  }

  sequence(row: number): number {
    return (this.table.sequenceNumber[row] + this.shift[this.direction(row)]) >>> 0;
  }

  acknowledgment(row: number): number {
    return (this.table.acknowledgmentNumber[row] + this.shift[this.direction(row) ^ 1]) >>> 0;
  }
}

const UNCHANGED: Mapping = { turned: 0, shift: [0, 0] };

/** A reader of each capture's rows in the numbers of the first one. */
export function readersOf([first, second]: Both<SegmentTable>, mapping: Mapping): Both<RowReader> {
  return [new RowReader(first, UNCHANGED), new RowReader(second, mapping)];
}
