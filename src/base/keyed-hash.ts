/**
 * The key of all hash tables over typed arrays. Whoever knows it can choose addresses and numbers that fall into the same
 * slots, so that every look-up walks through all of them. It stays 0 where nobody seeds it: in tests.
 */
let key = 0;

/** Takes a key that nobody can foresee, once a program start, before any table is made. @param random 32 bits */
export function seedHashes(random: number): void {
  key = random >>> 0;
}

/** The key of a table that is made now. */
export function hashKey(): number {
  return key;
}

/**
 * A hash with one more word taken in; the first one is taken into {@link hashKey}. Each word goes through the whole
 * finalizer of MurmurHash3 before the next one comes: words that differ in a few bits could cancel each other otherwise,
 * whatever the key is.
 * @returns 32 bits, unsigned
 */
export function hashWith(hash: number, word: number): number {
  let mixed = hash ^ word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
