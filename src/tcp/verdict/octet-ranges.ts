/**
 * The octets of one end in the capture: the union of the ranges of its segments. A segment in sequence extends the
 * last range; the others are sorted once.
 */
export class OctetRanges {
  /** Unwrapped numbers; both lists grow together. */
  private readonly from: number[] = [];
  private readonly until: number[] = [];
  private isInOrder = true;

  /** Forgets all ranges, because the end has started again. */
  clear(): void {
    this.from.length = 0;
    this.until.length = 0;
    this.isInOrder = true;
  }

  /** Adds octets. @param from number of the first, unwrapped @param length at least 1 */
  add(from: number, length: number): void {
    const until = from + length;
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
    const order = this.isInOrder ? null : Uint32Array.from(from, (_, index) => index);
    order?.sort((a, b) => from[a] - from[b]);
    let octets = 0;
    let covered = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < from.length; place++) {
      const index = order === null ? place : order[place];
      const end = until[index];
      if (end > covered) octets += end - Math.max(from[index], covered);
      covered = Math.max(covered, end);
    }
    return octets;
  }
}
