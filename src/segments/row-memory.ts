import { layColumns, type RowColumns, ROW_OCTETS } from "./columns.ts";
import type { TimeBase } from "./segment-table.ts";

/** Columns of a part of a table, still to be filled. */
export interface Slice extends RowColumns {
  readonly length: number;
  optionBytes: Uint8Array;
  readonly urgentPointer: Map<number, number>;
  readonly comments: Map<number, string>;
  timeBase: TimeBase;
  lastRecordTime: number;
}

/** Gives arrays of so many elements, all 0, for what is found out about the rows of one connection. */
export interface RowMemory {
  /** Whether what it gave stays as it is. If not, it is valid until {@link begin} is called again. */
  readonly lasts: boolean;
  /** Called before the rows of the next connection. */
  begin(): void;
  slice(rows: number, optionOctets: number): Slice;
  uint8(length: number): Uint8Array<ArrayBuffer>;
  uint16(length: number): Uint16Array<ArrayBuffer>;
  uint32(length: number): Uint32Array<ArrayBuffer>;
  float64(length: number): Float64Array<ArrayBuffer>;
}

/** Memory of its own for each array. */
export const LASTING_MEMORY: RowMemory = {
  lasts: true,
  begin() {},
  slice: newSlice,
  uint8: (length) => new Uint8Array(length),
  uint16: (length) => new Uint16Array(length),
  uint32: (length) => new Uint32Array(length),
  float64: (length) => new Float64Array(length),
};

/** Longer arrays are not kept: filling them costs more than allocating them. */
const LONGEST_KEPT = 512;

/**
 * Gives the same arrays again for each connection. An array of more than 64 octets takes about 1 µs to allocate (V8,
 * outside its heap), and an analysis of ten rows takes forty arrays.
 */
export class ReusedMemory implements RowMemory {
  readonly lasts = false;
  /** By length. */
  private readonly shelves: (Shelf | undefined)[] = [];
  private readonly inUse: Shelf[] = [];

  begin(): void {
    for (const shelf of this.inUse) shelf.putBack();
    this.inUse.length = 0;
  }

  slice(rows: number, optionOctets: number): Slice {
    return this.shelf(rows)?.slice(rows, optionOctets) ?? newSlice(rows, optionOctets);
  }

  uint8(length: number): Uint8Array<ArrayBuffer> {
    return this.shelf(length)?.uint8.take() ?? new Uint8Array(length);
  }

  uint16(length: number): Uint16Array<ArrayBuffer> {
    return this.shelf(length)?.uint16.take() ?? new Uint16Array(length);
  }

  uint32(length: number): Uint32Array<ArrayBuffer> {
    return this.shelf(length)?.uint32.take() ?? new Uint32Array(length);
  }

  float64(length: number): Float64Array<ArrayBuffer> {
    return this.shelf(length)?.float64.take() ?? new Float64Array(length);
  }

  private shelf(length: number): Shelf | null {
    if (length > LONGEST_KEPT) return null;
    const shelf = (this.shelves[length] ??= new Shelf(length));
    if (!shelf.isInUse) this.inUse.push(shelf);
    shelf.isInUse = true;
    return shelf;
  }
}

/** All arrays of one length. */
class Shelf {
  isInUse = false;
  readonly uint8: Pile<Uint8Array<ArrayBuffer>>;
  readonly uint16: Pile<Uint16Array<ArrayBuffer>>;
  readonly uint32: Pile<Uint32Array<ArrayBuffer>>;
  readonly float64: Pile<Float64Array<ArrayBuffer>>;
  private sliced: Slice | null = null;

  constructor(length: number) {
    this.uint8 = new Pile(() => new Uint8Array(length));
    this.uint16 = new Pile(() => new Uint16Array(length));
    this.uint32 = new Pile(() => new Uint32Array(length));
    this.float64 = new Pile(() => new Float64Array(length));
  }

  /** There is one at a time. */
  slice(rows: number, optionOctets: number): Slice {
    const slice = (this.sliced ??= newSlice(rows, 2 * optionOctets));
    if (slice.optionBytes.length < optionOctets) slice.optionBytes = new Uint8Array(2 * optionOctets);
    if (slice.urgentPointer.size > 0) slice.urgentPointer.clear();
    if (slice.comments.size > 0) slice.comments.clear();
    return slice;
  }

  putBack(): void {
    this.isInUse = false;
    this.uint8.taken = 0;
    this.uint16.taken = 0;
    this.uint32.taken = 0;
    this.float64.taken = 0;
  }
}

/** Arrays of one kind and length, of which the first ones are taken. */
class Pile<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array> {
  taken = 0;
  private readonly arrays: T[] = [];
  private readonly make: () => T;

  constructor(make: () => T) {
    this.make = make;
  }

  take(): T {
    const kept = this.arrays[this.taken++];
    if (kept !== undefined) {
      kept.fill(0);
      return kept;
    }
    const made = this.make();
    this.arrays.push(made);
    return made;
  }
}

/**
 * All columns share one piece of memory, so that they cross to the page as one. The octets of the options lie behind
 * them.
 */
function newSlice(rows: number, optionOctets: number): Slice {
  const memory = new ArrayBuffer(rows * ROW_OCTETS + optionOctets);
  return Object.assign(layColumns(memory, rows), {
    length: rows,
    optionBytes: new Uint8Array(memory, rows * ROW_OCTETS, optionOctets),
    urgentPointer: new Map<number, number>(),
    comments: new Map<number, string>(),
    timeBase: { kind: "none", origin: 0n } as const,
    lastRecordTime: Number.NaN,
  });
}
