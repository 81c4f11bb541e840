import { groundOf } from "../../store/connection-list.ts";
import { findByLogLine } from "../../store/filter/log-line.ts";
import type { SynfinState } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { Messages } from "../messages/en.ts";
import { mayBeCapture, openPasted } from "./open-pasted.ts";

/** Shows what a pasted line of a log is about, at the moment that it names; a line about nothing that is open may be a link, or a capture. */
export function findLogLine(state: SynfinState, messages: Messages, line: string): void {
  const { capture, filterWords, times } = state;
  if (capture.kind !== "ready") return;
  const ground = groundOf(capture.value, filterWords, times, () => null);
  const found = findByLogLine(line, capture.value, ground);
  if (found !== null) {
    state.filterBy(found.filter);
    const { connection, until } = found;
    state.selectConnection(connection, until === null ? undefined : (analysis) => lastUntil(analysis, until));
  } else if (mayBeCapture(line)) openPasted(state, messages, line);
}

/** The last segment that was captured before a moment; the first where none was. @param until as the table's times */
function lastUntil({ segments: { time } }: ConnectionAnalysis, until: number): Position {
  return Math.max(1, time.findLastIndex((at) => at < until) + 1);
}
