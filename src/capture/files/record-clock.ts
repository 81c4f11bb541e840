import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";

const NANOSECONDS = 1_000_000_000n;

/** Turns the times of records, seconds since 1970 and a fraction, into the unit of the time column. */
export class RecordClock {
  private readonly builder: SegmentTableBuilder;
  /** Nanoseconds in the unit of the fraction. */
  private readonly fractionUnit: number;
  private hasOrigin = false;
  private originSeconds = 0;
  private originFraction = 0;

  constructor(builder: SegmentTableBuilder, fractionUnit: number) {
    this.builder = builder;
    this.fractionUnit = fractionUnit;
  }

  /** Nanoseconds from the first record, which becomes the origin. */
  timeOf(seconds: number, fraction: number): number {
    const { builder, fractionUnit } = this;
    if (this.hasOrigin) {
      return (seconds - this.originSeconds) * 1e9 + (fraction - this.originFraction) * fractionUnit;
    }
    this.hasOrigin = true;
    builder.noteTimeResolution(fractionUnit);
    this.originSeconds = seconds;
    this.originFraction = fraction;
    return builder.noteRecordTime(BigInt(seconds) * NANOSECONDS + BigInt(fraction) * BigInt(fractionUnit));
  }
}
