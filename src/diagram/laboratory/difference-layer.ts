import { bisectRight } from "d3";
import type { Position } from "../../tcp/position.ts";
import type { Side, TcpState } from "../../tcp/state.ts";
import type { LayerPlace, Mark, SequenceLayer } from "../sequence/layer.ts";
import { departureOf, topOf } from "../sequence/placed-rows.ts";
import { phaseOf } from "../state-graph/nodes.ts";
import { heightAt } from "./time-heights.ts";

/** What differs from another run. Times are nanoseconds as in the column of the segments. */
export interface DrawnDifference {
  /** By position: whether the other run has the segment, and when it left there. */
  readonly rows: readonly { readonly change: "same" | "moved" | "new"; readonly wasAt: number | null }[];
  /** Segments that only the other run has, in order. */
  readonly gone: readonly GhostSegment[];
  /** The states of the other run. */
  readonly before: Readonly<Record<Side, readonly PastSpan[]>>;
}

interface GhostSegment {
  readonly text: string;
  readonly fromClient: boolean;
  readonly at: number;
  readonly hasArrived: boolean;
}

interface PastSpan {
  readonly state: TcpState;
  readonly from: number;
  readonly until: number;
}

/** Words of what differs in a row. */
export interface DifferenceWords {
  readonly isNew: string;
  readonly moved: (by: number) => string;
  readonly gone: (segment: string) => string;
}

/** Height of a segment that is gone, and where in it its arrow is; CSS pixels. */
const GHOST = 18;
const GHOST_LINE = 12;
const GHOST_SLANT = 3;
const RAIL = 9;
/** The bar of a new row, and the leader of one that has moved, stand beside the left edge. */
const BAR_X = 2;
const LEADER_X = 7;
/** Segments that leave within so short a time are drawn as if they had not moved; nanoseconds. */
const STILL = 1e6;

/**
 * Draws a run beside the one before: what is new has a bar in the margin, what has moved a leader from where it was,
 * what is gone an outline between the rows, and the states that there were stand on a narrow rail beside the bands.
 */
export function differenceLayer(
  name: string,
  times: Float64Array,
  difference: DrawnDifference,
  words: DifferenceWords,
): SequenceLayer {
  const ghosts = ghostsByRow(times, difference.gone);
  const last = times.length;
  const at = (position: Position): readonly GhostSegment[] => ghosts.get(position) ?? [];
  const rails = SIDES.map((side) => ({ side, width: RAIL, head: "" }));
  return {
    name,
    rails,
    roomOfRow: (position) => {
      const above = at(position).length * GHOST;
      const below = position === last ? at(last + 1).length * GHOST : 0;
      return above + below > 0 ? { above, below } : null;
    },
    lookAt: (position) => difference.rows[position - 1]?.change ?? null,
    wordsAt: (position) => {
      const row = difference.rows[position - 1];
      const moved = row?.change === "moved" ? (times[position - 1] ?? 0) - (row.wasAt ?? 0) : 0;
      return [
        ...at(position).map(({ text }) => words.gone(text)),
        ...(row?.change === "new" ? [words.isNew] : []),
        ...(Math.abs(moved) >= STILL ? [words.moved(moved)] : []),
        ...(position === last ? at(last + 1).map(({ text }) => words.gone(text)) : []),
      ];
    },
    marks: (place) => [
      ...SIDES.flatMap((side) => railMarks(place, side, difference.before[side])),
      ...rowsIn(place).flatMap((position) => ghostMarks(place, place.above(position).top, at(position))),
      ...(place.last === last ? ghostMarks(place, place.below(last).top, at(last + 1)) : []),
      ...rowsIn(place).flatMap((position) => changeMarks(place, position, difference.rows)),
    ],
  };
}

const SIDES = ["client", "server"] as const;

/** The row before which each segment stands that is gone; one more than there are stands for the end. */
function ghostsByRow(times: Float64Array, gone: readonly GhostSegment[]): Map<Position, GhostSegment[]> {
  const rows = new Map<Position, GhostSegment[]>();
  for (const ghost of gone) {
    const position = bisectRight(times, ghost.at) + 1;
    rows.set(position, [...(rows.get(position) ?? []), ghost]);
  }
  return rows;
}

function rowsIn({ first, last }: LayerPlace): Position[] {
  return Array.from({ length: first === 0 ? 0 : last - first + 1 }, (_, index) => first + index);
}

function ghostMarks({ layout }: LayerPlace, top: number, ghosts: readonly GhostSegment[]): Mark[] {
  const { clientX, serverX } = layout.metrics;
  if (layout.zoom.isBare) return [];
  return ghosts.flatMap(({ text, fromClient, hasArrived }, index): Mark[] => {
    const y = top + index * GHOST + GHOST_LINE;
    const [from, to] = fromClient ? [clientX, serverX] : [serverX, clientX];
    const reach = hasArrived ? to : from + (to - from) * 0.7;
    const back = fromClient ? -6 : 6;
    const head = `M${reach + back} ${y + GHOST_SLANT - 3}L${reach} ${y + GHOST_SLANT}L${reach + back} ${y + GHOST_SLANT + 3}`;
    const middle = (clientX + serverX) / 2;
    return [
      { kind: "path", d: `M${from} ${y}L${reach} ${y + GHOST_SLANT}${head}`, look: "ghost" },
      { kind: "text", x: middle, y: y - 2, text, anchor: "middle", look: "ghost-words" },
    ];
  });
}

function changeMarks({ layout }: LayerPlace, position: Position, rows: DrawnDifference["rows"]): Mark[] {
  const row = rows[position - 1];
  const top = topOf(layout, position);
  const bottom = topOf(layout, position + 1);
  if (row?.change === "new") {
    const from = top + (layout.gaps[position - 1] ?? 0);
    return [{ kind: "path", d: `M${BAR_X} ${from + 2}V${bottom - 2}`, look: "new-bar" }];
  }
  if (row?.change !== "moved" || row.wasAt === null || isShiftedAsBefore(layout, position, rows)) return [];
  const now = departureOf(layout, position);
  const then = heightAt(layout, row.wasAt);
  if (Math.abs(now - then) < 2) return [];
  return [{ kind: "path", d: `M${LEADER_X + 5} ${then}H${LEADER_X}V${now}H${LEADER_X + 5}`, look: "moved" }];
}

/** Whether the segment has moved as far as the one before it that was there: one leader tells of both. */
function isShiftedAsBefore(
  { analysis }: LayerPlace["layout"],
  position: Position,
  rows: DrawnDifference["rows"],
): boolean {
  const { time } = analysis.segments;
  const shift = (at: number): number => (time[at] ?? 0) - (rows[at]?.wasAt ?? Number.NaN);
  const before = rows.findLastIndex((row, at) => at < position - 1 && row.wasAt !== null);
  return before >= 0 && Math.abs(shift(position - 1) - shift(before)) < STILL;
}

function railMarks(place: LayerPlace, side: Side, spans: readonly PastSpan[]): Mark[] {
  const rail = place.rail(side);
  if (rail === null || place.first === 0) return [];
  const { layout } = place;
  const [top, bottom] = [topOf(layout, place.first), topOf(layout, place.last + 1)];
  const x = rail.left + rail.width / 2;
  return spans.flatMap(({ state, from, until }, index): Mark[] => {
    const isLast = index === spans.length - 1;
    const start = Math.max(top, index === 0 ? top : heightAt(layout, from));
    const end = Math.min(bottom, isLast ? bottom : heightAt(layout, until));
    return end > start ? [{ kind: "path", d: `M${x} ${start}V${end}`, look: `was ${phaseOf(state)}` }] : [];
  });
}
