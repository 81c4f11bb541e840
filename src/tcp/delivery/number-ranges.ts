import { bisect } from "../../base/bisect.ts";

/** Ranges of unwrapped sequence numbers, joined where they touch: asking costs log n, however many were added. */
export class NumberRanges {
  /** Ascending, and so are {@link ends}; no range touches the next one. */
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** The numbers behind `start` up to `end`. */
  add(start: number, end: number): void {
    if (Number.isNaN(start) || Number.isNaN(end)) return;
    const from = this.firstEndingFrom(start);
    let to = from;
    let [least, most] = [start, end];
    for (; to < this.starts.length && (this.starts[to] ?? 0) <= end; to++) {
      least = Math.min(least, this.starts[to] ?? least);
      most = Math.max(most, this.ends[to] ?? most);
    }
    this.starts.splice(from, to - from, least);
    this.ends.splice(from, to - from, most);
  }

  has(number: number): boolean {
    const start = this.starts[this.firstEndingFrom(number)];
    return start !== undefined && number > start;
  }

  /** The place of the first range that does not end below the number. */
  private firstEndingFrom(number: number): number {
    return bisect(0, this.ends.length, (place) => (this.ends[place] ?? 0) < number);
  }
}
