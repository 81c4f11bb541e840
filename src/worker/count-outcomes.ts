import type { OutcomeCount } from "./analyser.ts";
import type { ConnectionTable } from "./connection-table.ts";

/** How many connections ended in which way, the most frequent first; an uncaptured start is a class of its own. */
export function countOutcomes({ length, kind, kinds }: ConnectionTable): OutcomeCount[] {
  const perKind = new Uint32Array(kinds.length);
  for (let id = 0; id < length; id++) {
    const own = kind[id] ?? 0;
    perKind[own] = (perKind[own] ?? 0) + 1;
  }
  const counts = new Map<string, OutcomeCount>();
  for (const [index, { verdict }] of kinds.entries()) {
    const { outcome, startCaptured } = verdict;
    const key = `${outcome} ${startCaptured}`;
    const count = (counts.get(key)?.count ?? 0) + (perKind[index] ?? 0);
    counts.set(key, { outcome, startCaptured, count });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
