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

/** The stages whose least costs grow faster than the input, with both costs; least: what counts, milliseconds. */
function growing(few: readonly Costs[], many: readonly Costs[], least: number): string[] {
  const before = leastOf(few);
  return [...leastOf(many)].flatMap(([stage, cost]) => {
    const less = before.get(stage) ?? 0;
    return cost >= least && cost > MOST_GROWTH * less ? [`${stage}: ${less} → ${cost} ms`] : [];
  });
}

/** What grows from n to 4n in each of up to three rounds. */
async function growingFrom(name: string, n: number): Promise<string[]> {
  const [few, many] = [makeAttack(name, n), makeAttack(name, 4 * n)];
  const costs = { few: [await costsOf(few)], many: [await costsOf(many)] };
  const suspects = (): string[] => growing(costs.few, costs.many, (COUNTS_FROM * n) / SIZE);
  while (suspects().length > 0 && costs.few.length < ROUNDS) {
    costs.few.push(await costsOf(few));
    costs.many.push(await costsOf(many));
  }
  return suspects();
}

/**
 * The one test that measures time. It measures processor time, and repeats whatever seems to grow up to three times.
 * What still seems to grow is measured at four times the size: collecting garbage makes 200 ms of 30 now and then
 * (seen on a busy machine), a quadratic cost makes 1,600 ms of 100. `npm run attack` measures all structures, at megabytes.
 */
test.each(ONCE_QUADRATIC)(
  "%s: four times as many cost about four times as much",
  async (name) => {
    // The first run is slow, whatever its size.
    await costsOf(makeAttack(name, SIZE / 8));
    const suspects = await growingFrom(name, SIZE);
    expect(suspects.length === 0 ? [] : await growingFrom(name, 4 * SIZE)).toEqual([]);
  },
  600_000,
);
