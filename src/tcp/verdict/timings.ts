import type { RowClock } from "../notes/row-clock.ts";
import type { Position } from "../position.ts";
import type { Timing } from "../verdict.ts";
import type { ClosingMarks } from "./closing-marks.ts";

/** First FIN to the acknowledgment that ends the close; null unless both FINs were acknowledged. */
export function closeTiming({ client, server, first }: ClosingMarks, clock: RowClock): Timing | null {
  if (client === null || server === null || first === null) return null;
  if (client.acknowledgedAt === null || server.acknowledgedAt === null) return null;
  const from = (first === "client" ? client : server).position;
  return timing(clock, from, Math.max(client.acknowledgedAt, server.acknowledgedAt));
}

/** The time from one segment to another; null if one is missing, or nothing can be measured between them. */
export function timing(clock: RowClock, from: Position | null, to: Position | null): Timing | null {
  if (from === null || to === null || from >= to) return null;
  const duration = clock(from, to);
  return duration === null ? null : { from, to, duration };
}
