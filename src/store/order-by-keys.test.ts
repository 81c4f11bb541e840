import { expect, test } from "vitest";
import { allSteps } from "../base/turns.ts";
import { Random } from "../testing/random.ts";
import { orderInSteps, type SortKey } from "./order-by-keys.ts";

/** The same order, found by comparing. */
function compared(keys: readonly SortKey[], isDescending: boolean): number[] {
  const sign = isDescending ? -1 : 1;
  const rank = (key: SortKey): number => (key === null ? 2 : typeof key === "string" ? 1 : 0);
  return keys
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [keys[a] ?? null, keys[b] ?? null];
      if (one === null || other === null) return Number(one === null) - Number(other === null) || a - b;
      if (rank(one) !== rank(other)) return sign * (rank(one) - rank(other));
      return sign * (one < other ? -1 : Number(one > other)) || a - b;
    });
}

const KEYS: readonly (readonly [string, (random: Random) => SortKey])[] = [
  ["numbers", (random) => Math.floor(random.next() * 500) - 250],
  ["fractions of all sizes", (random) => (random.next() - 0.5) * 10 ** random.below(300)],
  ["many equal ones and zeros", (random) => random.below(3) * (random.chance(0.5) ? 1 : -1)],
  ["words", (random) => `word ${random.below(40)}`],
  [
    "numbers, words and nothing",
    (random) => [random.below(9), `w${random.below(9)}`, null][random.below(3)] ?? null,
  ],
];

test.each(KEYS)("%s stand as comparing puts them, few or many, both ways", (_, keyOf) => {
  const random = new Random(7);
  for (const length of [0, 1, 50, 9000]) {
    const keys = Array.from({ length }, () => keyOf(random));
    for (const isDescending of [false, true]) {
      expect([...allSteps(orderInSteps(keys, isDescending))]).toEqual(compared(keys, isDescending));
    }
  }
});
