import type { Steps } from "../base/turns.ts";
import type { SegmentKey } from "./segment-key.ts";
import type { Both, RowReader, Witness } from "./strand.ts";

/** Rows of one step: some milliseconds of work. */
export const ROWS_OF_STEP = 8192;

/**
 * Rows of both captures in classes of equal segments. The memory is kept from strand to strand: most connections have
 * few segments. Costs time linear in the rows, and at most 18 octets a row.
 */
export class EqualSegments {
  /** How many classes there are; their numbers count from 0. */
  length = 0;
  /** Class + 1; 0 is free. A power of two, at most half full. */
  private readonly slots: Int32Array;
  private readonly hashes: Uint32Array;
  /** By class: the first row of each capture, as an index into the rows given; -1 = none. */
  private readonly heads: Both<Int32Array>;
  /** By index of a row: the next one of its class; -1 = none. */
  private readonly next: Both<Int32Array>;
  private rows: Both<ArrayLike<number>> = [[], []];

  /** @param most rows of one capture that are sorted at once */
  constructor(most: number) {
    this.slots = new Int32Array(maskFor(most) + 1);
    this.hashes = new Uint32Array(most);
    this.heads = [new Int32Array(most), new Int32Array(most)];
    this.next = [new Int32Array(most), new Int32Array(most)];
  }

  /** Sorts the rows into classes. Rows of the second capture that equal none of the first are left out. */
  *sort(readers: Both<RowReader>, rows: Both<ArrayLike<number>>, key: SegmentKey): Steps<void> {
    this.length = 0;
    this.rows = rows;
    const mask = maskFor(rows[0].length);
    this.slots.fill(0, 0, mask + 1);
    // From the last one, so that each class lists its rows in their order.
    for (const witness of [0, 1] as const)
      for (let index = rows[witness].length - 1; index >= 0; index--) {
        if (index % ROWS_OF_STEP === ROWS_OF_STEP - 1) yield;
        this.take(readers, witness, index, mask, key);
      }
  }

  /** The row of a class in a capture if it is the only one there, else -1. */
  single(group: number, witness: Witness): number {
    const head = this.heads[witness][group];
    return head < 0 || this.next[witness][head] >= 0 ? -1 : this.rows[witness][head];
  }

  /** All rows of a class in a capture, in the order given. */
  list(group: number, witness: Witness): number[] {
    const listed: number[] = [];
    const next = this.next[witness];
    for (let index = this.heads[witness][group]; index >= 0; index = next[index])
      listed.push(this.rows[witness][index]);
    return listed;
  }

  private take(
    readers: Both<RowReader>,
    witness: Witness,
    index: number,
    mask: number,
    key: SegmentKey,
  ): void {
    const row = this.rows[witness][index];
    const hash = key.hash(readers[witness], row);
    const { slots, hashes, heads, next } = this;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const group = slots[slot] - 1;
      if (hashes[group] !== hash) continue;
      if (!key.agrees(readers[0], this.rows[0][heads[0][group]], readers[witness], row)) continue;
      next[witness][index] = heads[witness][group];
      heads[witness][group] = index;
      return;
    }
    if (witness === 1) return;
    const group = this.length++;
    slots[slot] = group + 1;
    hashes[group] = hash;
    heads[0][group] = index;
    heads[1][group] = -1;
    next[0][index] = -1;
  }
}

function maskFor(rows: number): number {
  return 2 ** (33 - Math.clz32(Math.max(rows, 1))) - 1;
}
