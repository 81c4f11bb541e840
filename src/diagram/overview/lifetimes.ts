import { present } from "../../base/assert.ts";
import { allSteps, type Steps } from "../../base/turns.ts";
import type { Outcome } from "../../tcp/verdict.ts";
import { TONES, toneOf } from "./lanes.ts";

/** What the overview draws of a connection. */
interface Lifetime {
  /** Times of the first and the last segment, in one unit; NaN if not known. */
  readonly start: number;
  readonly end: number;
  readonly verdict: { readonly outcome: Outcome } | null;
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
  /** How many connections have no times. */
  readonly untimed: number;
}

type Lived = Iterable<Lifetime> & { readonly length: number };

/** How many connections are looked at in one step: some milliseconds. */
const A_STEP = 20_000;

/** The lifetimes of connections that are all judged. */
export function lifetimesOf(connections: Lived): Lifetimes {
  return allSteps(lifetimesInSteps(connections));
}

/** As {@link lifetimesOf}, in steps: the caller may do other work between two steps. */
export function* lifetimesInSteps(connections: Lived): Steps<Lifetimes> {
  const { length } = connections;
  const start = new Float64Array(length);
  const end = new Float64Array(length);
  const tone = new Uint8Array(length);
  const counts = TONES.map(() => 0);
  let untimed = 0;
  const toneIndex = new Map<Outcome, number>();
  let index = 0;
  for (const connection of connections) {
    const { outcome } = present(connection.verdict, "the verdict of a judged connection");
    const own = toneIndex.get(outcome) ?? TONES.indexOf(toneOf(outcome));
    toneIndex.set(outcome, own);
    start[index] = connection.start;
    end[index] = connection.end;
    tone[index++] = own;
    if (Number.isNaN(connection.start)) untimed++;
    else counts[own] = (counts[own] ?? 0) + 1;
    if (index % A_STEP === 0) yield;
  }
  return { length, start, end, tone, counts, untimed };
}
