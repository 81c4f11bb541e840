import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { Landings } from "./landings.ts";
import type { Metrics } from "./metrics.ts";
import type { Zoom } from "./zoom.ts";

/** Pixels that a row has beside what its segment needs. */
export interface RowRoom {
  /** Above its words, below the silence before it. */
  readonly above: number;
  /** Below everything. */
  readonly below: number;
  /** By how much farther than usual its arrow falls, if it lands in its own row. */
  readonly fall: number;
}

/** The room that something needs in a row; null: none. A bare diagram is not asked. */
export type RoomOfRow = (position: Position, metrics: Metrics) => Partial<RowRoom> | null;

export const NO_ROOM: RowRoom = { above: 0, below: 0, fall: 0 };

/** The room that several need together: one below the other, and the longest fall. */
export function roomOfRows(rooms: readonly RoomOfRow[], position: Position, metrics: Metrics): RowRoom {
  let sum = NO_ROOM;
  for (const roomOfRow of rooms) {
    const room = roomOfRow(position, metrics);
    if (room === null) continue;
    const { above = 0, below = 0, fall = 0 } = room;
    sum = { above: sum.above + above, below: sum.below + below, fall: Math.max(sum.fall, fall) };
  }
  return sum;
}

/** Where every row stands. All per-row columns have index = position - 1; all heights are pixels. */
export interface PlacedRows {
  readonly analysis: ConnectionAnalysis;
  readonly metrics: Metrics;
  readonly zoom: Zoom;
  /** Top of each row, with the silence before it; one more for the end of the last row. */
  readonly tops: Float64Array;
  /** Height of the silence at the top of each row, and of the room below it. */
  readonly gaps: Float32Array;
  /** The room of each row, as {@link RowRoom} says it; null: no row has any. */
  readonly rooms: Readonly<Record<keyof RowRoom, Float32Array>> | null;
  /** From the top of a row to where its arrow leaves. */
  readonly leads: Float32Array;
  readonly landings: Landings;
  /**
   * The height from which what is drawn counts: browsers hold coordinates as 32-bit floats, too coarse for the last
   * row of a million. 0 until {@link drawView} moves it near the view; the columns above are not moved.
   */
  readonly origin: number;
}

/** Where the row starts, with the silence before it. */
export function topOf({ tops, origin }: PlacedRows, position: Position): number {
  return (tops[position - 1] ?? 0) - origin;
}

/** Where the segment leaves its sender. */
export function departureOf(layout: PlacedRows, position: Position): number {
  return topOf(layout, position) + (layout.leads[position - 1] ?? 0);
}

/** How far the arrow of a row falls, if it lands there. */
export function fallOf({ metrics, rooms }: PlacedRows, position: Position): number {
  return metrics.slant + (rooms?.fall[position - 1] ?? 0);
}

/** Where the segment lands; null if it never does. */
export function landingOf(layout: PlacedRows, position: Position): number | null {
  const arrival = layout.analysis.arrivesAt[position - 1] ?? 0;
  if (arrival === 0) return null;
  const fall = arrival === position ? fallOf(layout, position) : layout.metrics.slant;
  return departureOf(layout, arrival) + fall + (layout.landings.offset[position - 1] ?? 0);
}
