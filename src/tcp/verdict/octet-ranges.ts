import { advance, distance } from "../../segments/sequence-number.ts";

/**
 * The octets that one end was seen to send: the union of the ranges that its segments carried. What follows in sequence
 * extends the last range; the others are put in order once.
 */
export class OctetRanges {
  /** Offsets from the first number that was added; both lists grow together. */
  private readonly from: number[] = [];
  private readonly until: number[] = [];
  private isInOrder = true;
  /** The number just behind the range that was added last, and its offset: what the next one is measured from. */
  private number: number | null = null;
  private offset = 0;

  /** Forgets all ranges: the end has begun anew. */
  clear(): void {
    this.from.length = 0;
    this.until.length = 0;
    this.isInOrder = true;
    this.number = null;
  }

  /** Adds octets. @param start sequence number of the first @param length at least 1 */
  add(start: number, length: number): void {
    const from = this.number === null ? 0 : this.offset + distance(this.number, start);
    const until = from + length;
    this.number = advance(start, length);
    this.offset = until;
    const last = this.from.length - 1;
    const lastFrom = this.from[last] ?? Number.NEGATIVE_INFINITY;
    const lastUntil = this.until[last] ?? Number.NEGATIVE_INFINITY;
    if (from >= lastFrom && from <= lastUntil) {
      this.until[last] = Math.max(lastUntil, until);
      return;
    }
    if (from < lastFrom) this.isInOrder = false;
    this.from.push(from);
    this.until.push(until);
  }

  /** How many different octets were added. */
  count(): number {
    const { from, until } = this;
    const order = Uint32Array.from(from, (_, index) => index);
    if (!this.isInOrder) order.sort((a, b) => from[a] - from[b]);
    let octets = 0;
    let covered = Number.NEGATIVE_INFINITY;
    for (const index of order) {
      const end = until[index];
      if (end > covered) octets += end - Math.max(from[index], covered);
      covered = Math.max(covered, end);
    }
    return octets;
  }
}
