import { doubled } from "../../base/doubled.ts";

/**
 * Reads one unit (a header, a record, a block) that starts at `octets[at]`; the octets end at `end`. Returns the
 * length of the unit, which may be more than there is (the rest is then skipped), or minus the number of octets that
 * it needs to go on (it may look ahead).
 */
export type ReadUnit = (octets: Uint8Array, at: number, end: number) => number;

/**
 * Cuts a stream of slices into units. A unit within a slice is read in place. A unit split between slices is joined
 * first, in memory that grows only with octets that have arrived.
 */
export class UnitCutter {
  /** Offset in the stream of the unit being read. */
  offset = 0;
  private readonly readUnit: ReadUnit;
  private held = new Uint8Array(4096);
  private heldLength = 0;
  private needed = 0;
  private toPass = 0;

  constructor(readUnit: ReadUnit) {
    this.readUnit = readUnit;
  }

  /** Octets of a unit that is not complete yet. */
  get pending(): Uint8Array {
    return this.held.subarray(0, this.heldLength);
  }

  /** Octets that the last unit claims and that have not arrived. */
  get missing(): number {
    return this.heldLength > 0 ? this.needed - this.heldLength : this.toPass;
  }

  push(slice: Uint8Array): void {
    let at = Math.min(this.toPass, slice.length);
    this.toPass -= at;
    while (this.heldLength > 0) {
      const taken = Math.min(Math.max(0, this.needed - this.heldLength), slice.length - at);
      this.hold(slice, at, at + taken);
      at += taken;
      if (this.heldLength < this.needed) return;
      at += this.readHeld();
    }
    while (at < slice.length) {
      const length = this.readUnit(slice, at, slice.length);
      if (length <= 0) {
        this.needed = -length;
        this.hold(slice, at, slice.length);
        return;
      }
      this.offset += length;
      at += length;
    }
    this.toPass += at - slice.length;
  }

  /** Reads what is held, once more, for a reader that needs less at the end of the file. */
  flush(): void {
    this.toPass += this.readHeld();
  }

  /** Reads the units that are held; returns how many octets of the last are still to come. */
  private readHeld(): number {
    let at = 0;
    this.needed = 0;
    while (at < this.heldLength && this.needed === 0) {
      const length = this.readUnit(this.held, at, this.heldLength);
      this.needed = Math.max(0, -length);
      at += Math.max(0, length);
      this.offset += Math.max(0, length);
    }
    const beyond = Math.max(0, at - this.heldLength);
    this.held.copyWithin(0, at, this.heldLength);
    this.heldLength = Math.max(0, this.heldLength - at);
    return beyond;
  }

  private hold(slice: Uint8Array, from: number, to: number): void {
    while (this.heldLength + to - from > this.held.length) this.held = doubled(this.held);
    this.held.set(slice.subarray(from, to), this.heldLength);
    this.heldLength += to - from;
  }
}
