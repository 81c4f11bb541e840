import { pointOn } from "./curve.ts";
import type { DrawnEdge } from "./drawn-graph.ts";
import { EDGES } from "./edges.ts";

/** A rectangle in the drawing's own units. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Widths of letters of height 1, wider than in the fonts of the theme; bold for the edge of the present step. */
const LETTER = 0.59;
const BOLD_LETTER = 0.66;
/** Height of the letters of labels. */
const LABEL_SIZE = 10;

/** Half the height of the number of a segment. */
export const BADGE_RISE = 7;

/** Half the width of the number of a segment. */
export function badgeReach(text: string): number {
  return 4 + text.length * 3;
}

/** Where the lines of a label stand. @param size height of its letters */
export function labelBoxes({ lines, anchor, isCurrent }: DrawnEdge, size = LABEL_SIZE): Box[] {
  return lines.map(({ text, x, y }) => {
    const width = text.length * size * (isCurrent ? BOLD_LETTER : LETTER);
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return { left, right: left + width, top: y - 0.8 * size, bottom: y + 0.2 * size };
  });
}

export function badgeBoxes({ tracks }: DrawnEdge): Box[] {
  return tracks.map(({ badge: { x, y, text } }) => ({
    left: x - badgeReach(text),
    right: x + badgeReach(text),
    top: y - BADGE_RISE,
    bottom: y + BADGE_RISE,
  }));
}

export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Points of every edge, some 3 units apart. */
const POINTS = new Map(
  EDGES.map(({ id, curve }) => {
    const steps = 80 * curve.length;
    return [id, Array.from({ length: steps + 1 }, (_, step) => pointOn(curve, step / steps))];
  }),
);

/** Whether the line of the edge goes through the box. */
export function runsThrough(edge: string, box: Box): boolean {
  const points = POINTS.get(edge) ?? [];
  return points.some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
}

/** Each untaken edge without its words: always the same object. */
const wordless = new WeakMap<DrawnEdge, DrawnEdge>();

function withoutWords(edge: DrawnEdge): DrawnEdge {
  const known = wordless.get(edge) ?? { ...edge, lines: [] };
  wordless.set(edge, known);
  return known;
}

/** Removes the label of an untaken edge where it would lie under something that the plain figure does not have. */
export function giveWay(edges: readonly DrawnEdge[]): DrawnEdge[] {
  const taken = edges.filter(({ isTaken }) => isTaken);
  const boxes = taken.flatMap((edge) => [...labelBoxes(edge), ...badgeBoxes(edge)]);
  const isInTheWay = (box: Box): boolean =>
    boxes.some((other) => meet(box, other)) || taken.some(({ id }) => runsThrough(id, box));
  return edges.map((edge) =>
    !edge.isTaken && labelBoxes(edge).some(isInTheWay) ? withoutWords(edge) : edge,
  );
}
