import type { Steps } from "../base/turns.ts";
import { ReusedMemory } from "../segments/row-memory.ts";
import { stepConnection } from "../tcp/analyse-connection.ts";
import type { ArrowsTaken, StepTaken } from "./questions.ts";
import type { GroupedCapture } from "./read-source.ts";

/** How long it works in all; milliseconds. */
const LONGEST = 4000;

/**
 * Collects the arrows that the connections of a capture take, one connection a step. It ends when the time is over, and
 * returns how many connections it looked at.
 */
export function* arrowsInSteps({ capture: { table }, connections }: GroupedCapture): Steps<ArrowsTaken> {
  const found = new Map<string, StepTaken>();
  /** Connections with the same outline take the same arrows. */
  const seen = new Set<number>();
  const until = performance.now() + LONGEST;
  const memory = new ReusedMemory();
  let looked = 0;
  while (looked < connections.length && performance.now() <= until) {
    const id = looked++;
    const likeness = connections.likeness(id);
    if (likeness !== null && seen.has(likeness)) continue;
    if (likeness !== null) seen.add(likeness);
    const { moves, epilogue } = stepConnection(table, connections, id, { memory });
    for (const { arrow, from, to, either, via, basis } of [...moves, ...epilogue]) {
      // Of two arrows that the end may have taken, neither counts.
      if (basis !== "predicted" && either === null)
        found.set(`${arrow} ${from} ${to}`, { arrow, from, to, via });
    }
    yield;
  }
  return { steps: [...found.values()], connections: looked };
}
