import { nextTurn } from "../base/turns.ts";
import { stepConnection } from "../tcp/analyse-connection.ts";
import type { ArrowsTaken, StepTaken } from "./analyser.ts";
import type { GroupedCapture } from "./read-source.ts";

/** How long it works before it checks for another request, and how long in all; milliseconds. */
const WORK = 12;
const LONGEST = 4000;

/**
 * Collects the arrows that the connections of a capture take, one connection after the other. It stops when the time
 * is over, or when `isLeft`, and returns how many connections it looked at.
 */
export async function collectArrows(
  { capture: { table }, connections }: GroupedCapture,
  isLeft: () => boolean,
): Promise<ArrowsTaken> {
  const found = new Map<string, StepTaken>();
  /** Connections with the same outline take the same arrows. */
  const seen = new Set<number>();
  const started = performance.now();
  let workUntil = started + WORK;
  let looked = 0;
  while (looked < connections.length) {
    const now = performance.now();
    if (now > started + LONGEST) break;
    if (now > workUntil) {
      await nextTurn();
      if (isLeft()) break;
      workUntil = performance.now() + WORK;
    }
    const id = looked++;
    const likeness = connections.likeness(id);
    if (likeness !== null && seen.has(likeness)) continue;
    if (likeness !== null) seen.add(likeness);
    const { moves, epilogue } = stepConnection(table, connections, id);
    for (const { arrow, from, to, via, basis } of [...moves, ...epilogue]) {
      if (basis !== "predicted") found.set(`${arrow} ${from} ${to}`, { arrow, from, to, via });
    }
  }
  return { steps: [...found.values()], connections: looked };
}
