import type { Position } from "../tcp/position.ts";

/** The time between two segments: a second each, the capture's times, or these with silences shortened. */
export const PACES = ["steps", "real", "shortened"] as const;
type Pace = (typeof PACES)[number];

/** Factors by which the playback is faster than its pace. */
export const SPEEDS = [0.5, 1, 2, 4] as const;
type Speed = (typeof SPEEDS)[number];

export interface Tempo {
  readonly pace: Pace;
  readonly speed: Speed;
}

/** The next position of the playback, and the milliseconds until then. */
export interface NextStep {
  readonly position: Position;
  readonly delay: number;
}

/** Milliseconds of a step, also if the capture has no times. */
const STEP = 1000;
/** The longest wait, in milliseconds, when silences are shortened. */
const LONGEST_SILENCE = 2000;
/** Segments less than one frame of the screen apart are shown together; milliseconds. */
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

/** Milliseconds between the segment at `position` and the next one; before the first one, those of a step. */
function waitBefore(times: ArrayLike<number>, position: Position, pace: Pace): number {
  if (position === 0) return STEP;
  const wait = ((times[position] ?? NaN) - (times[position - 1] ?? NaN)) / 1e6;
  if (Number.isNaN(wait)) return STEP;
  // A segment whose time steps back is shown without a wait.
  const forward = Math.max(0, wait);
  return pace === "shortened" ? Math.min(forward, LONGEST_SILENCE) : forward;
}
