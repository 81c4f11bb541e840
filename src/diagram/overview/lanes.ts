import type { Outcome } from "../../tcp/verdict.ts";

/** Groups of outcomes that the overview distinguishes, each with a lane and a tone. */
export const TONES = ["complete", "reset", "unfinished", "open"] as const;
export type Tone = (typeof TONES)[number];

const ENDED_BY_RST: ReadonlySet<Outcome> = new Set(["refused", "rejected-by-icmp", "keep-alive-limit"]);

/** `reset`: refused, reset or rejected. `open`: neither end closed, or the capture does not show it. */
export function toneOf(outcome: Outcome): Tone {
  if (outcome === "complete" || outcome === "open") return outcome;
  if (outcome === "one-direction-captured") return "open";
  return ENDED_BY_RST.has(outcome) || outcome.includes("reset") ? "reset" : "unfinished";
}

/** A horizontal strip of the overview that holds the connections of one tone. */
export interface Lane {
  readonly tone: Tone;
  readonly count: number;
  readonly top: number;
  readonly height: number;
}

/**
 * Divides the height among the tones that occur: each gets `least`, the rest goes by the square root of the counts,
 * so that twelve refused connections beside a million complete ones still have room.
 * @param counts by index in {@link TONES}
 */
export function layLanes(counts: readonly number[], height: number, least: number, gap: number): Lane[] {
  const present = TONES.flatMap((tone, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [{ tone, count, weight: Math.sqrt(count) }];
  });
  const sum = present.reduce((total, { weight }) => total + weight, 0);
  const spare = Math.max(0, height - present.length * least - (present.length - 1) * gap);
  let top = 0;
  return present.map(({ tone, count, weight }) => {
    const own = least + Math.floor((spare * weight) / sum);
    const lane = { tone, count, top, height: own };
    top += own + gap;
    return lane;
  });
}
