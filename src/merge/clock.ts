import type { ClockRelation } from "../segments/clock-relation.ts";
import { feasibleLines, type Point } from "./separating-line.ts";

/** Calls for each pair: the time on the first clock, the second time minus the first, and where it was sent. */
export type EachPair = (take: (time: number, difference: number, isSentAtFirst: boolean) => void) => void;

/** No quartz is further off. */
const LARGEST_RATE = 500e-6;

/** Offsets that a set of pairs leaves. */
class OffsetBounds {
  low = Number.NEGATIVE_INFINITY;
  high = Number.POSITIVE_INFINITY;

  take(difference: number, isSentAtFirst: boolean): void {
    if (isSentAtFirst) this.high = Math.min(this.high, difference);
    else this.low = Math.max(this.low, difference);
  }

  with(difference: number, isSentAtFirst: boolean): OffsetBounds {
    const bounds = Object.assign(new OffsetBounds(), { low: this.low, high: this.high });
    bounds.take(difference, isSentAtFirst);
    return bounds;
  }

  /** Whether any offset is left. @param resolution what both clocks do not tell apart */
  isPossible(resolution: number): boolean {
    return this.low <= this.high + resolution;
  }
}

/**
 * The relation of two clocks that the pairs leave: one offset; else an offset and a rate; else one step. null: the
 * pairs contradict each other, or none has times.
 * @param resolution nanoseconds between two ticks, of both clocks together
 */
export function relateClocks(eachPair: EachPair, resolution: number): ClockRelation | null {
  const bounds = new OffsetBounds();
  let at = Number.NaN;
  eachPair((time, difference, isSentAtFirst) => {
    if (Number.isNaN(at)) at = time;
    bounds.take(difference, isSentAtFirst);
  });
  if (Number.isNaN(at)) return null;
  if (bounds.isPossible(resolution)) return { ...constant(bounds, resolution), at, rate: null, step: null };
  return withRate(eachPair, at, resolution) ?? withStep(eachPair, at, resolution);
}

function constant(
  { low, high }: { readonly low: number; readonly high: number },
  resolution: number,
): Pick<ClockRelation, "low" | "high" | "drawn"> {
  const widening = high - low <= resolution ? resolution : 0;
  const [from, until] = [low - widening, high + widening];
  return { low: from, high: until, drawn: { offset: middle(from, until), rate: 0 } };
}

function middle(low: number, high: number): number {
  if (!Number.isFinite(low)) return high;
  return Number.isFinite(high) ? (low + high) / 2 : low;
}

function withRate(eachPair: EachPair, at: number, resolution: number): ClockRelation | null {
  const upper: Point[] = [];
  const lower: Point[] = [];
  eachPair((time, difference, isSentAtFirst) => {
    (isSentAtFirst ? upper : lower).push({ x: time - at, y: difference });
  });
  const found = feasibleLines({ upper, lower }, LARGEST_RATE, resolution);
  if (found === null) return null;
  const { low, high, offsets, best } = found;
  return {
    low: offsets[0] - resolution,
    high: offsets[1] + resolution,
    at,
    rate: [low, high],
    step: null,
    drawn: { offset: middle(best.low, best.high), rate: best.rate },
  };
}

/** The split that leaves an offset before it and one behind it. */
function withStep(eachPair: EachPair, at: number, resolution: number): ClockRelation | null {
  const pairs: { time: number; difference: number; isSentAtFirst: boolean }[] = [];
  eachPair((time, difference, isSentAtFirst) => pairs.push({ time, difference, isSentAtFirst }));
  const behind: OffsetBounds[] = [];
  let bounds = new OffsetBounds();
  for (const { difference, isSentAtFirst } of pairs.toReversed()) {
    bounds = bounds.with(difference, isSentAtFirst);
    behind.push(bounds);
  }
  behind.reverse();
  const before = new OffsetBounds();
  for (const [index, { time, difference, isSentAtFirst }] of pairs.entries()) {
    const rest = behind[index];
    if (index > 0 && rest.isPossible(resolution)) {
      const { low, high, drawn } = constant(rest, resolution);
      const step = { from: time, low, high, drawn: drawn.offset };
      return { ...constant(before, resolution), at, rate: null, step };
    }
    before.take(difference, isSentAtFirst);
    if (!before.isPossible(resolution)) return null;
  }
  return null;
}
