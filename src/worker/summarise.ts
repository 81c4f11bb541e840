import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { statePath } from "../tcp/states.ts";
import type { ConnectionSummary } from "./analyser.ts";

/** How many ticks a fingerprint has at most; a longer exchange shows its beginning and its end. */
const TICKS = 24;

/** One line of the list, from the full analysis. */
export function summarise(analysis: ConnectionAnalysis): ConnectionSummary {
  const { connection, segments, verdict } = analysis;
  return {
    id: connection.id,
    client: connection.client,
    server: connection.server,
    roleBasis: connection.roleBasis,
    segments: segments.length,
    start: segments.time.subarray(0, segments.length).find((time) => !Number.isNaN(time)) ?? Number.NaN,
    verdict,
    states: [...new Set([...statePath(analysis, "client"), ...statePath(analysis, "server")])],
    notes: [...new Set(analysis.annotations.map(({ kind }) => kind))],
    fingerprint: shownRows(segments.length).map((row) => ({
      flags: segments.flags[row] ?? 0,
      fromClient: analysis.fromClient[row] === 1,
      hasData: (segments.payloadLength[row] ?? 0) > 0,
    })),
  };
}

function shownRows(length: number): number[] {
  const count = Math.min(length, TICKS);
  const head = Math.ceil(count / 2);
  return Array.from({ length: count }, (_, tick) => (tick < head ? tick : length - count + tick));
}
