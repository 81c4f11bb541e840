import { bisectRight } from "d3";
import { allSteps, type Steps } from "../../base/turns.ts";
import { type ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { fateAt, senderAt } from "../../tcp/segment-at.ts";
import { arrangeRow, heightAboveArrow, heightBelowArrow, type Room } from "./arrange-row.ts";
import { bracketsOf, type Brackets } from "./brackets.ts";
import { endOfCourse } from "./course.ts";
import { heldArrows, heldLanes } from "./held-arrows.ts";
import { landings } from "./landings.ts";
import { GUTTER, LABEL_GAP, LANE, type Metrics, ROW_PAD, TAIL_LINE, TAIL_ROW } from "./metrics.ts";
import { NO_ROOM, type PlacedRows, type RoomOfRow, type RowRoom } from "./placed-rows.ts";
import { Route, routes, straightArrowsThrough } from "./routes.ts";
import { notesAt } from "./row-notes.ts";
import type { SequenceWords } from "./sequence-words.ts";
import type { Span, SpanIndex } from "./span-index.ts";
import { heightOfGap, proportionalScale, type TimeScale } from "./time-scale.ts";
import { USUAL_ZOOM, type Zoom, zoomMetrics } from "./zoom.ts";

/** Where everything of a diagram stands. */
export interface SequenceLayout extends PlacedRows {
  readonly words: SequenceWords;
  readonly scale: TimeScale;
  readonly room: Room;
  /** One of {@link Route} a segment; index = position - 1. */
  readonly route: Uint8Array;
  readonly brackets: Brackets;
  readonly held: SpanIndex<Span>;
  /** Where beside the receiver's lifeline each held arrow waits. */
  readonly heldLanes: Uint8Array;
  /** Top of the first thing after the last segment; the epilogue's events are {@link TAIL_ROW} high each. */
  readonly tailTop: number;
  readonly height: number;
}

/** Room for the first state's name and its call. */
export const HEAD = 34;
const FOOT = 40;
/** For the first lane of held arrows, and for each farther one. */
const LANE_ROOM = 4;

/** Rows that are placed in one step: some milliseconds where all of them have notes. */
const A_STEP = 1000;

/** Places all rows in one pass over the segments. The result does not depend on what is in view. */
export function layOut(...wish: Parameters<typeof layOutInSteps>): SequenceLayout {
  return allSteps(layOutInSteps(...wish));
}

/** As {@link layOut}, in steps of some milliseconds; of a million rows some take longer. */
export function* layOutInSteps(
  analysis: ConnectionAnalysis,
  words: SequenceWords,
  usualMetrics: Metrics,
  scale: TimeScale,
  zoom: Zoom = USUAL_ZOOM,
  roomOfRow: RoomOfRow | null = null,
): Steps<SequenceLayout> {
  const metrics = zoomMetrics(usualMetrics, zoom);
  const { segments } = analysis;
  const { length } = segments;
  const route = routes(analysis);
  yield;
  const brackets = bracketsOf(analysis);
  yield;
  const lanes = heldLanes(analysis, route);
  const room = roomBetween(analysis, metrics, lanes, route, brackets);
  const landed = landings(analysis);
  yield;
  const tops = new Float64Array(length + 1);
  const gaps = new Float32Array(length);
  const leads = new Float32Array(length);
  const plainLead = zoom.isBare ? zoom.pad : ROW_PAD + metrics.labelLine + LABEL_GAP;
  const plainFoot = zoom.isBare ? zoom.pad : ROW_PAD;
  const duration = (segments.time[length - 1] ?? NaN) - (segments.time[0] ?? NaN);
  const perNanosecond = proportionalScale(duration, length, plainLead + metrics.slant + plainFoot);
  const rooms =
    roomOfRow === null || zoom.isBare
      ? null
      : { above: new Float32Array(length), below: new Float32Array(length), fall: new Float32Array(length) };
  const hasNotes = rowsWithNotes(analysis, words);
  yield;
  let top = HEAD;
  for (let index = 0; index < length; index++) {
    const position = index + 1;
    tops[index] = top;
    const since = index === 0 ? NaN : (segments.time[index] ?? NaN) - (segments.time[index - 1] ?? NaN);
    const { above, below, fall } = roomIn(position);
    const gap = heightOfGap(scale, since, perNanosecond) + above;
    let lead = plainLead;
    let foot = plainFoot;
    if (hasNotes[index] && !zoom.isBare) {
      const arrangement = arrange(position);
      lead = heightAboveArrow(arrangement, metrics);
      foot = heightBelowArrow(arrangement, metrics);
    }
    gaps[index] = gap;
    leads[index] = gap + lead;
    top += gap + lead + metrics.slant + fall + (landed.spread[index] ?? 0) + foot + below;
    if (position % A_STEP === 0) yield;
  }
  tops[length] = top;
  const rows = { analysis, metrics, zoom, tops, gaps, rooms, leads, landings: landed, origin: 0 };
  // Several moves within the last row each take a slice; nothing that comes after it may stand between them.
  const tailTop = Math.max(top, endOfCourse(rows) - (analysis.epilogue.length > 0 ? TAIL_LINE : FOOT));
  yield;
  const height = tailTop + analysis.epilogue.length * TAIL_ROW + FOOT;
  return {
    ...rows,
    words,
    scale,
    room,
    route,
    brackets,
    held: heldArrows(analysis, route, landed),
    heldLanes: lanes,
    tailTop,
    height,
  };

  function roomIn(position: Position): RowRoom {
    if (rooms === null) return NO_ROOM;
    const taken = { ...NO_ROOM, ...roomOfRow?.(position, metrics) };
    rooms.above[position - 1] = taken.above;
    rooms.below[position - 1] = taken.below;
    rooms.fall[position - 1] = taken.fall;
    return taken;
  }

  function arrange(position: Position) {
    return arrangementAt({ analysis, words, metrics, room, route }, position);
  }
}

/** Which words stand where in the row. */
export function arrangementAt(
  {
    analysis,
    words,
    metrics,
    room,
    route,
  }: Pick<SequenceLayout, "analysis" | "words" | "metrics" | "room" | "route">,
  position: Position,
) {
  const parts = words.label(position);
  const labelLength = [parts.flags, parts.sequence, parts.acknowledgment, parts.payload, parts.window]
    .filter((part) => part !== null)
    .join(" ").length;
  return arrangeRow(
    {
      notes: notesAt(analysis, position, words),
      sender: senderAt(analysis, position),
      labelLength,
      isCrossed: straightArrowsThrough(route, analysis.arrivesAt, position).length > 0,
    },
    metrics,
    room,
  );
}

/** The call that made the server listen before the first segment; null if nothing shows that it listened. */
export function listenNote({
  analysis,
  words,
  room,
  origin,
}: SequenceLayout): { text: string; x: number; y: number } | null {
  const text = analysis.initial.server.state === "LISTEN" ? words.call("listen") : null;
  return text === null ? null : { text, x: room.right, y: HEAD / 2 - origin };
}

/** The position of the row at height `y` of the whole drawing, within 1 and the last one; 0 for an empty connection. */
export function positionAt({ tops }: SequenceLayout, y: number): Position {
  const length = tops.length - 1;
  return Math.min(length, Math.max(Math.min(1, length), bisectRight(tops, y, 0, length)));
}

function rowsWithNotes(analysis: ConnectionAnalysis, words: SequenceWords): Uint8Array {
  const { moves, annotations, segments } = analysis;
  const marked = new Uint8Array(segments.length);
  for (const { position } of moves) marked[position - 1] = 1;
  for (const { position } of annotations) marked[position - 1] = 1;
  for (let index = 0; index < marked.length; index++) {
    const fate = fateAt(analysis, index + 1);
    if (words.fate(fate) !== null) marked[index] = 1;
  }
  return marked;
}

function roomBetween(
  { fromClient }: ConnectionAnalysis,
  { clientX, serverX }: Metrics,
  heldLane: Uint8Array,
  route: Uint8Array,
  brackets: Brackets,
): Room {
  const held = { client: 0, server: 0 };
  for (let index = 0; index < route.length; index++) {
    if (route[index] !== Route.Held) continue;
    const side = fromClient[index] ? "server" : "client";
    held[side] = Math.max(held[side], LANE_ROOM + (heldLane[index] ?? 0) * LANE);
  }
  const gutter = (side: "client" | "server"): number =>
    GUTTER + Math.max(held[side], brackets.lanes[side] * 5);
  return { left: clientX + gutter("client"), right: serverX - gutter("server") };
}
