import type { TimeBase } from "../../../segments/segment-table.ts";
import { isSorted, longestRun } from "./longest-run.ts";
import type { StampKind, TimeStamp } from "./time-stamp.ts";

/** One packet line of any protocol, in file order. */
export interface TimedLine {
  readonly stamp: TimeStamp | null;
  /** Index of the endpoint pair; -1 for lines that hold no TCP segment. */
  readonly pair: number;
}

/** Times of a batch of lines. */
export interface ResolvedTimes {
  /** Nanoseconds since {@link TimeLine.origin}; NaN where there is none. */
  readonly times: Float64Array;
  /** 1 where the printed stamp cannot be right; its time is NaN. */
  readonly isSuspect: Uint8Array;
}

const DAY = 86400;
const HALF_DAY = DAY / 2;
/** Stamps of several queues or interfaces may be interleaved by this much. */
const TOLERATED_SECONDS = 1;
/** The most lines outside the run that count as wrong stamps; more are another console. */
const WRONG_AT_MOST = 2;

/**
 * Puts the printed stamps on one time axis (docs/text-formats.md section 3). File order is packet order; times are
 * never sorted. Stamps of another kind than most of the first batch give no time.
 */
export class TimeLine {
  kind: TimeBase["kind"] = "none";
  private originSeconds: number | null = null;
  private originNanoseconds = 0;
  private stampKind: StampKind | null = null;
  private areDeltas = false;
  private sumSeconds = 0;
  private sumNanoseconds = 0;
  private days = 0;
  private lastSeconds: number | null = null;
  private firstDay: number | null = null;

  /** Nanoseconds from the zero of {@link kind} to the first time; null before there is one. */
  get origin(): bigint | null {
    if (this.originSeconds === null) return null;
    return BigInt(this.originSeconds) * 1000000000n + BigInt(this.originNanoseconds);
  }

  /** Resolves the next batch. */
  resolve(lines: readonly TimedLine[]): ResolvedTimes {
    if (this.stampKind === null) this.decide(lines);
    const times = new Float64Array(lines.length).fill(Number.NaN);
    const isSuspect = new Uint8Array(lines.length);
    if (this.stampKind === null) return { times, isSuspect };
    if (this.areDeltas) this.addUp(lines, times);
    else this.place(lines, times, isSuspect);
    return { times, isSuspect };
  }

  private decide(lines: readonly TimedLine[]): void {
    const counts = new Map<StampKind, number>();
    for (const { stamp } of lines)
      if (stamp !== null) counts.set(stamp.kind, (counts.get(stamp.kind) ?? 0) + 1);
    let most = 0;
    for (const [kind, count] of counts) {
      if (count <= most) continue;
      most = count;
      this.stampKind = kind;
    }
    if (this.stampKind === null) return;
    const stamps = lines.flatMap(({ stamp }) => (stamp?.kind === this.stampKind ? [stamp] : []));
    const startsAtZero = stamps.length > 1 && isZero(stamps[0]);
    const decreases = stamps.some((stamp, i) => isEarlier(stamp, stamps[i - 1] ?? stamp));
    const mayCount = this.stampKind === "clock" || this.stampKind === "relative";
    this.areDeltas = this.stampKind === "delta" || (mayCount && startsAtZero && decreases);
    this.kind = this.kindFor(startsAtZero);
  }

  private kindFor(startsAtZero: boolean): TimeBase["kind"] {
    if (this.stampKind === "date" || this.stampKind === "epoch") return "epoch";
    if (this.areDeltas || this.stampKind === "relative") return "relative";
    return this.stampKind === "clock" && startsAtZero ? "relative" : "time-of-day";
  }

  private addUp(lines: readonly TimedLine[], times: Float64Array): void {
    for (let i = 0; i < lines.length; i++) {
      const stamp = lines[i]?.stamp;
      if (!stamp || stamp.kind !== this.stampKind) continue;
      this.sumSeconds += stamp.seconds;
      this.sumNanoseconds += stamp.nanoseconds;
      if (this.sumNanoseconds >= 1e9) {
        this.sumNanoseconds -= 1e9;
        this.sumSeconds++;
      }
      times[i] = this.sinceOrigin(this.sumSeconds, this.sumNanoseconds);
    }
  }

