import type { ConnectionAnalysis } from "../../tcp/analysis.ts";

/** The most height that several arrivals in one row take together. */
const MOST_SPREAD = 44;
/** The distance between two landings that leaves room for words beside each. */
const SPREAD = 11;

/** Where, below the usual landing of its row of arrival, each segment lands; index = position - 1. */
export interface Landings {
  readonly offset: Float32Array;
  /** By how much each row grows for it. */
  readonly spread: Float32Array;
}

/** Whether so many segments arrive in the row that there is no room for words between their landings. */
export function isCrowded({ spread }: Landings, row: number): boolean {
  return (spread[row] ?? 0) >= MOST_SPREAD;
}

/** Segments that arrive at one end in one row land one below the other, oldest first (docs/state-machine.md 6.1). */
export function landings({
  arrivesAt,
  fromClient,
  segments,
}: Pick<ConnectionAnalysis, "arrivesAt" | "fromClient" | "segments">): Landings {
  const { length } = segments;
  const offset = new Float32Array(length);
  const spread = new Float32Array(length);
  const counts = [new Uint32Array(length), new Uint32Array(length)] as const;
  const countsOf = (index: number): Uint32Array => counts[fromClient[index] ? 0 : 1];
  for (let index = 0; index < length; index++) {
    const row = (arrivesAt[index] ?? 0) - 1;
    if (row >= 0) countsOf(index)[row] = (countsOf(index)[row] ?? 0) + 1;
  }
  const landed = [new Uint32Array(length), new Uint32Array(length)] as const;
  for (let index = 0; index < length; index++) {
    const row = (arrivesAt[index] ?? 0) - 1;
    if (row < 0) continue;
    const count = countsOf(index)[row] ?? 1;
    if (count === 1) continue;
    const before = landed[fromClient[index] ? 0 : 1];
    const step = Math.min(SPREAD, MOST_SPREAD / (count - 1));
    const order = before[row] ?? 0;
    offset[index] = order * step;
    before[row] = order + 1;
    spread[row] = Math.max(spread[row] ?? 0, order * step);
  }
  return { offset, spread };
}
