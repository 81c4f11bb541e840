import { RST } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import type { ConnectionAnalysis } from "../analysis.ts";

/**
 * How long either end offered no window, so that the other one had to wait (RFC 9293 section 3.8.6.1), in
 * nanoseconds, both ends together. From the segment that closes a window to the next of that end that opens it, or to
 * the last segment of the connection. NaN where the capture has no times.
 */
export function zeroWindowTime({
  segments,
  fromClient,
  annotations,
}: Pick<ConnectionAnalysis, "segments" | "fromClient" | "annotations">): number {
  if (!annotations.some(({ kind }) => kind === "zero-window")) return 0;
  const closedSince: [number | null, number | null] = [null, null];
  let time = 0;
  for (let row = 0; row < segments.length; row++) {
    const isKnown = (segments.marks[row] & Mark.WindowUnknown) === 0;
    if (!isKnown || (segments.flags[row] & RST) !== 0) continue;
    const end = fromClient[row] === 1 ? 0 : 1;
    const now = segments.time[row];
    const since = closedSince[end];
    if (segments.window[row] === 0) closedSince[end] = since ?? now;
    else if (since !== null) {
      time += now - since;
      closedSince[end] = null;
    }
  }
  const last = segments.time[segments.length - 1];
  for (const since of closedSince) if (since !== null) time += last - since;
  return time;
}
