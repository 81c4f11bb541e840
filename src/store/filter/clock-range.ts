import type { TimeBase } from "../../segments/segment-table.ts";
import type { TimeRange } from "./time-range.ts";

/** What the moments of a capture are called by the clock. */
export interface Clock {
  /** With dates (`epoch`), or as a text printed it, without (`time-of-day`). */
  readonly kind: TimeBase["kind"];
  /** Nanoseconds since the zero of `kind`: the first and the last segment of all connections. */
  readonly first: bigint;
  readonly last: bigint;
  /** Whether the page shows the zone of this machine instead of UTC. */
  readonly isLocal: boolean;
}

const SECOND = 1_000_000_000n;
const MINUTE = 60n * SECOND;
const DAY = 86_400n * SECOND;
const MILLISECOND = 1_000_000n;

/** `10:00:05`, `10:00`, `10:00:05.25`, with a date before it: `2026-03-10T10:00:05`. */
const MOMENT = String.raw`(?:(?<DATE>\d{4}-\d\d-\d\d)[T ])?(?<HOUR>\d{1,2}):(?<MINUTE>\d\d)(?::(?<SECOND>\d\d)(?:[.,](?<FRACTION>\d{1,9}))?)?`;
const named = (prefix: string): string =>
  MOMENT.replaceAll(/\?<(?<name>[A-Z]+)>/gu, (_, name: string) => `?<${prefix}${name}>`);
const ONE = new RegExp(`^${named("from")}$`, "u");
const RANGE = new RegExp(`^(?:${named("from")})?-(?:${named("to")})?$`, "u");

interface Moment {
  /** `2026-03-10`; null: the day is to be found. */
  readonly date: string | null;
  /** Nanoseconds since midnight. */
  readonly ofDay: bigint;
  /** How long what was written lasts: a minute, a second, or less. */
  readonly unit: bigint;
}

/**
 * Reads `10:00:05-10:00:07`, `10:00:05-`, `-10:00`, `2026-03-10T23:59:58-00:00:02` as seconds since the start of the
 * capture; one moment lasts as long as its last digit says. Without a date it is the day that lies nearest to the
 * capture. null for anything else, and where the capture has no clock.
 */
export function readClockRange(value: string, clock: Clock | null): TimeRange | null {
  if (clock === null || (clock.kind !== "epoch" && clock.kind !== "time-of-day")) return null;
  const groups = (ONE.exec(value) ?? RANGE.exec(value))?.groups;
  if (groups === undefined) return null;
  const [from, to] = [momentIn(groups, "from"), momentIn(groups, "to")];
  if (from === "wrong" || to === "wrong" || (from === null && to === null)) return null;
  const isOne = !value.includes("-") || ONE.test(value);
  const last = isOne && from ? wallOf(from, clock) : to && wallOf(withDateOf(to, from), clock);
  if (last === undefined || (to && last === null)) return null;
  const first = from && (isOne ? last : beforeOf(from, last, clock));
  if (from && first === null) return null;
  const end = isOne && from && last !== null ? last + from.unit : last;
  const range = { from: secondsOf(first, clock, -Infinity), to: secondsOf(end, clock, Infinity) };
  return range.from <= range.to ? range : null;
}

/** The day of the end is that of the beginning where only that is written. */
function withDateOf(to: Moment, from: Moment | null): Moment {
  if (to.date !== null || from === null || from.date === null) return to;
  if (to.ofDay >= from.ofDay) return { ...to, date: from.date };
  return { ...to, date: new Date(Date.parse(from.date) + 86_400_000).toISOString().slice(0, 10) };
}

/** The beginning: on its date, else the last moment of that name before the end. */
function beforeOf(from: Moment, last: bigint | null, clock: Clock): bigint | null {
  if (from.date !== null || last === null) return wallOf(from, clock);
  return last - positive(last - from.ofDay, DAY);
}

function momentIn(
  groups: Readonly<Record<string, string | undefined>>,
  name: "from" | "to",
): Moment | null | "wrong" {
  const part = (key: string): string | undefined => groups[name + key];
  const hour = part("HOUR");
  if (hour === undefined) return null;
  const [hours, minutes, seconds] = [hour, part("MINUTE") ?? "0", part("SECOND") ?? "0"].map(Number);
  const fraction = part("FRACTION");
  const date = part("DATE") ?? null;
  const isDay = date === null || !Number.isNaN(Date.parse(date));
  if (!isDay || (hours ?? 0) > 24 || (minutes ?? 0) > 59 || (seconds ?? 0) > 60) return "wrong";
  const whole = BigInt((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * SECOND;
  const unit =
    fraction !== undefined
      ? 10n ** BigInt(9 - fraction.length)
      : part("SECOND") === undefined
        ? MINUTE
        : SECOND;
  return { date, ofDay: whole + BigInt((fraction ?? "").padEnd(9, "0")), unit };
}

/** The moment on the clock that the page shows, in nanoseconds; null where a date is asked of a clock without dates. */
function wallOf({ date, ofDay }: Moment, clock: Clock): bigint | null {
  if (date !== null) return clock.kind === "epoch" ? BigInt(Date.parse(date)) * MILLISECOND + ofDay : null;
  const [first, last] = [clock.first, clock.last].map((time) => time + zoneAt(time, clock)) as [
    bigint,
    bigint,
  ];
  const next = first + positive(ofDay - first, DAY);
  return next > last && next - last > first - (next - DAY) ? next - DAY : next;
}

/** Seconds since the first segment of the capture. @param wall a moment as {@link wallOf} gives it; null: none */
function secondsOf(wall: bigint | null, clock: Clock, none: number): number {
  if (wall === null) return none;
  const time = wall - zoneAt(wall - zoneAt(wall, clock), clock);
  return Number(time - clock.first) / 1e9;
}

/** Nanoseconds by which the zone that the page shows is ahead of UTC at that time. */
export function zoneAt(time: bigint, { kind, isLocal }: Pick<Clock, "kind" | "isLocal">): bigint {
  if (!isLocal || kind !== "epoch") return 0n;
  return -BigInt(new Date(Number(time / MILLISECOND)).getTimezoneOffset()) * MINUTE;
}

function positive(value: bigint, modulus: bigint): bigint {
  return ((value % modulus) + modulus) % modulus;
}
