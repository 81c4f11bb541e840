import { type Measure, runStages, type StageName } from "./stages.ts";

/** Milliseconds of processor time that each stage took. */
export type Costs = ReadonlyMap<StageName, number>;

/** Processor time of this process, all of its threads; milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The costs of every stage with this capture. */
export async function costsOf(octets: Uint8Array): Promise<Costs> {
  const costs = new Map<StageName, number>();
  const measure: Measure = async (stage, work) => {
    const from = processorTime();
    const result = await work();
    costs.set(stage, (costs.get(stage) ?? 0) + processorTime() - from);
    return result;
  };
  await runStages(octets, measure);
  return costs;
}

/** The least of each stage. */
export function leastOf(costs: readonly Costs[]): Costs {
  const least = new Map<StageName, number>();
  for (const [stage, cost] of costs.flatMap((one) => [...one])) {
    least.set(stage, Math.min(least.get(stage) ?? Number.POSITIVE_INFINITY, cost));
  }
  return least;
}
