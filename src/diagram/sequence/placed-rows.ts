import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { Landings } from "./landings.ts";
import type { Metrics } from "./metrics.ts";
import type { Zoom } from "./zoom.ts";

/** Where every row stands. All per-row columns have index = position - 1; all heights are pixels. */
export interface PlacedRows {
  readonly analysis: ConnectionAnalysis;
  readonly metrics: Metrics;
  readonly zoom: Zoom;
  /** Top of each row, with the silence before it; one more for the end of the last row. */
  readonly tops: Float64Array;
  /** Height of the silence at the top of each row. */
  readonly gaps: Float32Array;
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

/** Where the segment lands; null if it never does. */
export function landingOf(layout: PlacedRows, position: Position): number | null {
  const arrival = layout.analysis.arrivesAt[position - 1] ?? 0;
  if (arrival === 0) return null;
  return departureOf(layout, arrival) + layout.metrics.slant + (layout.landings.offset[position - 1] ?? 0);
}
