import { bisect } from "../../base/bisect.ts";
import { FIN, RST, SYN } from "../../segments/flags.ts";
import { type ConnectionAnalysis, FATES } from "../../tcp/analysis.ts";
import type { SequenceLayout } from "../sequence/layout.ts";

/** Bits for what gets a mark of its own in a bin. */
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

/** The part of a layout that a strip needs. */
export type StripLayout = Pick<SequenceLayout, "tops" | "leads" | "height"> & {
  readonly analysis: Pick<ConnectionAnalysis, "segments" | "fromClient" | "fate">;
};

/** Those that the diagram crosses out. */
const LOST: Uint8Array = Uint8Array.from(FATES, (fate) =>
  fate === "lost" || fate === "lost-or-ignored" || fate === "doubtful" ? StripMark.Lost : 0,
);

const MARKED = SYN | FIN | RST;

/**
 * Counts the segments that leave in each of `bins` parts (at least 1). The rows of a part are consecutive, so its end
 * is found by bisection and its rows are counted.
 */
export function binStrip(layout: StripLayout, bins: number): StripBins {
  const { segments, fromClient, fate } = layout.analysis;
  const { flags, length } = segments;
  const client = emptySide(bins);
  const server = emptySide(bins);
  let most = 0;
  let row = 0;
  for (let bin = 0; bin < bins && row < length; bin++) {
    const start = row;
    const end = bin === bins - 1 ? length : firstRowBelow(layout, ((bin + 1) / bins) * layout.height, row);
    let sentByClient = 0;
    for (; row < end; row++) {
      const isFromClient = fromClient[row] ?? 0;
      sentByClient += isFromClient;
      const special = ((flags[row] ?? 0) & MARKED) | (LOST[fate[row] ?? 0] ?? 0);
      if (special === 0) continue;
      const { marks } = isFromClient ? client : server;
      marks[bin] = (marks[bin] ?? 0) | markOf(flags[row] ?? 0) | (LOST[fate[row] ?? 0] ?? 0);
    }
    client.count[bin] = sentByClient;
    server.count[bin] = end - start - sentByClient;
    most = Math.max(most, sentByClient, end - start - sentByClient);
  }
  return { client, server, most };
}

/** The first row from `from` on that leaves at `height` or below it. */
function firstRowBelow({ tops, leads, analysis }: StripLayout, height: number, from: number): number {
  return bisect(from, analysis.segments.length, (row) => tops[row] + leads[row] < height);
}

function emptySide(bins: number): StripSide {
  return { count: new Uint32Array(bins), marks: new Uint8Array(bins) };
}

function markOf(flags: number): number {
  if (flags & RST) return StripMark.Rst;
  if (flags & SYN) return StripMark.Syn;
  return flags & FIN ? StripMark.Fin : 0;
}
