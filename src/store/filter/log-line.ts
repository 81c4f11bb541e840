import type { OpenedCapture } from "../opened-capture.ts";
import { type FilterGround, filterTest } from "./filter-test.ts";
import { parseFilter } from "./parse-filter.ts";

/** `192.168.1.37:40159`, `192.168.1.37.40159`, `192.168.1.37#53`, `[2001:db8::1]:443`, `2001:db8::1`. */
const ENDS =
  /(?<![\d.])(?<v4>\d{1,3}(?:\.\d{1,3}){3})(?:[:.#](?<port4>\d{1,5}))?(?![\d.])|\[(?<v6>[0-9a-f:]{3,39})\]:(?<port6>\d{1,5})|(?<![\w:])(?<bare>(?=[0-9a-f]*:[0-9a-f:]*:[0-9a-f]*(?:::|:))[0-9a-f:]{3,39}|[0-9a-f:]{2,37}::[0-9a-f:]{0,30})(?![\w:])/giu;
/** `10:00:05.3`, `2026-03-10T10:00:05`. */
const MOMENT =
  /(?:(?<date>\d{4}-\d\d-\d\d)[T ])?(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d):(?<second>[0-5]\d)(?![\d:])/u;
const DAY = 86_400;
/** What is logged happens about a second around; the log may round. */
const SLACK = 1;

/**
 * The filter that finds what a line of a log is about: its addresses that the capture holds, and its time by the clock.
 * The line may be wrong about the time, so it counts only where something is found with it. null: the capture holds
 * none of its addresses.
 */
export function filterOfLogLine(
  line: string,
  { connections }: Pick<OpenedCapture, "connections">,
  ground: FilterGround,
): { readonly filter: string; readonly first: number } | null {
  const ends = [...line.matchAll(ENDS)].flatMap(({ groups = {} }) => {
    const address = groups["v4"] ?? groups["v6"] ?? groups["bare"];
    const port = groups["port4"] ?? groups["port6"];
    if (address === undefined) return [];
    const host = address.toLowerCase();
    const whole = port === undefined ? host : host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
    return [`host:${whole}`];
  });
  const hosts = [...new Set(ends)].slice(0, 2);
  const time = timeAround(line);
  const wishes = [
    ...(time === null ? [] : [[...hosts, time]]),
    hosts,
    ...hosts.flatMap((host) => [...(time === null ? [] : [[host, time]]), [host]]),
  ];
  for (const wish of hosts.length === 0 ? [] : wishes) {
    const filter = wish.join(" ");
    const { passes } = filterTest(parseFilter(filter), ground);
    for (const connection of connections) if (passes(connection)) return { filter, first: connection.id };
  }
  return null;
}

/** `time:10:00:04-10:00:06` around the moment that a line names; null: it names none. */
function timeAround(line: string): string | null {
  const { date, hour, minute, second } = MOMENT.exec(line)?.groups ?? {};
  if (hour === undefined) return null;
  const moment = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const from = clockOf(Math.max(0, moment - SLACK));
  const to = clockOf(Math.min(DAY - 1, moment + SLACK + 1));
  return `time:${date === undefined ? "" : `${date}T`}${from}-${to}`;
}

function clockOf(ofDay: number): string {
  const parts = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60];
  return parts.map((part) => `${part}`.padStart(2, "0")).join(":");
}
