import { FIN, RST, SYN } from "../../segments/flags.ts";
import { type ConnectionAnalysis, FATES } from "../../tcp/analysis.ts";
import type { SequenceLayout } from "../sequence/layout.ts";

/** What a bin holds that is worth a mark of its own: bits. */
export const StripMark = { Syn: 1, Fin: 2, Rst: 4, Lost: 8 } as const;

/** One end's segments in each bin. */
export interface StripSide {
  readonly count: Uint32Array;
  /** Bits of {@link StripMark}. */
  readonly marks: Uint8Array;
}

/** The whole connection cut into equal parts of the drawing's height, from above. */
export interface StripBins {
  readonly client: StripSide;
  readonly server: StripSide;
  /** The largest count of either end; 0 for an empty connection. */
  readonly most: number;
}

/** What of a layout a strip is made of. */
export type StripLayout = Pick<SequenceLayout, "tops" | "leads" | "height"> & {
  readonly analysis: Pick<ConnectionAnalysis, "segments" | "fromClient" | "fate">;
};

/** Those that the diagram crosses out. */
const LOST: Uint8Array = Uint8Array.from(FATES, (fate) =>
  fate === "lost" || fate === "lost-or-ignored" || fate === "doubtful" ? StripMark.Lost : 0,
);

/** Counts the segments that leave in each of `bins` parts (at least 1). One pass over the segments. */
export function binStrip({ tops, leads, height, analysis }: StripLayout, bins: number): StripBins {
  const { segments, fromClient, fate } = analysis;
  const client = emptySide(bins);
  const server = emptySide(bins);
  const perPixel = bins / height;
  let most = 0;
  for (let row = 0; row < segments.length; row++) {
    const bin = Math.min(bins - 1, Math.floor(((tops[row] ?? 0) + (leads[row] ?? 0)) * perPixel));
    const { count, marks } = fromClient[row] ? client : server;
    const counted = (count[bin] ?? 0) + 1;
    count[bin] = counted;
    if (counted > most) most = counted;
    marks[bin] = (marks[bin] ?? 0) | markOf(segments.flags[row] ?? 0) | (LOST[fate[row] ?? 0] ?? 0);
  }
  return { client, server, most };
}

function emptySide(bins: number): StripSide {
  return { count: new Uint32Array(bins), marks: new Uint8Array(bins) };
}

function markOf(flags: number): number {
  if (flags & RST) return StripMark.Rst;
  if (flags & SYN) return StripMark.Syn;
  return flags & FIN ? StripMark.Fin : 0;
}
