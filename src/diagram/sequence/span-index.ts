import { bisector } from "d3";
import type { Position } from "../../tcp/position.ts";

/** Something that reaches from one row to a later one. */
export interface Span {
  readonly from: Position;
  readonly to: Position;
}

const byStart = bisector(({ from }: Span) => from);
const byEnd = bisector(({ to }: Span) => to);

/**
 * Finds the spans that touch some rows without looking at the others, however long they are: making it costs n log n,
 * and each span found log n.
 */
export class SpanIndex<T extends Span> {
  private readonly started: readonly T[];
  private readonly ended: readonly T[];
  /** A tree over {@link started}: node k has the children 2k and 2k + 1, the leaves begin at {@link leaves}. */
  private readonly latestEnd: Float64Array;
  private readonly leaves: number;

  constructor(spans: readonly T[]) {
    this.started = spans.toSorted((one, other) => one.from - other.from);
    this.ended = spans.toSorted((one, other) => one.to - other.to);
    this.leaves = 2 ** Math.ceil(Math.log2(Math.max(1, spans.length)));
    this.latestEnd = new Float64Array(2 * this.leaves).fill(Number.NEGATIVE_INFINITY);
    for (const [index, { to }] of this.started.entries()) this.latestEnd[this.leaves + index] = to;
    for (let node = this.leaves - 1; node > 0; node--) {
      this.latestEnd[node] = Math.max(this.endBelow(2 * node), this.endBelow(2 * node + 1));
    }
  }

  /** All that end in rows `first` to `last`, in the order of their ends. */
  endingIn(first: Position, last: Position): T[] {
    return this.ended.slice(byEnd.left(this.ended, first), byEnd.left(this.ended, last + 1));
  }

  /** Those that begin before row `before` and end behind row `last`: at most so many, the latest begun ones. */
  reachingBeyond(last: Position, before: Position, most: number): T[] {
    const found: T[] = [];
    const limit = byStart.left(this.started, before);
    const gather = (node: number, from: number, length: number): void => {
      if (found.length >= most || from >= limit || this.endBelow(node) <= last) return;
      if (length === 1) {
        const span = this.started[from];
        if (span) found.push(span);
        return;
      }
      gather(2 * node + 1, from + length / 2, length / 2);
      gather(2 * node, from, length / 2);
    };
    gather(1, 0, this.leaves);
    return found;
  }

  private endBelow(node: number): number {
    return this.latestEnd[node] ?? Number.NEGATIVE_INFINITY;
  }
}
