import { stepConnection } from "../tcp/analyse-connection.ts";
import { type ArrowId, ARROWS } from "../tcp/arrows.ts";
import type { ArrowsTaken } from "./analyser.ts";
import type { GroupedCapture } from "./read-source.ts";
import { nextTurn } from "./turn.ts";

/** How long it works before it looks whether something else is asked, and how long in all; milliseconds. */
const WORK = 12;
const LONGEST = 4000;

/**
 * The arrows that the connections of a capture take, one connection after the other; stops when all are found, when
 * the time is over, or when `isLeft`. Says how many connections it looked at.
 */
export async function collectArrows(
  { capture: { table }, connections }: GroupedCapture,
  isLeft: () => boolean,
): Promise<ArrowsTaken> {
  const all = Object.keys(ARROWS) as ArrowId[];
  const found = new Set<ArrowId>();
  /** Connections that are like one before take the same arrows. */
  const seen = new Set<number>();
  const started = performance.now();
  let workUntil = started + WORK;
  let looked = 0;
  while (looked < connections.length && found.size < all.length) {
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
    for (const { arrow, basis } of [...moves, ...epilogue]) if (basis !== "predicted") found.add(arrow);
  }
  return { arrows: all.filter((arrow) => found.has(arrow)), connections: looked };
}
