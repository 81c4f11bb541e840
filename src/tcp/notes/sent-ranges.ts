import { bisect } from "../../base/bisect.ts";
import { distance } from "../../segments/sequence-number.ts";
import type { Position } from "../position.ts";

/**
 * Finds the segment of one direction that carried a given sequence number last. Segments that advance the direction
 * are kept in order and bisected; the few repeated or late ones are kept by number.
 */
export class SentRanges {
  /** Octets from the first number seen to the start and to the end of each advancing segment. */
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly positions: Position[] = [];
  private readonly repeated = new Map<number, Position>();

  /** A segment that starts at or beyond the highest end so far. */
  addAdvancing(start: number, end: number, position: Position): void {
    const lastEnd = this.ends.at(-1);
    const from = lastEnd === undefined ? 0 : lastEnd + distance(this.highest, start);
    this.starts.push(from);
    this.ends.push(from + distance(start, end));
    this.positions.push(position);
    this.highest = end;
  }

  /** A segment that repeats numbers or fills a hole. */
  addRepeated(start: number, position: Position): void {
    this.repeated.set(start, position);
  }

  /** The latest segment that carried `number`; null when none is in the capture. */
  find(number: number): Position | null {
    const again = this.repeated.get(number);
    if (again !== undefined) return again;
    const offset = (this.ends.at(-1) ?? 0) + distance(this.highest, number);
    const index = bisect(0, this.starts.length, (each) => this.starts[each] <= offset) - 1;
    return index >= 0 && offset < this.ends[index] ? (this.positions[index] ?? null) : null;
  }

  private highest = 0;
}
