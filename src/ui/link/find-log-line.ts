import { groundOf } from "../../store/connection-list.ts";
import { filterOfLogLine } from "../../store/filter/log-line.ts";
import type { SynfinState } from "../../store/synfin-state.ts";
import type { Messages } from "../messages/en.ts";
import { mayBeCapture, openPasted } from "./open-pasted.ts";

/** Shows what a pasted line of a log is about; a line about nothing that is open may be a link, or a capture. */
export function findLogLine(state: SynfinState, messages: Messages, line: string): void {
  const { capture, filterWords, times } = state;
  if (capture.kind !== "ready") return;
  const ground = groundOf(capture.value, filterWords, times, () => null);
  const found = filterOfLogLine(line, capture.value, ground);
  if (found !== null) {
    state.filterBy(found.filter);
    state.selectConnection(found.first);
  } else if (mayBeCapture(line)) openPasted(state, messages, line);
}
