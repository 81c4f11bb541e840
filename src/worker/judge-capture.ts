import { analyseBeginning } from "../tcp/analyse-beginning.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis, Position } from "../tcp/analysis.ts";
import type { ConnectionTable } from "./connection-table.ts";
import { type GroupedCapture, PROGRESS_MILLISECONDS } from "./read-source.ts";
import { Summaries } from "./summaries.ts";
import { nextTurn } from "./turn.ts";

export { collectArrows } from "./collect-arrows.ts";

/** How long the analyser works before it looks whether something else is asked of it. */
const WORK_MILLISECONDS = 12;
/** Looking at the clock costs as much as a connection that is like another. */
const CONNECTIONS_A_LOOK = 16;

/** The analysis of one connection; null if there is none of that number. @param upTo as in {@link analyseBeginning} */
export function analyseOne(
  { capture: { table }, connections }: GroupedCapture,
  connection: number,
  upTo?: Position,
): ConnectionAnalysis | null {
  if (connections.at(connection) === undefined) return null;
  return upTo === undefined
    ? analyseConnection(table, connections, connection)
    : analyseBeginning(table, connections, connection, upTo);
}

/**
 * Judges one connection after the other; other requests get their turn in between. Throws the signal's reason once it
 * is aborted.
 */
export async function summariseAll(
  grouped: GroupedCapture,
  signal: AbortSignal,
  onJudged: (judged: number) => void,
): Promise<ConnectionTable> {
  const summaries = new Summaries(grouped);
  let reportAt = performance.now() + PROGRESS_MILLISECONDS;
  let workUntil = performance.now() + WORK_MILLISECONDS;
  while (summaries.length < grouped.connections.length) {
    if (summaries.length % CONNECTIONS_A_LOOK === 0 && performance.now() > workUntil) {
      await nextTurn();
      signal.throwIfAborted();
      if (performance.now() > reportAt) {
        onJudged(summaries.length);
        reportAt = performance.now() + PROGRESS_MILLISECONDS;
      }
      workUntil = performance.now() + WORK_MILLISECONDS;
    }
    summaries.takeNext();
  }
  return summaries.table();
}
