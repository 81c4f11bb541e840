/**
 * What a printed time is. `clock` is a time of day; it may also be tcpdump's -ttt or -ttttt, which look the
 * same: the whole conversation decides. `day` has a month and a day but no year.
 */
export type StampKind = "clock" | "day" | "date" | "epoch" | "relative" | "delta";

/** A printed time: seconds since the zero of its kind, and nanoseconds 0..999999999 on top. */
export interface TimeStamp {
  readonly kind: StampKind;
  /** May be negative (`-00:00:00.000250` is -1 s + 999750000 ns). */
  readonly seconds: number;
  readonly nanoseconds: number;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** `00:00:00:00:00:00` must not be taken for a clock; old tcpdumps print `0:a:b:c:d:e`. */
const MAC = /\b[0-9a-f]{1,2}(?:[:-][0-9a-f]{1,2}){5}\b/gi;
const CLOCK = "\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?";
/** What may stand before a clock: `2021-03-20 `, `03/20/2021 `, `Sep 13 `, the sign of a difference. */
const BEFORE_CLOCK = [
  "(?<year>\\d{4})[-/](?<month>\\d\\d)[-/](?<day>\\d\\d)[ T-]",
  "(?<monthFirst>\\d\\d)/(?<daySecond>\\d\\d)/(?<yearLast>\\d{4}) ",
  "\\b(?<monthName>[A-Z][a-z]{2}) {1,2}(?<dayAlone>\\d{1,2}) ",
  `(?<minus>-?)(?<!\\d[:.]?)(?=${CLOCK}(?![\\d:]))`,
].join("|");
const STAMPS = new RegExp(
  [
    `(?:${BEFORE_CLOCK})(?<hours>\\d{1,2}):(?<minutes>\\d\\d):(?<seconds>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?`,
    "(?<![\\d.:])(?<epoch>\\d{9,10})\\.(?<ofEpoch>\\d{6,9})(?![\\d.])",
  ].join("|"),
  "g",
);
/** ` 3  0.007224 (0.0048)  a > b`: figures in books; `0.045277 `; OpenBSD's -tttt. */
const FROM_START = /^[\s|>#/*]{0,16}(?:\d{1,9}\s{1,8})?(\d{1,8})[.,](\d{1,9})(?=[\s(])/;
/** `000250 IP a > b` and, from one second on, `10. 000000 IP a > b`: -ttt of tcpdump 3.x. */
const OLD_DELTA = /^\s{0,8}(?:(\d{1,8})\. )?(\d{6}) /;

/** The last time stamp in what stands before a packet; null if there is none. */
export function readStamp(prefix: string): TimeStamp | null {
  if (prefix === "" || !/\d/.test(prefix)) return null;
  const text = /[0-9a-fA-F][:-][0-9a-fA-F]/.test(prefix) ? prefix.replace(MAC, masked) : prefix;
  let last: TimeStamp | null = null;
  STAMPS.lastIndex = 0;
  for (let match = STAMPS.exec(text); match !== null; match = STAMPS.exec(text)) {
    last = stampOf(match) ?? last;
  }
  return last ?? readFromStart(text);
}

/** A stamp that opens a line, as {@link readStamp} reads it; used to tell payload from the next packet. */
export function readLeadingStamp(line: string): TimeStamp | null {
  if (!/^\d/.test(line)) return null;
  const head = line.slice(0, 40);
  STAMPS.lastIndex = 0;
  const match = STAMPS.exec(head);
  if (match !== null && match.index === 0) return stampOf(match);
  return readFromStart(head);
}

function stampOf({ groups = {} }: RegExpExecArray): TimeStamp | null {
  const { epoch, ofEpoch, hours, minutes, seconds, fraction, minus } = groups;
  if (epoch !== undefined)
    return { kind: "epoch", seconds: Number(epoch), nanoseconds: nanosecondsOf(ofEpoch) };
  const clock = clockOf(hours, minutes, seconds, fraction);
  const { year = groups["yearLast"], month = groups["monthFirst"], day = groups["daySecond"] } = groups;
  if (year !== undefined) return dated("date", Number(year), Number(month), Number(day), clock);
  const { monthName, dayAlone } = groups;
  if (monthName !== undefined) {
    const number = MONTHS.indexOf(monthName.toLowerCase()) + 1;
    return number === 0 ? clock : dated("day", 1972, number, Number(dayAlone), clock);
  }
  return clock !== null && minus === "-" ? negative(clock) : clock;
}

function readFromStart(text: string): TimeStamp | null {
  const plain = FROM_START.exec(text);
  if (plain !== null) {
    return { kind: "relative", seconds: Number(plain[1]), nanoseconds: nanosecondsOf(plain[2]) };
  }
  const delta = OLD_DELTA.exec(text);
  if (delta === null) return null;
  return { kind: "delta", seconds: Number(delta[1] ?? "0"), nanoseconds: nanosecondsOf(delta[2]) };
}

function clockOf(h?: string, m?: string, s?: string, fraction?: string): TimeStamp | null {
  const hours = Number(h);
  const minutes = Number(m);
  const seconds = Number(s);
  if (hours > 23 || minutes > 59 || seconds > 60) return null;
  return {
    kind: "clock",
    seconds: hours * 3600 + minutes * 60 + seconds,
    nanoseconds: nanosecondsOf(fraction),
  };
}

function dated(
  kind: "date" | "day",
  year: number,
  month: number,
  day: number,
  clock: TimeStamp | null,
): TimeStamp | null {
  if (clock === null || month < 1 || month > 12 || day < 1 || day > 31) return clock;
  const midnight = Date.UTC(year, month - 1, day) / 1000;
  return { kind, seconds: midnight + clock.seconds, nanoseconds: clock.nanoseconds };
}

function negative({ kind, seconds, nanoseconds }: TimeStamp): TimeStamp {
  if (nanoseconds === 0) return { kind, seconds: -seconds, nanoseconds };
  return { kind, seconds: -seconds - 1, nanoseconds: 1e9 - nanoseconds };
}

function nanosecondsOf(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.padEnd(9, "0"));
}

function masked(mac: string): string {
  return "x".repeat(mac.length);
}
