import { hashKey, hashWith } from "../../base/keyed-hash.ts";
/** The outline of a connection of which nothing is known yet. */
export const NO_OUTLINE = 0;
/** The connection has something in it that an outline does not hold: it must be analysed by itself. */
export const IRREGULAR = 1;

/** Bits of an event; an outline and an event make one 32-bit key. */
const EVENT_BITS = 16;
/** More outlines than this are not told apart: what comes then is irregular. */
const MOST_OUTLINES = 2 ** (32 - EVENT_BITS) - 1;

/**
 * Every sequence of events that a capture holds, each once: a tree whose nodes are numbered as they appear. Two
 * connections with the same number had the same events in the same order.
 */
export class OutlineTree {
  /** How many numbers there are; the highest is one less. */
  length = 2;
  /** Keys 0 are free: no outline but {@link NO_OUTLINE} could make one, and its events are never 0. */
  private readonly hashKey = hashKey();
  private keys = new Uint32Array(1024);
  private values = new Uint32Array(1024);

  /** The outline that goes on with the event. @param event 1 .. 2^16 - 1 */
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
