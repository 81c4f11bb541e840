import { delayOf } from "../../segments/witness-times.ts";
import { Shown } from "../../segments/witnessed-rows.ts";
import type { Witnesses } from "../../segments/witnesses.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { fateAt } from "../../tcp/segment-at.ts";

/** What two captures show of a connection, counted. */
export interface WitnessCounts {
  /** Segments that both hold. */
  readonly paired: number;
  readonly all: number;
  readonly lost: number;
  readonly injected: number;
  readonly doubled: number;
}

export function countWitnessed({ rows }: Witnesses, analysis: ConnectionAnalysis): WitnessCounts {
  const counts = { paired: 0, all: analysis.segments.length, lost: 0, injected: 0, doubled: 0 };
  for (let row = 0; row < counts.all; row++) {
    const shown = rows.shown[row] ?? 0;
    const isInBoth = (shown & Shown.Sent) !== 0 && (shown & Shown.Arrived) !== 0;
    if (isInBoth) counts.paired++;
    if (fateAt(analysis, row + 1) === "lost") counts.lost++;
    if ((shown & Shown.NotSent) !== 0) counts.injected++;
    if ((shown & Shown.Again) !== 0) counts.doubled++;
  }
  return counts;
}

/** By how much longer than the fastest of its direction each segment took. */
export interface ExtraDelays {
  readonly toServer: readonly ExtraDelay[];
  readonly toClient: readonly ExtraDelay[];
}

interface ExtraDelay {
  readonly row: number;
  readonly extra: number;
}

export function extraDelays(witnesses: Witnesses, { fromClient }: ConnectionAnalysis): ExtraDelays {
  const of = (isFromClient: boolean): ExtraDelay[] => {
    const delays = Array.from(fromClient, (from, row) => ({
      row,
      delay: (from === 1) === isFromClient ? delayOf(witnesses, row, isFromClient) : Number.NaN,
    })).filter(({ delay }) => !Number.isNaN(delay));
    const least = delays.reduce((lowest, { delay }) => Math.min(lowest, delay), Number.POSITIVE_INFINITY);
    return delays.map(({ row, delay }) => ({ row, extra: delay - least }));
  };
  return { toServer: of(true), toClient: of(false) };
}
