import { ATTACK_NAMES, makeAttack } from "./attacks.ts";
import { type Costs, costsOf, leastOf } from "./measure-growth.ts";
import type { StageName } from "./stages.ts";

export { ATTACK_NAMES };

const ROUNDS = 3;
/** The most rounds: a neighbour on the machine may make a size look dear three times. */
const MOST_ROUNDS = 9;
/** A cost below this at the largest size is noise; milliseconds of processor time. */
const COUNTS_FROM = 100;
/** How many times as much twice the input may cost. */
const MOST_GROWTH = 2.2;
/** A size to measure the size of a record with, and to warm up at. */
const SMALL = 500;

/** What a structure costs at n, 2n and 4n. */
export interface Growth {
  readonly name: string;
  /** Octets of the largest capture. */
  readonly size: number;
  readonly n: number;
  readonly stages: readonly {
    readonly stage: StageName;
    /** Milliseconds of processor time at n, 2n, 4n. */
    readonly costs: readonly number[];
    /** How many times as much each doubling cost, the larger one; 0 if the largest size costs next to nothing. */
    readonly growth: number;
    readonly growsTooFast: boolean;
  }[];
}

/**
 * Measures one structure; each figure is the least of three, or of up to nine where something seems to grow too fast.
 * @param largest octets of the largest capture
 */
export async function measureGrowth(name: string, largest: number): Promise<Growth> {
  const small = makeAttack(name, SMALL);
  for (let round = 0; round < ROUNDS; round++) await costsOf(small);
  const n = Math.ceil((largest / small.length) * (SMALL / 4));
  const captures = [n, 2 * n, 4 * n].map((size) => makeAttack(name, size));
  let least = captures.map((): Costs => new Map());
  let stages: Growth["stages"] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const [size, octets] of captures.entries()) {
      const known = least[size] ?? new Map();
      const costs = await costsOf(octets);
      least = least.with(size, leastOf([known, costs]));
    }
    stages = stagesOf(least);
    if (round >= ROUNDS - 1 && !stages.some(({ growsTooFast }) => growsTooFast)) break;
  }
  return { name, size: captures.at(-1)?.length ?? 0, n, stages };
}

function stagesOf(least: readonly Costs[]): Growth["stages"] {
  return [...(least.at(-1)?.keys() ?? [])].map((stage) => {
    const costs = least.map((one) => one.get(stage) ?? Number.NaN);
    const doublings = costs
      .slice(1)
      .map((cost, index) => (cost < COUNTS_FROM ? 0 : cost / (costs[index] ?? 0)));
    const growth = Math.max(...doublings);
    return { stage, costs, growth, growsTooFast: growth > MOST_GROWTH };
  });
}
