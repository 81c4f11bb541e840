import type { OpenedCapture } from "../opened-capture.ts";
import { type Clock, readClockRange, zoneAt } from "./clock-range.ts";
import { type FilterGround, filterTest } from "./filter-test.ts";
import { parseFilter } from "./parse-filter.ts";

/** `192.168.1.37:40159`, `[::ffff:192.168.1.37]:40159`, `192.168.1.37.40159`, `192.168.1.37#53`, `[2001:db8::1]:443`, `2001:db8::1`. */
const ENDS =
  /(?<![\d.])(?:::ffff:)?(?<v4>\d{1,3}(?:\.\d{1,3}){3})\]?(?:[:.#](?<port4>\d{1,5}))?(?![\d.])|\[(?<v6>[0-9a-f:]{3,39})\]:(?<port6>\d{1,5})|(?<![\w:])(?<bare>(?=[0-9a-f]*:[0-9a-f:]*:[0-9a-f]*(?:::|:))[0-9a-f:]{3,39}|[0-9a-f:]{2,37}::[0-9a-f:]{0,30})(?![\w:])/giu;
/**
 * `10:00:05.3`, `2026-03-10T10:00:05Z`, `2026/03/10 10:00:05` (nginx), `10/Mar/2026:10:00:05 +0100` (Apache): with a
 * zone where the line has one.
 */
const MOMENT =
  /(?:(?<year>\d{4})[-/](?<month>\d\d)[-/](?<day>\d\d)[T ]|(?<day2>\d\d)\/(?<name>[A-Z][a-z]{2})\/(?<year2>\d{4}):|(?<![\d:]))(?<time>(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d{1,9})?)(?![\d:])(?: ?(?<zone>Z\b|[+-]\d\d:?\d\d\b))?/u;
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
/** Seconds: what is logged happens about so long around; the log may round. */
const SLACK = 1;
const SECOND = 1e9;

/** What a line of a log is about. */
interface FoundByLogLine {
  readonly filter: string;
  /** Of the connections that the filter finds, the one that begins or ends nearest to the moment of the line. */
  readonly connection: number;
  /**
   * The end of that moment, in nanoseconds of the table's time column: what was logged stood at the last segment
   * before. null: the line tells none, or nothing is found with it.
   */
  readonly until: number | null;
}

/**
 * Finds what a line of a log is about: its addresses that the capture holds, and its time by the clock. The line may be
 * wrong about the time, so it counts only where something is found with it. null: the capture holds none of its
 * addresses.
 */
export function findByLogLine(
  line: string,
  { connections }: Pick<OpenedCapture, "connections">,
  ground: FilterGround,
): FoundByLogLine | null {
  const ends = [...line.matchAll(ENDS)].flatMap(({ groups = {} }) => {
    const address = groups["v4"] ?? groups["v6"] ?? groups["bare"];
    const port = groups["port4"] ?? groups["port6"];
    if (address === undefined) return [];
    // As 2026:10:00:05, the end of a date and a time.
    if (groups["bare"] !== undefined && !address.includes("::") && address.split(":").length !== 8) return [];
    const host = address.toLowerCase();
    const whole = port === undefined ? host : host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
    return [`host:${whole}`];
  });
  const hosts = [...new Set(ends)].slice(0, 2);
  if (hosts.length === 0) return null;
  const moment = momentIn(line, ground);
  for (const wish of [hosts, ...hosts.map((host) => [host])]) {
    for (const at of moment === null ? [null] : [moment, null]) {
      const filter = [...wish, ...(at === null ? [] : [at.filter])].join(" ");
      const connection = nearest(connections, filter, ground, at?.until ?? null);
      if (connection !== null) return { filter, connection, until: at?.until ?? null };
    }
  }
  return null;
}

/** The connection that begins or ends nearest to the moment; the first without one. null: the filter finds none. */
function nearest(
  connections: OpenedCapture["connections"],
  filter: string,
  ground: FilterGround,
  until: number | null,
): number | null {
  const { passes } = filterTest(parseFilter(filter), ground);
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const connection of connections) {
    if (!passes(connection)) continue;
    const { id, start, end } = connection;
    if (until === null) return id;
    const away = Math.min(Math.abs(start - until), Math.abs(end - until));
    if (best !== null && !(away < least)) continue;
    best = id;
    least = away;
  }
  return best;
}

/** The moment that a line names: where it ends, and `time:10:00:04-10:00:07` around it. null: it names none. */
function momentIn(
  line: string,
  { clock, captureStart }: FilterGround,
): { readonly filter: string; readonly until: number } | null {
  const { time, zone, ...date } = MOMENT.exec(line)?.groups ?? {};
  if (time === undefined || clock === null) return null;
  const day = clock.kind === "epoch" ? dayOf(date) : null;
  const hasZone = zone !== undefined && clock.kind === "epoch";
  const written = readClockRange(`${day === null ? "" : `${day}T`}${time}`, {
    ...clock,
    isLocal: clock.isLocal && !hasZone,
  });
  if (written === null) return null;
  const ahead = hasZone ? secondsAhead(zone) : 0;
  const [from, to] = [written.from - ahead, written.to - ahead];
  const isDated = day !== null;
  const around = `${clockText(from, clock, -SLACK, isDated)}-${clockText(to, clock, SLACK, false)}`;
  return { filter: `time:${around}`, until: captureStart + to * SECOND };
}

type Groups = Readonly<Record<string, string | undefined>>;

/** `2026-03-10`; null: the line has no date. */
function dayOf(groups: Groups): string | null {
  const [year, day] = [groups["year"] ?? groups["year2"], groups["day"] ?? groups["day2"]];
  if (year === undefined || day === undefined) return null;
  const named = MONTHS.indexOf(groups["name"] ?? "");
  const month = groups["month"] ?? `${Math.floor(named / 3) + 1}`.padStart(2, "0");
  return `${year}-${month}-${day}`;
}

/** Seconds by which the zone is ahead of UTC: `Z`, `+09:00`, `-0500`. */
function secondsAhead(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/u.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** A moment by the clock that the page shows, rounded to whole seconds in the direction of `slack` and moved by it. */
function clockText(seconds: number, clock: Clock, slack: number, isDated: boolean): string {
  const time = clock.first + BigInt(Math.round(seconds * SECOND));
  const wall = Number(time + zoneAt(time, clock)) / SECOND;
  // The clock has no finer step than a microsecond as a number of seconds.
  const near = Math.round(wall);
  const whole = Math.abs(wall - near) < 1e-6 ? near : slack < 0 ? Math.floor(wall) : Math.ceil(wall);
  return new Date((whole + slack) * 1000).toISOString().slice(isDated ? 0 : 11, 19);
}
