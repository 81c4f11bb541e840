/** sfc32 (PractRand): a small generator of good quality, so that every machine makes the same captures. */
export function random(seed) {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round++) next();
  return {
    uint32: next,
    /** 0 ≤ x < 1 */
    fraction: () => next() / 2 ** 32,
    /** An integer from `low` to `high`, both included. */
    between: (low, high) => low + Math.floor((next() / 2 ** 32) * (high - low + 1)),
    chance: (probability) => next() / 2 ** 32 < probability,
    pick: (list) => list[Math.floor((next() / 2 ** 32) * list.length)],
  };
}
