import type { Metrics } from "./metrics.ts";

/** One step of the zoom of the sequence diagram. */
export interface Zoom {
  /** There are no words between the lifelines, so that rows can be lower than a line of words. */
  readonly isBare: boolean;
  /** Above and below an arrow of a bare diagram; pixels. */
  readonly pad: number;
  /** How far an arrow falls: a share of the fall at the usual zoom, or pixels in a bare diagram. */
  readonly fall: number;
}

/** From far to near. */
const STEPS: readonly Zoom[] = [
  { isBare: true, pad: 1, fall: 4 },
  { isBare: true, pad: 2, fall: 8 },
  { isBare: true, pad: 6, fall: 12 },
  { isBare: false, pad: 0, fall: 1 },
  { isBare: false, pad: 0, fall: 2 },
  { isBare: false, pad: 0, fall: 4 },
];

/** The usual zoom is step 0, negative ones are farther. */
export const FARTHEST = -3;
export const NEAREST = STEPS.length - 1 + FARTHEST;

/** @param step between {@link FARTHEST} and {@link NEAREST} */
export function zoomAt(step: number): Zoom {
  const within = Math.max(FARTHEST, Math.min(NEAREST, Math.trunc(step)));
  return STEPS[within - FARTHEST] ?? USUAL_ZOOM;
}

export const USUAL_ZOOM: Zoom = { isBare: false, pad: 0, fall: 1 };

/** The measures at a zoom. */
export function zoomMetrics(metrics: Metrics, { isBare, fall }: Zoom): Metrics {
  return { ...metrics, slant: isBare ? fall : metrics.slant * fall };
}

/** Height of a row of words at the usual zoom; none is lower, however wide the diagram is. */
const LEAST_ROW = 51;

/** No row is lower, however wide the diagram is. */
export function leastRowHeight({ isBare, pad, fall }: Zoom): number {
  return isBare ? 2 * pad + fall : LEAST_ROW;
}

/** Height of the words of a time. */
const TIME_LINE = 14;

/** How many rows of a bare diagram share one time, so that times do not overlap. */
export function rowsPerTime(zoom: Zoom): number {
  return Math.max(1, Math.ceil(TIME_LINE / leastRowHeight(zoom)));
}

/**
 * The nearest step, at most the usual one, at which `heightAt` says that everything fits into `visible` pixels; the
 * farthest where none does. `heightAt` is not asked where `rows` rows alone are too high.
 */
export function stepThatFits(rows: number, visible: number, heightAt: (zoom: Zoom) => number): number {
  for (let step = 0; step > FARTHEST; step--) {
    const zoom = zoomAt(step);
    if (rows * leastRowHeight(zoom) <= visible && heightAt(zoom) <= visible) return step;
  }
  return FARTHEST;
}
