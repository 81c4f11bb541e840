import type { Room } from "./arrange-row.ts";
import type { SequenceLayout } from "./layout.ts";
import { departureOf, landingOf } from "./placed-rows.ts";
import { straightArrowsThrough } from "./routes.ts";

/** Distance between words and an arrow beside them. */
const MARGIN = 8;

/** The widest part of `room` that no arrow of an earlier row goes through between the heights `top` and `bottom`. */
export function freeRoom(layout: SequenceLayout, position: number, top: number, bottom: number): Room {
  const { room, route, analysis } = layout;
  const taken = straightArrowsThrough(route, analysis.arrivesAt, position)
    .map((earlier) => shadow(layout, earlier, top, bottom))
    .filter((span) => span !== null)
    .toSorted((a, b) => a.left - b.left);
  let best: Room = { left: room.left, right: room.left };
  let left = room.left;
  for (const { left: start, right: end } of [...taken, { left: room.right, right: room.right }]) {
    if (start - left > best.right - best.left) best = { left, right: start };
    left = Math.max(left, end);
  }
  return best;
}

/** The horizontal extent of a straight arrow between two heights; null if it does not reach them. */
function shadow(layout: SequenceLayout, position: number, top: number, bottom: number): Room | null {
  const { metrics, analysis } = layout;
  const start = departureOf(layout, position);
  const end = landingOf(layout, position) ?? start;
  if (end <= top || start >= bottom) return null;
  const [startX, endX] = analysis.fromClient[position - 1]
    ? [metrics.clientX, metrics.serverX]
    : [metrics.serverX, metrics.clientX];
  const across = (y: number): number =>
    startX + ((endX - startX) * (Math.min(end, Math.max(start, y)) - start)) / (end - start);
  const ends = [across(top), across(bottom)];
  return { left: Math.min(...ends) - MARGIN, right: Math.max(...ends) + MARGIN };
}
