import { doubled } from "../../base/doubled.ts";

/** The offset of one record in so many is noted; a reader walks from there. */
export const RECORDS_A_MARK = 256;

/** Where something stands in a file, in octets from its start; of a compressed file, in what it holds. */
interface Stretch {
  readonly at: number;
  readonly end: number;
}

/**
 * Where the records of a capture file stand, for reading some of them again: the offset of every 256th record, and
 * the blocks without which none can be read (the header of the file; in pcapng the headers of sections and
 * interfaces). 8 octets for 256 records.
 */
export class RecordIndex {
  /** The headers that describe records, in the order of the file. */
  readonly headers: (Stretch & { readonly beginsSection: boolean })[] = [];
  /** By record that gave a segment out of IP fragments: the records of these. */
  fragments: ReadonlyMap<number, readonly number[]> = new Map();
  private offsets = new Float64Array(64);
  private length = 0;

  /** The records that the segments of the given ones stand in, ascending, each once. */
  withFragments(frames: Iterable<number>): Uint32Array {
    const all = new Set<number>();
    for (const frame of frames) {
      all.add(frame);
      for (const fragment of this.fragments.get(frame) ?? []) all.add(fragment);
    }
    return Uint32Array.from(all).toSorted();
  }

  /** Notes a header. @param beginsSection whether the headers before it describe nothing behind it */
  noteHeader(at: number, length: number, beginsSection: boolean): void {
    this.headers.push({ at, end: at + length, beginsSection });
  }

  /** Notes where a record begins. Called once for every 256th, from the first on. */
  noteRecord(offset: number): void {
    if (this.length === this.offsets.length) this.offsets = doubled(this.offsets);
    this.offsets[this.length++] = offset;
  }

  /** How many marks there are. */
  get marks(): number {
    return this.length;
  }

  /** Where the records of a mark begin; infinite beyond the last. */
  offsetOf(mark: number): number {
    return mark < this.length ? this.offsets[mark] : Infinity;
  }
}

/** The mark from which a record is found. @param frame its number, from 1 */
export function markOf(frame: number): number {
  return Math.floor((frame - 1) / RECORDS_A_MARK);
}
