import type { Position } from "../tcp/position.ts";

/** What sets the time between two segments: a second each, the capture's own times, or those with silences shortened. */
export const PACES = ["steps", "real", "shortened"] as const;
export type Pace = (typeof PACES)[number];

/** How many times faster than its pace the playback runs. */
export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

export interface Tempo {
  readonly pace: Pace;
  readonly speed: Speed;
}

/** Where the playback goes next, and in how many milliseconds. */
export interface NextStep {
  readonly position: Position;
  readonly delay: number;
}

/** Milliseconds a step, also where the capture tells no times. */
const STEP = 1000;
/** The longest wait, in milliseconds, when silences are shortened. */
const LONGEST_SILENCE = 2000;
/** Segments nearer to each other than one picture of the screen are shown together. */
const PICTURE = 16;
/** Timers cannot wait longer (2^31 - 1 ms, 24.8 days). */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * The next step from `position`, which must not be the last one.
 * @param times nanoseconds, index = position - 1; NaN where not known
 */
export function nextStep(times: ArrayLike<number>, position: Position, { pace, speed }: Tempo): NextStep {
  if (pace === "steps") return { position: position + 1, delay: STEP / speed };
  const delay = waitBefore(times, position, pace) / speed;
  let next = position + 1;
  let together = 0;
  for (; next < times.length; next++) {
    const wait = waitBefore(times, next, pace) / speed;
    if (together + wait >= PICTURE) break;
    together += wait;
  }
  return { position: next, delay: Math.min(delay + together, LONGEST_TIMER) };
}

/** How long the loop rests at the end before it starts over, in milliseconds. */
export function restAtEnd({ speed }: Tempo): number {
  return (2 * STEP) / speed;
}

/** Milliseconds between the segment at `position` and the one after it; the first one is waited for as for a step. */
function waitBefore(times: ArrayLike<number>, position: Position, pace: Pace): number {
  if (position === 0) return STEP;
  const wait = ((times[position] ?? NaN) - (times[position - 1] ?? NaN)) / 1e6;
  if (Number.isNaN(wait)) return STEP;
  // Out of order in time: it is shown at once.
  const forward = Math.max(0, wait);
  return pace === "shortened" ? Math.min(forward, LONGEST_SILENCE) : forward;
}
