import type { OutcomeCount } from "./analyser.ts";
import type { ConnectionKind } from "./connection-table.ts";

/**
 * How many connections have each outcome, the most frequent first. Connections whose start was not captured are
 * classes of their own; those that are not judged are left out.
 * @param perKind how many connections are of each kind
 */
export function countOutcomes(kinds: readonly ConnectionKind[], perKind: readonly number[]): OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const [index, { verdict }] of kinds.entries()) {
    if (verdict === null) continue;
    const { outcome, startCaptured } = verdict;
    const key = `${outcome} ${startCaptured}`;
    const count = (counts.get(key)?.count ?? 0) + (perKind[index] ?? 0);
    counts.set(key, { outcome, startCaptured, count });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
