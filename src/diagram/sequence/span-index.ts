import type { Position } from "../../tcp/position.ts";

/** Something that reaches from one row to a later one. */
export interface Span {
  readonly from: Position;
  readonly to: Position;
}

const STRIDE = 64;

/** Finds the spans that touch some rows without looking at the others. */
export class SpanIndex<T extends Span> {
  readonly #byStride = new Map<number, T[]>();

  add(span: T): void {
    for (let stride = strideOf(span.from); stride <= strideOf(span.to); stride++) {
      const there = this.#byStride.get(stride);
      if (there) there.push(span);
      else this.#byStride.set(stride, [span]);
    }
  }

  /** Those that touch rows `first` to `last`, in the order in which they were added. */
  between(first: Position, last: Position): T[] {
    const found = new Set<T>();
    for (let stride = strideOf(first); stride <= strideOf(last); stride++) {
      for (const span of this.#byStride.get(stride) ?? []) {
        if (span.from <= last && span.to >= first) found.add(span);
      }
    }
    return [...found];
  }
}

function strideOf(position: Position): number {
  return Math.floor(position / STRIDE);
}
