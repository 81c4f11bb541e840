import { ACK, SYN } from "../segments/flags.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { lastStateOf, statePath } from "../tcp/states.ts";
import type { ConnectionSummary } from "./analyser.ts";
import type { ConnectionKind } from "./connection-table.ts";

/** The most ticks of a fingerprint; a longer exchange shows its beginning and its end. */
const TICKS = 24;

type Tick = ConnectionSummary["fingerprint"][number];

/** What a line of the list says but for endpoints, times and octets, from the full analysis. */
export function kindOf(
  analysis: ConnectionAnalysis,
): ConnectionKind & { readonly verdict: NonNullable<ConnectionKind["verdict"]> } {
  const { connection, segments, fromClient, verdict } = analysis;
  const { outcome, startCaptured, opening, closing, firstCloser, retransmissions } = verdict;
  let syns = 0;
  const flags = new Set<number>();
  for (let row = 0; row < segments.length; row++) {
    flags.add(segments.flags[row]);
    if (fromClient[row] === 1 && (segments.flags[row] & (SYN | ACK)) === SYN) syns++;
  }
  return {
    roleBasis: connection.roleBasis,
    segments: segments.length,
    states: [...new Set([...statePath(analysis, "client"), ...statePath(analysis, "server")])],
    lastStates: { client: lastStateOf(analysis, "client"), server: lastStateOf(analysis, "server") },
    syns,
    notes: [...new Set(analysis.annotations.map(({ kind }) => kind))],
    flags: [...flags].toSorted((one, other) => one - other),
    fingerprint: fingerprintOf(analysis),
    verdict: { outcome, startCaptured, opening, closing, firstCloser, retransmissions },
  };
}

/**
 * The earliest and the latest time of the rows of a connection; NaN if none has a time. The clock of a capture may
 * step back, so these need not be the times of the first and the last row.
 */
export function lifetimeOf(
  rows: number,
  timeOf: (row: number) => number,
): Pick<ConnectionSummary, "start" | "end"> {
  let start = Number.NaN;
  let end = Number.NaN;
  for (let row = 0; row < rows; row++) {
    const time = timeOf(row);
    if (!(start <= time)) start = Number.isNaN(time) ? start : time;
    if (!(end >= time)) end = Number.isNaN(time) ? end : time;
  }
  return { start, end };
}

function fingerprintOf({ segments, fromClient }: ConnectionAnalysis): Tick[] {
  const { length } = segments;
  const count = Math.min(length, TICKS);
  const head = Math.ceil(count / 2);
  const ticks: Tick[] = [];
  for (let index = 0; index < count; index++) {
    const row = index < head ? index : length - count + index;
    ticks.push(tickOf(segments.flags[row], fromClient[row] === 1, segments.payloadLength[row] > 0));
  }
  return ticks;
}

/** One of each, because all connections consist of the same few. By {@link tickNumber}. */
const MADE_TICKS: (Tick | undefined)[] = [];

function tickOf(flags: number, fromClient: boolean, hasData: boolean): Tick {
  const tick = { flags, fromClient, hasData };
  return (MADE_TICKS[tickNumber(tick)] ??= tick);
}

/** A number that is equal for two ticks only if they are. */
export function tickNumber({ flags, fromClient, hasData }: Tick): number {
  return flags * 4 + Number(fromClient) * 2 + Number(hasData);
}
