import { type Fate, FATES, type Position } from "../../tcp/analysis.ts";
import { crossPath, headPath, linePath, neckOf, type Point } from "./arrow-path.ts";
import { departureOf, landingOf, type SequenceLayout } from "./layout.ts";
import { Route } from "./routes.ts";

/** One segment on its way. */
export interface DrawnArrow {
  readonly position: Position;
  readonly fate: Fate;
  readonly path: string;
  /** null where the arrow does not get there. */
  readonly head: string | null;
  /** Where it was lost. */
  readonly cross: string | null;
  /** Beside the place where the arrow's fate becomes doubtful. */
  readonly doubt: { readonly x: number; readonly y: number } | null;
}

const CROSS = 5;
/** Lanes of held arrows beside the receiver's lifeline. */
const LANES = 3;
const FIRST_LANE = 10;
const LANE = 4;
/** A held arrow turns in this much above its landing. */
const TURN = 5;

/** The arrow of a segment from its sender's lifeline to where it ends. */
export function drawArrow(layout: SequenceLayout, position: Position): DrawnArrow {
  const { analysis, metrics } = layout;
  const fate = FATES[analysis.fate[position - 1] ?? 0] ?? "unknown";
  const isFromClient = analysis.fromClient[position - 1] === 1;
  const [startX, endX] = isFromClient
    ? [metrics.clientX, metrics.serverX]
    : [metrics.serverX, metrics.clientX];
  const start: Point = [startX, departureOf(layout, position)];
  if (fate === "lost" || fate === "lost-or-ignored" || fate === "doubtful") {
    return lostArrow(position, fate, start, endX, metrics.slant);
  }
  const tip: Point = [endX, landingOf(layout, position) ?? start[1] + metrics.slant];
  const points =
    layout.route[position - 1] === Route.Held ? heldPoints(layout, position, start, tip) : [start, tip];
  const before = points.at(-2) ?? start;
  const isUnanswered = fate === "no-answer";
  return {
    position,
    fate,
    path: linePath([...points.slice(0, -1), isUnanswered ? tip : neckOf(before, tip)]),
    head: isUnanswered ? null : headPath(before, tip),
    cross: null,
    doubt: isUnanswered ? { x: endX + (isFromClient ? -14 : 14), y: tip[1] - 1 } : null,
  };
}

function lostArrow(position: Position, fate: Fate, start: Point, endX: number, slant: number): DrawnArrow {
  const middle: Point = [(start[0] + endX) / 2, start[1] + slant / 2];
  const towards = Math.sign(endX - start[0]);
  return {
    position,
    fate,
    path: linePath([start, middle]),
    head: null,
    cross: crossPath(middle, CROSS),
    doubt: fate === "lost" ? null : { x: middle[0] + towards * 16, y: middle[1] + 4 },
  };
}

/** Down to its own row's landing, on beside the lifeline, and in where the segment arrives. */
function heldPoints({ metrics }: SequenceLayout, position: Position, start: Point, tip: Point): Point[] {
  const laneX = tip[0] + Math.sign(start[0] - tip[0]) * laneOf(position);
  const share = (laneX - start[0]) / (tip[0] - start[0]);
  return [start, [laneX, start[1] + metrics.slant * share], [laneX, tip[1] - TURN], tip];
}

function laneOf(position: Position): number {
  return FIRST_LANE + (position % LANES) * LANE;
}
