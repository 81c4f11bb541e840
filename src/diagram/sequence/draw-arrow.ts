import { type Fate } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { fateAt } from "../../tcp/segment-at.ts";
import { crossPath, headPath, linePath, neckOf, type Point } from "./arrow-path.ts";
import type { PlacedText } from "./draw-row.ts";
import { isCrowded } from "./landings.ts";
import type { SequenceLayout } from "./layout.ts";
import { LANE, NOTE_GAP } from "./metrics.ts";
import { departureOf, fallOf, landingOf } from "./placed-rows.ts";
import { Route, straightArrowsThrough } from "./routes.ts";
import { noteWidth } from "./stack-notes.ts";

/** One segment on its way. */
export interface DrawnArrow {
  readonly position: Position;
  readonly fate: Fate;
  readonly path: string;
  /** The rest of the way, when it arrives only in a later row and waits beside the receiver's lifeline. */
  readonly wait: string | null;
  /** null where the arrow does not get there. */
  readonly head: string | null;
  /** Where it was lost. */
  readonly cross: string | null;
  /** Beside the place where the arrow's fate becomes doubtful. */
  readonly doubt: { readonly x: number; readonly y: number } | null;
  /** Beside a landing in a later row: which segment it is that lands there. */
  readonly arrival: PlacedText | null;
}

const CROSS = 5;
/** Distance of the first lane of held arrows from the receiver's lifeline. */
const FIRST_LANE = 10;
/** A held arrow bends this far above its landing. */
const TURN = 5;

/** Where an arrow ends of which nothing tells whether it arrives: a question mark stands before the lifeline. */
const SHORT = 24;

function shortOf([x, y]: Point, [endX, endY]: Point): Point {
  const share = Math.max(0, 1 - SHORT / Math.abs(endX - x));
  return [x + share * (endX - x), y + share * (endY - y)];
}

/** The arrow of a segment from its sender's lifeline to where it ends. */
export function drawArrow(layout: SequenceLayout, position: Position): DrawnArrow {
  const { analysis, metrics } = layout;
  const fate = fateAt(analysis, position);
  const isFromClient = analysis.fromClient[position - 1] === 1;
  const [startX, endX] = isFromClient
    ? [metrics.clientX, metrics.serverX]
    : [metrics.serverX, metrics.clientX];
  const start: Point = [startX, departureOf(layout, position)];
  if (fate === "lost" || fate === "lost-or-ignored" || fate === "doubtful") {
    return lostArrow(position, fate, start, endX, fallOf(layout, position));
  }
  const landing: Point = [endX, landingOf(layout, position) ?? start[1] + fallOf(layout, position)];
  const isHeld = layout.route[position - 1] === Route.Held;
  const isShort = fate === "unknown" && !isHeld;
  const tip = isShort ? shortOf(start, landing) : landing;
  const knee = isHeld ? kneeOf(layout, position, start, endX) : null;
  const turn: Point | null = knee && [knee[0], Math.max(knee[1], tip[1] - TURN)];
  const before = turn ?? start;
  const isUnanswered = fate === "no-answer";
  const hasHead = !isUnanswered && fate !== "lost-or-late";
  const end = !hasHead ? tip : neckOf(before, tip);
  return {
    position,
    fate,
    path: linePath([start, knee ?? end]),
    wait: knee && turn && linePath([knee, turn, end]),
    head: hasHead ? headPath(before, tip) : null,
    cross: null,
    doubt: isUnanswered || isShort ? { x: endX + (isFromClient ? -14 : 14), y: landing[1] - 1 } : null,
    arrival: isHeld ? arrivalOf(layout, position, tip[1]) : null,
  };
}

function lostArrow(position: Position, fate: Fate, start: Point, endX: number, fall: number): DrawnArrow {
  const middle: Point = [(start[0] + endX) / 2, start[1] + fall / 2];
  const towards = Math.sign(endX - start[0]);
  return {
    position,
    fate,
    path: linePath([start, middle]),
    wait: null,
    head: null,
    cross: crossPath(middle, CROSS),
    doubt: fate === "lost" ? null : { x: middle[0] + towards * 16, y: middle[1] + 4 },
    arrival: null,
  };
}

/** Where a held arrow leaves its slant, short of the receiver's lifeline. */
function kneeOf(
  { metrics, heldLanes }: SequenceLayout,
  position: Position,
  start: Point,
  endX: number,
): Point {
  const x = endX + Math.sign(start[0] - endX) * (FIRST_LANE + (heldLanes[position - 1] ?? 0) * LANE);
  return [x, start[1] + (metrics.slant * (x - start[0])) / (endX - start[0])];
}

/** Half the height of the letters. */
const BASELINE = 3;

/**
 * The number of a held segment beside its landing, between the arrow of the row in which it lands and the row below.
 * null if there is no room: that row's arrow lands at the same end, too many land in it, or it is crossed.
 */
function arrivalOf(layout: SequenceLayout, position: Position, landing: number): PlacedText | null {
  const { analysis, words, room, route, zoom, landings } = layout;
  const row = analysis.arrivesAt[position - 1] ?? 0;
  const isFromClient = analysis.fromClient[position - 1];
  const isTaken = isCrowded(landings, row - 1) || analysis.fromClient[row - 1] === isFromClient;
  if (zoom.isBare || isTaken || straightArrowsThrough(route, analysis.arrivesAt, row).length > 0) return null;
  const { payload, sequence, acknowledgment } = words.label(position);
  const text = payload === null ? acknowledgment : sequence;
  if (text === null || !fitsBelowArrow(layout, text)) return null;
  return { text, x: isFromClient ? room.right : room.left, y: landing + BASELINE };
}

/** Near its sender, the arrow of the row has not fallen far yet. */
function fitsBelowArrow({ metrics, room }: SequenceLayout, text: string): boolean {
  return noteWidth(text, metrics) + NOTE_GAP < (room.right - room.left) / 2;
}
