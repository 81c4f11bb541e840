import type { Outcome } from "../../tcp/verdict.ts";
import { TONES, toneOf } from "./lanes.ts";

/** What the overview draws of a connection. */
export interface Lifetime {
  /** Of the first and the last segment, in one unit; NaN where not known. */
  readonly start: number;
  readonly end: number;
  readonly verdict: { readonly outcome: Outcome };
}

/** The lifetimes of all connections in columns: taken once, so that drawing a million of them stays cheap. */
export interface Lifetimes {
  readonly length: number;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Index in {@link TONES}. */
  readonly tone: Uint8Array;
  /** How many connections with times have each tone. */
  readonly counts: readonly number[];
  /** How many have no times. */
  readonly untimed: number;
}

export function lifetimesOf(connections: readonly Lifetime[]): Lifetimes {
  const { length } = connections;
  const start = new Float64Array(length);
  const end = new Float64Array(length);
  const tone = new Uint8Array(length);
  const counts = TONES.map(() => 0);
  let untimed = 0;
  const toneIndex = new Map<Outcome, number>();
  for (let index = 0; index < length; index++) {
    const connection = connections[index];
    if (connection === undefined) continue;
    const { outcome } = connection.verdict;
    const own = toneIndex.get(outcome) ?? TONES.indexOf(toneOf(outcome));
    toneIndex.set(outcome, own);
    start[index] = connection.start;
    end[index] = connection.end;
    tone[index] = own;
    if (Number.isNaN(connection.start)) untimed++;
    else counts[own] = (counts[own] ?? 0) + 1;
  }
  return { length, start, end, tone, counts, untimed };
}
