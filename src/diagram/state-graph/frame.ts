import { EDGES } from "./edges.ts";
import type { Passages } from "./passages.ts";

/** The part of the drawing in sight, in its own units, which are about pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const TOP = -3;
const RIGHT = 460;
/** The left and the bottom side with a margin for tokens, of the figure and of what goes round it. */
const FIGURE = { left: 2, bottom: 492 };
const AROUND = { left: -20, bottom: 526 };

/** Leaves room beside and below the figure only if the connection goes there, so that letters stay large. */
export function frameOf({ alongEdge }: Pick<Passages, "alongEdge">): Frame {
  const points = EDGES.filter(({ id }) => alongEdge.has(id)).flatMap(({ curve }) => curve);
  const isBeside = points.some(([, , x1]) => x1 < FIGURE.left);
  const isBelow = points.some(([, , , y1, , y2]) => Math.max(y1, y2) > FIGURE.bottom - 2);
  const left = isBeside ? AROUND.left : FIGURE.left;
  const bottom = isBelow ? AROUND.bottom : FIGURE.bottom;
  return { left, top: TOP, width: RIGHT - left, height: bottom - TOP };
}
