import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { senderAt } from "../../tcp/segment-at.ts";
import type { Side } from "../../tcp/state.ts";
import { isCopy } from "./row-notes.ts";
import { SpanIndex } from "./span-index.ts";

/** Ties a retransmission to the copy before it. */
export interface Bracket {
  readonly from: Position;
  readonly to: Position;
  readonly side: Side;
  /** 0 is nearest to the lifeline; brackets that overlap lie in different lanes. */
  readonly lane: number;
}

export interface Brackets {
  readonly spans: SpanIndex<Bracket>;
  /** How many lanes there are beside each lifeline. */
  readonly lanes: Readonly<Record<Side, number>>;
}

const MOST_LANES = 3;

/** The brackets of all retransmissions whose earlier copy is in the capture. */
export function bracketsOf(analysis: ConnectionAnalysis): Brackets {
  const spans: Bracket[] = [];
  const ends: Record<Side, number[]> = { client: [], server: [] };
  let last = 0;
  for (const annotation of analysis.annotations) {
    const { position, refersTo } = annotation;
    if (refersTo === null || !isCopy(annotation) || position === last) continue;
    last = position;
    const side = senderAt(analysis, position);
    spans.push({ from: refersTo, to: position, side, lane: laneFor(ends[side], refersTo, position) });
  }
  return { spans: new SpanIndex(spans), lanes: { client: ends.client.length, server: ends.server.length } };
}

/** The first lane that is free again before `from`; the last lane takes what finds none. */
function laneFor(ends: number[], from: Position, to: Position): number {
  const free = ends.findIndex((end) => end <= from);
  const lane = free >= 0 ? free : Math.min(ends.length, MOST_LANES - 1);
  ends[lane] = Math.max(ends[lane] ?? 0, to);
  return lane;
}
