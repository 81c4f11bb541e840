import { ACK, SYN } from "../segments/flags.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { lastStateOf, statePath } from "../tcp/states.ts";
import type { Verdict } from "../tcp/verdict.ts";
import { zeroWindowTime } from "../tcp/verdict/zero-window-time.ts";
import type { ConnectionSummary, ListedVerdict } from "./analyser.ts";

/** The most ticks of a fingerprint; a longer exchange shows its beginning and its end. */
const TICKS = 24;

/** One line of the list, from the full analysis. */
export function summarise(
  analysis: ConnectionAnalysis,
): ConnectionSummary & { readonly verdict: ListedVerdict & Verdict } {
  const { connection, segments, verdict } = analysis;
  return {
    id: connection.id,
    client: connection.client,
    server: connection.server,
    roleBasis: connection.roleBasis,
    segments: segments.length,
    ...lifetimeOf(segments.length, (row) => segments.time[row] ?? Number.NaN),
    verdict: { ...verdict, zeroWindow: zeroWindowTime(analysis) },
    states: [...new Set([...statePath(analysis, "client"), ...statePath(analysis, "server")])],
    lastStates: { client: lastStateOf(analysis, "client"), server: lastStateOf(analysis, "server") },
    syns: synsOf(analysis),
    notes: [...new Set(analysis.annotations.map(({ kind }) => kind))],
    flags: segments.flags.subarray(0, segments.length).reduce((seen, flags) => seen | flags, 0),
    fingerprint: shownRows(segments.length).map((row) => ({
      flags: segments.flags[row] ?? 0,
      fromClient: analysis.fromClient[row] === 1,
      hasData: (segments.payloadLength[row] ?? 0) > 0,
    })),
  };
}

/** How many SYNs without ACK the client sent. */
function synsOf({ segments, fromClient }: ConnectionAnalysis): number {
  let count = 0;
  for (let row = 0; row < segments.length; row++) {
    if (fromClient[row] === 1 && ((segments.flags[row] ?? 0) & (SYN | ACK)) === SYN) count++;
  }
  return count;
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

function shownRows(length: number): number[] {
  const count = Math.min(length, TICKS);
  const head = Math.ceil(count / 2);
  return Array.from({ length: count }, (_, tick) => (tick < head ? tick : length - count + tick));
}
