import { readFileSync } from "node:fs";
import { capturePath } from "./test.ts";

type Side = "client" | "server";

/** The states of both ends after a segment. */
export interface EndStates {
  readonly client: string;
  readonly server: string;
}

interface Change {
  readonly time: number;
  readonly host: Side;
  readonly to: string;
}

/** A segment as one host's capture has it. */
interface Seen {
  readonly time: number;
  readonly host: Side;
  readonly isReceived: boolean;
  /** All that its line says: the same at both hosts. */
  readonly segment: string;
}

// 0.005694    KERNEL server: LISTEN -> SYN-RECEIVED   (timer_start(reqsk_timer_handler))
const CHANGE = /^\s*(?<time>[\d.]+)\s+KERNEL (?<host>client|server): \S+ -> (?<to>\S+)/u;
// 0.005700   server #2    10.77.1.2.8080 > 10.77.1.1.40001 [S.] seq 537483574 ack 2059440312 win 65160 len 0
const SEEN = /^\s*(?<time>[\d.]+)\s+(?<host>client|server) #\d+\s+(?<segment>(?<sender>\S+) > .*)$/u;

/** Within this many seconds of a segment's arrival the kernel has changed its state by it. */
const REACTION = 0.0001;

/**
 * The states that the kernels of both hosts were in after each row of the capture made at `host`. Read from
 * `captures/NAME.timeline.txt`, which has what both kernels and both captures recorded, on one clock. A change belongs to
 * the segment that arrived just before it, or the RST just sent, else to the next segment that the host sent: nothing
 * shows it earlier. What came before the host's first segment, as LISTEN, was there from the start.
 */
export function statesByRow(capture: string, host: Side): EndStates[] {
  const lines = readFileSync(capturePath(`${capture}.timeline.txt`), "utf8").split("\n");
  const seen = readSeen(lines);
  const rowOf = rowsOf(seen, host);
  const changes = lines.flatMap(readChange).map((change) => {
    const shownBy = segmentThatShows(change, seen);
    return { host: change.host, to: change.to, row: shownBy === null ? 0 : (rowOf.get(shownBy) ?? Infinity) };
  });
  const stateAt = (end: Side, row: number): string =>
    changes.findLast((change) => change.host === end && change.row <= row)?.to ?? "CLOSED";
  const rows = seen.filter((one) => one.host === host);
  return rows.map((_, index) => ({
    client: stateAt("client", index + 1),
    server: stateAt("server", index + 1),
  }));
}

/**
 * The row of the capture made at `host` by which each event of either host is known. What arrives at the other end is
 * known by its own row, or by that of the last segment which that end had sent before it arrived.
 */
function rowsOf(seen: readonly Seen[], host: Side): Map<Seen, number> {
  const rowOf = new Map(seen.filter((one) => one.host === host).map((one, index) => [one, index + 1]));
  const pairs = journeys(seen);
  for (const [received, sent] of pairs) {
    const row = rowOf.get(received);
    if (row !== undefined) rowOf.set(sent, row);
  }
  for (const [received, sent] of pairs) {
    const row = rowOf.get(sent);
    if (row === undefined || received.host === host) continue;
    const own = seen.filter(
      (one) => one.host === received.host && !one.isReceived && one.time < received.time,
    );
    rowOf.set(received, Math.max(row, ...own.map((one) => rowOf.get(one) ?? 0)));
  }
  return rowOf;
}

function readSeen(lines: readonly string[]): Seen[] {
  const found = lines.flatMap((line) => {
    const { time, host, segment, sender } = SEEN.exec(line)?.groups ?? {};
    return time && segment ? [{ time: Number(time), host: sideOf(host), segment, sender }] : [];
  });
  // The client speaks first.
  const client = found.find(({ host }) => host === "client")?.sender;
  return found.map(({ time, host, segment, sender }) => ({
    time,
    host,
    segment,
    isReceived: (sender === client) !== (host === "client"),
  }));
}

function readChange(line: string): Change[] {
  const { time, host, to } = CHANGE.exec(line)?.groups ?? {};
  return time && to ? [{ time: Number(time), host: sideOf(host), to }] : [];
}

function sideOf(host: string | undefined): Side {
  return host === "client" ? "client" : "server";
}

/** What arrived and what was sent: each arrival is that of the last copy that had not arrived yet. */
function journeys(seen: readonly Seen[]): [received: Seen, sent: Seen][] {
  const arrived = new Set<Seen>();
  return seen.flatMap((received) => {
    if (!received.isReceived) return [];
    const sent = seen.findLast(
      (one) =>
        !one.isReceived && one.segment === received.segment && one.time < received.time && !arrived.has(one),
    );
    if (sent === undefined) return [];
    arrived.add(sent);
    return [[received, sent]];
  });
}

/** null: it was so from the start. */
function segmentThatShows({ time, host, to }: Change, seen: readonly Seen[]): Seen | null {
  if (to === "LISTEN" && !seen.some((one) => one.host === host && one.time < time)) return null;
  const cause = seen.findLast(
    (one) =>
      one.host === host &&
      (one.isReceived || one.segment.includes("[R")) &&
      one.time <= time &&
      time - one.time < REACTION,
  );
  return cause ?? seen.find((one) => one.host === host && !one.isReceived && one.time >= time) ?? null;
}
