import type { SegmentColumns, TimeBase } from "../../segments/segment-table.ts";

const COARSEST_EXPONENT = 9;

/** The times of a connection in whole ticks of 10^exponent nanoseconds, counted from the first time it has. */
export class TickTimes {
  readonly kind: TimeBase["kind"];
  readonly exponent: number;
  /** Ticks from the zero of the kind to the first time. */
  readonly start: bigint;
  /** Ticks from the first time to the last that a segment has; 0 where none has one. */
  readonly last: bigint;
  private readonly origin: bigint;
  private readonly resolution: bigint;

  /** @param others times in the unit of the column that must be whole ticks, too; NaN is ignored */
  constructor({ time, length, timeBase }: SegmentColumns, others: readonly number[]) {
    this.origin = timeBase.origin;
    this.resolution = BigInt(timeBase.resolution ?? 1);
    const own = time.subarray(0, length).filter((one) => !Number.isNaN(one));
    const known = [...own, ...others.filter((one) => !Number.isNaN(one))];
    const [first] = own;
    this.kind = first === undefined ? "none" : timeBase.kind;
    this.exponent = this.kind === "none" ? 0 : commonExponent(known.map((one) => this.nanoseconds(one)));
    this.start = this.nanoseconds(first ?? 0) / this.unit;
    this.last = this.nanoseconds(own.at(-1) ?? 0) / this.unit - this.start;
  }

  get unit(): bigint {
    return 10n ** BigInt(this.exponent);
  }

  /** Ticks from the first time; null for NaN, and if no segment has a time to count from. */
  ticks(time: number): bigint | null {
    if (this.kind === "none" || Number.isNaN(time)) return null;
    return this.nanoseconds(time) / this.unit - this.start;
  }

  /** Whole nanoseconds from the first time, exactly as a reader of the link computes them; NaN stays NaN. */
  nanosecondsFromFirst(time: number): number {
    const ticks = this.ticks(time);
    return ticks === null ? Number.NaN : Number(ticks * this.unit);
  }

  /** Rounds to the nearest tick of the clock, because the column holds times far from its origin less exactly. */
  private nanoseconds(time: number): bigint {
    const all = this.origin + BigInt(Math.round(time));
    const half = all < 0n ? -this.resolution / 2n : this.resolution / 2n;
    return ((all + half) / this.resolution) * this.resolution;
  }
}

function commonExponent(times: readonly bigint[]): number {
  let exponent = COARSEST_EXPONENT;
  for (const time of times) {
    while (exponent > 0 && time % 10n ** BigInt(exponent) !== 0n) exponent--;
  }
  return exponent;
}
