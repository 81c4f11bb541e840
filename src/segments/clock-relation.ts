/**
 * How the second capture's clock stands to that of the first one: `t2 = t1 + offset + rate (t1 - at)`. Times are
 * nanoseconds in the time columns.
 */
export interface ClockRelation {
  /** Every offset that is possible: with one outside, a segment would arrive before it was sent. May be infinite. */
  readonly low: number;
  readonly high: number;
  /** The time on the first clock at which the offset holds. */
  readonly at: number;
  /** The rates that are possible, as a share; null where the captures force none. At most 500 ppm. */
  readonly rate: readonly [low: number, high: number] | null;
  /** Set where one of the clocks was set within the captures. */
  readonly step: ClockStep | null;
  /** What is drawn: the middle of what is possible. */
  readonly drawn: { readonly offset: number; readonly rate: number };
}

/** From that time on the first clock on, the offset is another one. */
interface ClockStep {
  readonly from: number;
  readonly low: number;
  readonly high: number;
  readonly drawn: number;
}

/** A time of the second capture on the first one's clock. */
export function onFirstClock(relation: ClockRelation, time: number): number {
  const { at, drawn, step } = relation;
  if (step !== null && time >= step.from + step.drawn) return time - step.drawn;
  return at + (time - at - drawn.offset) / (1 + drawn.rate);
}

/** A time of the first capture on the second one's clock: the reverse of {@link onFirstClock}. */
export function onSecondClock({ at, drawn, step }: ClockRelation, time: number): number {
  if (step !== null && time >= step.from) return time + step.drawn;
  return time + drawn.offset + drawn.rate * (time - at);
}
