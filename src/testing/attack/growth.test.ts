import { expect, test } from "vitest";
import { makeAttack, ONCE_QUADRATIC } from "./attacks.ts";
import { type Costs, costsOf, leastOf } from "./measure-growth.ts";

/** Below this size a quadratic cost does not show. */
const SIZE = 1600;
const ROUNDS = 3;
/** A cost below this at the larger size is noise; milliseconds of processor time. */
const COUNTS_FROM = 100;
/** Four times the input cost 4 times as much, n log n 4.5, n² 16. */
const MOST_GROWTH = 7;

/** The stages whose least costs grow faster than the input, with both costs. */
function growing(few: readonly Costs[], many: readonly Costs[]): string[] {
  const before = leastOf(few);
  return [...leastOf(many)].flatMap(([stage, cost]) => {
    const less = before.get(stage) ?? 0;
    return cost >= COUNTS_FROM && cost > MOST_GROWTH * less ? [`${stage}: ${less} → ${cost} ms`] : [];
  });
}

/**
 * The one test that measures time. It measures processor time, and repeats whatever seems to grow up to three times,
 * so that a busy machine fails nothing. `npm run attack` measures all structures, at sizes of megabytes.
 */
test.each(ONCE_QUADRATIC)(
  "%s: four times as many cost about four times as much",
  async (name) => {
    const [few, many] = [makeAttack(name, SIZE), makeAttack(name, 4 * SIZE)];
    // The first run is slow, whatever its size.
    await costsOf(makeAttack(name, SIZE / 8));
    const costs = { few: [await costsOf(few)], many: [await costsOf(many)] };
    while (growing(costs.few, costs.many).length > 0 && costs.few.length < ROUNDS) {
      costs.few.push(await costsOf(few));
      costs.many.push(await costsOf(many));
    }
    expect(growing(costs.few, costs.many)).toEqual([]);
  },
  600_000,
);