  private place(lines: readonly TimedLine[], times: Float64Array, isSuspect: Uint8Array): void {
    const at: number[] = [];
    const seconds: number[] = [];
    for (let i = 0; i < lines.length; i++) {
      const stamp = lines[i]?.stamp;
      if (!stamp || stamp.kind !== this.stampKind) continue;
      at.push(i);
      seconds.push(this.sinceFirstDay(stamp));
    }
    if (this.stampKind === "clock") this.unwrapDays(seconds);
    this.markSuspects(seconds, lines, at, isSuspect);
    for (let k = 0; k < at.length; k++) {
      const i = at[k];
      if (!isSuspect[i]) times[i] = this.sinceOrigin(seconds[k], lines[i]?.stamp?.nanoseconds ?? 0);
    }
  }

  private sinceOrigin(seconds: number, nanoseconds: number): number {
    if (this.originSeconds === null) {
      this.originSeconds = seconds;
      this.originNanoseconds = nanoseconds;
    }
    return (seconds - this.originSeconds) * 1e9 + (nanoseconds - this.originNanoseconds);
  }

  /** For a month and a day without a year, counts from the midnight before the first stamp. */
  private sinceFirstDay(stamp: TimeStamp): number {
    if (stamp.kind !== "day") return stamp.seconds;
    this.firstDay ??= Math.floor(stamp.seconds / DAY) * DAY;
    return stamp.seconds - this.firstDay;
  }

  /** A drop of more than twelve hours that lasts is midnight; one or two stamps off the others are wrong. */
  private unwrapDays(seconds: number[]): void {
    for (let k = 0; k < seconds.length; k++) {
      const value = seconds[k] + this.days * DAY;
      const previous = k > 0 ? seconds[k - 1] : this.lastSeconds;
      seconds[k] = value;
      if (previous === null || value >= previous - HALF_DAY) continue;
      if (this.followsSpike(seconds, k) || this.isDip(seconds, k, previous)) continue;
      this.days++;
      seconds[k] = value + DAY;
    }
    this.lastSeconds = seconds.at(-1) ?? this.lastSeconds;
  }

  /** One or two high stamps stand between lower ones: seed 001, where a SYN-ACK is hours ahead. */
  private followsSpike(seconds: readonly number[], k: number): boolean {
    const value = seconds[k];
    let i = k - 1;
    while (i >= 0 && k - 1 - i < WRONG_AT_MOST && seconds[i] > value + HALF_DAY) i--;
    return i >= 0 && seconds[i] <= value + HALF_DAY;
  }

  /** One or two low stamps stand between higher ones. `seconds` after `k` are still as printed. */
  private isDip(seconds: readonly number[], k: number, previous: number): boolean {
    for (let i = k + 1; i <= k + WRONG_AT_MOST && i < seconds.length; i++) {
      if (seconds[i] + this.days * DAY >= previous - HALF_DAY) return true;
    }
    return false;
  }

  private markSuspects(
    seconds: readonly number[],
    lines: readonly TimedLine[],
    at: readonly number[],
    isSuspect: Uint8Array,
  ): void {
    const exact = seconds.map((value, k) => value + (lines[at[k]]?.stamp?.nanoseconds ?? 0) / 1e9);
    if (isSorted(exact)) return;
    const isKept = longestRun(exact);
    const outside = new Map<number, number[]>();
    const keptPairs = new Set<number>();
    let highest = -Infinity;
    const highestBefore: number[] = [];
    for (let k = 0; k < at.length; k++) {
      const pair = lines[at[k]]?.pair ?? 0;
      highestBefore.push(highest);
      if (isKept[k]) {
        highest = exact[k];
        keptPairs.add(pair);
      } else {
        const list = outside.get(pair);
        if (list === undefined) outside.set(pair, [k]);
        else list.push(k);
      }
    }
    for (const [pair, places] of outside) {
      if (pair < 0 || !keptPairs.has(pair) || places.length > WRONG_AT_MOST) continue;
      for (const k of places) {
        const lowest = nextKept(exact, isKept, k);
        const value = exact[k];
        const isFar = value < highestBefore[k] - TOLERATED_SECONDS || value > lowest + TOLERATED_SECONDS;
        if (isFar) isSuspect[at[k]] = 1;
      }
    }
  }
}

function nextKept(exact: readonly number[], isKept: readonly boolean[], k: number): number {
  for (let i = k + 1; i < exact.length; i++) if (isKept[i]) return exact[i];
  return Infinity;
}

function isZero(stamp: TimeStamp | undefined): boolean {
  return stamp !== undefined && stamp.seconds === 0 && stamp.nanoseconds === 0;
}

function isEarlier(stamp: TimeStamp, than: TimeStamp): boolean {
  return (
    stamp.seconds < than.seconds || (stamp.seconds === than.seconds && stamp.nanoseconds < than.nanoseconds)
  );
}
