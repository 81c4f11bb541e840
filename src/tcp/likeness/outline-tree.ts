import { hashKey, hashWith } from "../../base/keyed-hash.ts";
/** The outline of a connection before its first segment. */
export const NO_OUTLINE = 0;
/** The outline of a connection with something that outlines do not hold: it must be analysed by itself. */
export const IRREGULAR = 1;

/** Bits of an event; an outline and an event make one 32-bit key. */
const EVENT_BITS = 16;
/** The most outlines; connections that would need more are irregular. */
const MOST_OUTLINES = 2 ** (32 - EVENT_BITS) - 1;

/**
 * A tree of all sequences of events in a capture, whose nodes are numbered as they appear. Two connections with the
 * same number had the same events in the same order.
 */
export class OutlineTree {
  /** How many numbers there are; the highest is one less. */
  length = 2;
  /** Keys 0 are free: no outline but {@link NO_OUTLINE} could make one, and its events are never 0. */
  private readonly hashKey = hashKey();
  private keys = new Uint32Array(1024);
  private values = new Uint32Array(1024);

  /** The outline that follows an outline by an event. @param event 1 .. 2^16 - 1 */
  after(outline: number, event: number): number {
    const key = ((outline << EVENT_BITS) | event) >>> 0;
    const mask = this.keys.length - 1;
    let slot = hashWith(this.hashKey, key) & mask;
    for (;;) {
      const found = this.keys[slot];
      if (found === key) return this.values[slot] ?? IRREGULAR;
      if (found === 0) break;
      slot = (slot + 1) & mask;
    }
    if (this.length > MOST_OUTLINES) return IRREGULAR;
    const outlineAfter = this.length++;
    this.keys[slot] = key;
    this.values[slot] = outlineAfter;
    if (this.length * 2 > this.keys.length) this.rehash();
    return outlineAfter;
  }

  private rehash(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Uint32Array(this.keys.length);
    const mask = this.keys.length - 1;
    for (const [at, key] of keys.entries()) {
      if (key === 0) continue;
      let slot = hashWith(this.hashKey, key) & mask;
      while (this.keys[slot] !== 0) slot = (slot + 1) & mask;
      this.keys[slot] = key;
      this.values[slot] = values[at] ?? IRREGULAR;
    }
  }
}
