import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";

const NANOSECONDS = 1_000_000_000n;
const TWO_TO_32 = 4294967296;

/** Turns the 64-bit time stamps of one pcapng interface into times of the table. */
export class PcapngClock {
  private readonly offset: bigint;
  private readonly ticksPerSecond: bigint;
  /** Nanoseconds in a tick where that is a whole number, else 0. */
  private readonly tick: number;
  private hasOrigin = false;
  private originHigh = 0;
  private originLow = 0;
  private originRest = 0;

  /**
   * @param resolution if_tsresol: a negative power of 10, or of 2 with the highest bit set
   * @param offset if_tsoffset: seconds to add
   */
  constructor(resolution: number, offset: bigint) {
    this.offset = offset;
    const isBinary = (resolution & 0x80) !== 0;
    this.ticksPerSecond = isBinary ? 2n ** BigInt(resolution & 0x7f) : 10n ** BigInt(resolution);
    this.tick = !isBinary && resolution <= 9 ? 10 ** (9 - resolution) : 0;
  }

  /** Nanoseconds from the origin of the table, which the first call sets. */
  timeOf(high: number, low: number, builder: SegmentTableBuilder): number {
    if (!this.hasOrigin) {
      builder.noteTimeResolution(Math.max(1, this.tick));
      const time = builder.noteRecordTime(this.nanoseconds(high, low));
      this.setOrigin(builder.timeBase.origin);
      return time;
    }
    if (this.tick === 0) return Number(this.nanoseconds(high, low) - builder.timeBase.origin);
    const ticks = (high - this.originHigh) * TWO_TO_32 + (low - this.originLow);
    return ticks * this.tick - this.originRest;
  }

  private nanoseconds(high: number, low: number): bigint {
    const ticks = (BigInt(high) << 32n) | BigInt(low);
    return (ticks * NANOSECONDS) / this.ticksPerSecond + this.offset * NANOSECONDS;
  }

  private setOrigin(origin: bigint): void {
    this.hasOrigin = true;
    if (this.tick === 0) return;
    const tick = BigInt(this.tick);
    const local = origin - this.offset * NANOSECONDS;
    const rest = ((local % tick) + tick) % tick;
    const ticks = (local - rest) / tick;
    this.originRest = Number(rest);
    this.originHigh = Number(ticks >> 32n);
    this.originLow = Number(ticks & 0xffffffffn);
  }
}
