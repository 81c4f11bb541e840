import { doubled } from "../base/doubled.ts";
import { Shown } from "../segments/witnessed-rows.ts";
import type { Both } from "./strand.ts";

/** A part of a row, as a merged row of its own. */
export interface Part {
  /** Octets of data before the part in the row of each capture, and in the part. */
  readonly offsets: Both<number>;
  readonly length: number;
}

/**
 * The rows of both captures in one order, that of sending. Events are numbered from 1, in an order that each capture
 * agrees with: a segment was sent before it arrived.
 */
export class MergedRows {
  length = 0;
  /** The row of each capture; -1 = it does not hold it. */
  readonly rows: [Int32Array, Int32Array] = [new Int32Array(1024), new Int32Array(1024)];
  /** Index of the strand. */
  strand = new Int32Array(1024);
  /** The event of sending; of a row that nobody saw leave, that of arriving. */
  sentAt = new Uint32Array(1024);
  /** The event of arriving; 0 = not captured. */
  arrivedAt = new Uint32Array(1024);
  /** Bits of {@link Shown}. */
  shown = new Uint8Array(1024);
  /** Of merged rows that are a part of a row. */
  readonly parts = new Map<number, Part>();

  /** Appends a row and returns its index. */
  append(rows: Both<number>, strand: number, event: number, shown: number): number {
    if (this.length === this.strand.length) this.grow();
    const index = this.length++;
    this.rows[0][index] = rows[0];
    this.rows[1][index] = rows[1];
    this.strand[index] = strand;
    this.sentAt[index] = event;
    this.shown[index] = shown;
    return index;
  }

  arrive(index: number, event: number): void {
    this.arrivedAt[index] = event;
    this.shown[index] = this.shown[index] | Shown.Arrived;
  }

  private grow(): void {
    this.rows[0] = doubled(this.rows[0]);
    this.rows[1] = doubled(this.rows[1]);
    this.strand = doubled(this.strand);
    this.sentAt = doubled(this.sentAt);
    this.arrivedAt = doubled(this.arrivedAt);
    this.shown = doubled(this.shown);
  }
}
