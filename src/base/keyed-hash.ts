/**
 * The key of all hash tables over typed arrays. Without a secret key, an attacker could choose addresses and numbers
 * that fall into the same slots, so that every look-up would walk through all of them. It is 0 until it is seeded, as
 * in tests.
 */
let key = 0;

/** Sets an unpredictable key, once at the start of the program, before any table is made. @param random 32 bits */
export function seedHashes(random: number): void {
  key = random >>> 0;
}

/** The key for a new table. */
export function hashKey(): number {
  return key;
}

/**
 * Adds a word to a hash; begin with {@link hashKey}. Each word goes through the whole finalizer of MurmurHash3 before
 * the next one; otherwise words that differ in a few bits could cancel each other, whatever the key.
 * @returns 32 bits, unsigned
 */
export function hashWith(hash: number, word: number): number {
  let mixed = hash ^ word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
