import { doubled } from "../../../base/doubled.ts";
import type { EndpointPair } from "./text-segment.ts";

const FIRST_SLOTS = 1024;

/** Finds pairs of endpoints by the octets that print them, without making a string. */
export class PairIndex {
  private pairs: EndpointPair[] = [];
  private hashes = new Int32Array(FIRST_SLOTS / 2);
  /** Where the octets of each pair end in `printed`; those of the next one begin there. */
  private ends = new Uint32Array(FIRST_SLOTS / 2);
  private printed = new Uint8Array(FIRST_SLOTS * 32);
  /** Slots hold index + 1; 0 is free. Always a power of two, at most half full. */
  private slots = new Int32Array(FIRST_SLOTS);

  get size(): number {
    return this.pairs.length;
  }

  clear(): void {
    this.pairs = [];
    this.slots.fill(0);
  }

  /** The pair that `octets[from .. to)` print; undefined if it is new. */
  find(octets: Uint8Array, from: number, to: number, hash: number): EndpointPair | undefined {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const index = slots[slot] - 1;
      if (index < 0) return undefined;
      if (hashes[index] === hash && this.matches(index, octets, from, to)) return this.pairs[index];
    }
  }

  /** Keeps a pair that {@link find} does not find. */
  add(octets: Uint8Array, from: number, to: number, hash: number, pair: EndpointPair): void {
    const index = this.pairs.length;
    if (index * 2 >= this.slots.length) this.grow();
    this.pairs.push(pair);
    const start = this.startOf(index);
    while (start + to - from > this.printed.length) this.printed = doubled(this.printed);
    for (let i = 0; i < to - from; i++) this.printed[start + i] = octets[from + i];
    this.ends[index] = start + to - from;
    this.hashes[index] = hash;
    this.place(index);
  }

  private startOf(index: number): number {
    return index === 0 ? 0 : this.ends[index - 1];
  }

  private matches(index: number, octets: Uint8Array, from: number, to: number): boolean {
    const { printed } = this;
    const start = this.startOf(index);
    const length = to - from;
    if (this.ends[index] !== start + length) return false;
    for (let i = 0; i < length; i++) if (printed[start + i] !== octets[from + i]) return false;
    return true;
  }

  private place(index: number): void {
    const mask = this.slots.length - 1;
    let slot = spread(this.hashes[index]) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = index + 1;
  }

  private grow(): void {
    this.hashes = doubled(this.hashes);
    this.ends = doubled(this.ends);
    this.slots = new Int32Array(this.slots.length * 2);
    for (let index = 0; index < this.pairs.length; index++) this.place(index);
  }
}

function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7;
}
