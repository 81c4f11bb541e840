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
const CLOCK = "(\\d{1,2}):(\\d\\d):(\\d\\d)(?:[.,](\\d{1,9}))?";
/** `00:00:00:00:00:00` must not be taken for a clock; old tcpdumps print `0:a:b:c:d:e`. */
const MAC = /\b[0-9a-f]{1,2}(?:[:-][0-9a-f]{1,2}){5}\b/gi;
const STAMPS = new RegExp(
  [
    `(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[ T-]${CLOCK}`,
    `(\\d\\d)/(\\d\\d)/(\\d{4}) ${CLOCK}`,
    `\\b([A-Z][a-z]{2}) {1,2}(\\d{1,2}) ${CLOCK}`,
    `(-?)(?<!\\d[:.]?)${CLOCK}(?![\\d:])`,
    `(?<![\\d.:])(\\d{9,10})\\.(\\d{6,9})(?![\\d.])`,
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

function stampOf(match: RegExpExecArray): TimeStamp | null {
  const [
    ,
    y,
    mo,
    d,
    h1,
    m1,
    s1,
    f1,
    mo2,
    d2,
    y2,
    h2,
    m2,
    s2,
    f2,
    mon,
    d3,
    h3,
    m3,
    s3,
    f3,
    minus,
    h4,
    m4,
    s4,
    f4,
    epoch,
    fe,
  ] = match;
  if (y !== undefined) return dated("date", Number(y), Number(mo), Number(d), clockOf(h1, m1, s1, f1));
  if (y2 !== undefined) return dated("date", Number(y2), Number(mo2), Number(d2), clockOf(h2, m2, s2, f2));
  if (mon !== undefined) {
    const month = MONTHS.indexOf(mon.toLowerCase()) + 1;
    const clock = clockOf(h3, m3, s3, f3);
    return month === 0 ? clock : dated("day", 1972, month, Number(d3), clock);
  }
  if (epoch !== undefined) return { kind: "epoch", seconds: Number(epoch), nanoseconds: nanosecondsOf(fe) };
  const clock = clockOf(h4, m4, s4, f4);
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
