import { distance } from "../../segments/sequence-number.ts";

/** Ticks a second of the clock behind TSval, by their code in a link. */
export const CLOCK_RATES = [1000, 100, 250, 10, 2, 1, 0, 1_000_000] as const;

const NANOSECONDS = 1_000_000_000n;
const HALF_A_TICK = NANOSECONDS / 2n;
/** The fewest TSvals that are remembered; at most twice as many. */
const VALUES_KEPT = 64;
const TWO_TO_32 = 2n ** 32n;

/**
 * Predicts the TSval of one end (RFC 7323) from the times of its segments. The phase of its clock is not known: each
 * segment that arrives too early or too late for the estimate narrows it down. It uses whole numbers only, so that
 * every reader computes the same.
 */
export class SenderClock {
  private readonly ticksPerSecond: bigint;
  private readonly first: number;
  /** The clock in billionths of a tick at {@link readAt}; null before the first TSval. */
  private reading: bigint | null = null;
  private readAt = 0;
  /** The last distinct TSvals that it sent, in order: the peer may still echo them. */
  private values: number[] = [];
  lastEcho: number | null = null;

  /** @param first its first TSval */
  constructor(ticksPerSecond: number, first: number) {
    this.ticksPerSecond = BigInt(ticksPerSecond);
    this.first = first;
  }

  /** The newest TSval; null before the first. */
  get newest(): number | null {
    return this.values.at(-1) ?? null;
  }

  /** @param time nanoseconds, whole; NaN counts as no time gone by */
  expected(time: number): number {
    if (this.reading === null) return this.first;
    return Number(BigInt.asUintN(32, this.at(time) / NANOSECONDS));
  }

  take(value: number, time: number): void {
    const ahead = distance(this.expected(time), value);
    if (this.reading === null) this.reading = BigInt(value) * NANOSECONDS + HALF_A_TICK;
    else if (ahead === 0) this.reading = this.at(time);
    else this.reading = BigInt(value) * NANOSECONDS + (ahead > 0 ? 0n : NANOSECONDS - 1n);
    if (!Number.isNaN(time)) this.readAt = time;
    if (this.newest === value) return;
    this.values.push(value);
    if (this.values.length > 2 * VALUES_KEPT) this.values = this.values.slice(-VALUES_KEPT);
  }

  /** The `step`-th (from 1) TSval that was sent after `echo`; null if there are not so many. */
  valueAfter(echo: number, step: number): number | null {
    const at = this.values.lastIndexOf(echo);
    return at < 0 ? null : (this.values[at + step] ?? null);
  }

  private at(time: number): bigint {
    const gone = Number.isNaN(time) ? 0n : BigInt(time - this.readAt);
    const now = (this.reading ?? 0n) + gone * this.ticksPerSecond;
    const circle = TWO_TO_32 * NANOSECONDS;
    return ((now % circle) + circle) % circle;
  }
}
