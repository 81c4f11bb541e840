import type { Steps } from "../base/turns.ts";

/** Bits sorted by in one pass. */
const DIGIT = 16;
const BUCKETS = 1 << DIGIT;
/** With at most this many keys, comparing is faster than counting. */
const FEW = 4096;

/** How many keys one step moves: some milliseconds, because their targets lie all over the memory. */
const A_STEP = 1 << 16;

/** The sort key of a line; null if it has none. */
export type SortKey = number | string | null;

/**
 * The order of entries by their keys, as indices: numbers, then words, then entries without a key, which are last in
 * either direction. Equal keys keep their order. In steps of at most some 15 ms for a million numbers.
 */
export function* orderInSteps(keys: readonly SortKey[], isDescending: boolean): Steps<Uint32Array> {
  const numbers = yield* numbersOf(keys);
  yield;
  const order = new Uint32Array(keys.length);
  for (let index = 0; index < order.length; index++) {
    const number = numbers[index] ?? 0;
    order[index] = index;
    // 0 and -0 are the same figure, but not the same bits.
    if (keys[index] === null) numbers[index] = Number.POSITIVE_INFINITY;
    else numbers[index] = number === 0 ? 0 : isDescending ? -number : number;
  }
  if (order.length <= FEW) {
    return order.sort((a, b) => compare(numbers[a] ?? 0, numbers[b] ?? 0) || a - b);
  }
  return yield* sortByBits(order, numbers);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

/** The keys as numbers in the same order: words stand behind all numbers, by rank. */
function* numbersOf(keys: readonly SortKey[]): Steps<Float64Array> {
  const words = new Set<string>();
  let largest = 0;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? null;
    if (typeof key === "string") words.add(key);
    else if (key !== null && key > largest) largest = key;
    if (index % A_STEP === 0) yield;
  }
  const ranks = new Map<string, number>();
  for (const word of yield* sortedWords([...words])) {
    ranks.set(word, largest + 1 + ranks.size);
    if (ranks.size % A_STEP === 0) yield;
  }
  yield;
  // `Float64Array.from` takes five times as long.
  const numbers = new Float64Array(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? 0;
    numbers[index] = typeof key === "string" ? (ranks.get(key) ?? 0) : key;
  }
  return numbers;
}

/** The words in the order of their code units: some are sorted in a step, then pairs of runs are merged. */
function* sortedWords(words: string[]): Steps<string[]> {
  let runs: string[][] = [];
  for (let from = 0; from < words.length; from += FEW) {
    runs.push(words.slice(from, from + FEW).sort());
    yield;
  }
  while (runs.length > 1) {
    const merged: string[][] = [];
    for (let pair = 0; pair < runs.length; pair += 2) {
      merged.push(yield* mergedRuns(runs[pair] ?? [], runs[pair + 1] ?? []));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedRuns(one: readonly string[], other: readonly string[]): Steps<string[]> {
  const merged: string[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [left, right] = [one[i], other[j]];
    const isLeft = right === undefined || (left !== undefined && left <= right);
    merged.push((isLeft ? left : right) ?? "");
    if (isLeft) i++;
    else j++;
    if (merged.length % FEW === 0) yield;
  }
  return merged;
}

/** Sorts from the lowest digit of the keys to the highest; every pass keeps the order of the one before. */
function* sortByBits(indices: Uint32Array<ArrayBuffer>, numbers: Float64Array): Steps<Uint32Array> {
  const words = new Uint32Array(numbers.buffer);
  const isLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
  let order = indices;
  let spare = new Uint32Array(order.length);
  for (let pass = 0; pass < 4; pass++) {
    const half = pass < 2 === isLittle ? 0 : 1;
    const shift = (pass & 1) * DIGIT;
    const counts = new Uint32Array(BUCKETS + 1);
    const digitOf = (index: number): number => {
      // IEEE 754: the bits of positive numbers are in order, those of negative ones in reverse.
      const isNegative = (numbers[index] ?? 0) < 0;
      const word = words[index * 2 + half] ?? 0;
      const ordered = isNegative ? ~word : pass < 2 ? word : word ^ 0x80000000;
      return (ordered >>> shift) & (BUCKETS - 1);
    };
    for (let at = 0; at < order.length; at++) {
      // The order of counting does not matter; that of the memory is the fastest.
      const slot = digitOf(at) + 1;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    for (let digit = 1; digit <= BUCKETS; digit++)
      counts[digit] = (counts[digit] ?? 0) + (counts[digit - 1] ?? 0);
    for (let at = 0; at < order.length; at++) {
      if (at % A_STEP === 0) yield;
      const index = order[at] ?? 0;
      const digit = digitOf(index);
      const to = counts[digit] ?? 0;
      spare[to] = index;
      counts[digit] = to + 1;
    }
    [order, spare] = [spare, order];
  }
  return order;
}
