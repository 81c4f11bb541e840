import { FIN, SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { senderAt } from "../../tcp/segment-at.ts";

/** The route of an arrow to the row in which its segment arrives. */
export const Route = {
  /** It lands in its own row, or never. */
  Own: 0,
  /** A straight line through the rows between. */
  Straight: 1,
  /** Slanted in its own row, then down beside the receiver's lifeline: too many words lie between. */
  Held: 2,
} as const;

/** The most rows that a straight arrow crosses. */
const MOST_ROWS = 2;

/** One of {@link Route} a segment; index = position - 1. A row is crossed by one straight arrow of each end at most. */
export function routes({
  arrivesAt,
  fromClient,
  segments,
  moves,
}: Pick<ConnectionAnalysis, "arrivesAt" | "fromClient" | "segments" | "moves">): Uint8Array {
  const changing = new Set(moves.map(({ causedBy }) => causedBy));
  const route = new Uint8Array(segments.length);
  const free = { client: 0, server: 0 };
  for (let index = 0; index < segments.length; index++) {
    const arrival = arrivesAt[index] ?? 0;
    const position = index + 1;
    if (arrival <= position) continue;
    const side = senderAt({ fromClient }, position);
    const isStraight =
      matters(index) &&
      arrival - position <= MOST_ROWS &&
      position >= free[side] &&
      isAnswered(index, arrival);
    route[index] = isStraight ? Route.Straight : Route.Held;
    if (isStraight) free[side] = arrival;
  }
  return route;

  /** Whether a late arrival changes a state, or might: then the crossing is drawn. */
  function matters(index: number): boolean {
    return changing.has(index + 1) || ((segments.flags[index] ?? 0) & (SYN | FIN)) !== 0;
  }

  /** Whether the rows in between come from the other end, so that the arrows cross. */
  function isAnswered(index: number, arrival: number): boolean {
    for (let between = index + 1; between < arrival; between++) {
      if (fromClient[between] === fromClient[index]) return false;
    }
    return true;
  }
}

/** Positions of the straight arrows that go through the row, oldest first. */
export function straightArrowsThrough(route: Uint8Array, arrivesAt: Uint32Array, position: number): number[] {
  const found: number[] = [];
  for (let earlier = Math.max(1, position - MOST_ROWS); earlier < position; earlier++) {
    if (route[earlier - 1] === Route.Straight && (arrivesAt[earlier - 1] ?? 0) >= position)
      found.push(earlier);
  }
  return found;
}
