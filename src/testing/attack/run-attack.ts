import { ATTACK_NAMES, makeAttack } from "./attacks.ts";
import { costsOf, leastOf } from "./measure-growth.ts";
import type { StageName } from "./stages.ts";

export { ATTACK_NAMES };

const ROUNDS = 3;
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
  }[];
}

/** Measures one structure; each figure is the least of three. @param largest octets of the largest capture */
export async function measureGrowth(name: string, largest: number): Promise<Growth> {
  const small = makeAttack(name, SMALL);
  for (let round = 0; round < ROUNDS; round++) await costsOf(small);
  const n = Math.ceil((largest / small.length) * (SMALL / 4));
  const captures = [n, 2 * n, 4 * n].map((size) => makeAttack(name, size));
  const costs: ReadonlyMap<StageName, number>[] = [];
  for (const octets of captures) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await costsOf(octets));
    costs.push(leastOf(rounds));
  }
  const stages = [...(costs.at(-1)?.keys() ?? [])].map((stage) => ({
    stage,
    costs: costs.map((one) => one.get(stage) ?? Number.NaN),
  }));
  return { name, size: captures.at(-1)?.length ?? 0, n, stages };
}
