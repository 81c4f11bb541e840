import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Landings } from "./landings.ts";
import { Route } from "./routes.ts";
import { type Span, SpanIndex } from "./span-index.ts";

/**
 * Finds the arrows of earlier rows that are still on their way. Of those that land at one end less than a pixel apart,
 * which look the same, one stands for all: so many may land within one row that drawing each would never end.
 */
export function heldArrows(
  { arrivesAt, fromClient }: Pick<ConnectionAnalysis, "arrivesAt" | "fromClient">,
  route: Uint8Array,
  { offset }: Landings,
): SpanIndex<Span> {
  const spans: Span[] = [];
  const lastPixel = [new Uint8Array(route.length + 1), new Uint8Array(route.length + 1)] as const;
  for (let index = 0; index < route.length; index++) {
    if (route[index] !== Route.Held) continue;
    const to = arrivesAt[index] ?? 0;
    const pixels = lastPixel[fromClient[index] ? 0 : 1];
    const pixel = 1 + Math.floor(offset[index] ?? 0);
    if (pixels[to] === pixel) continue;
    pixels[to] = pixel;
    spans.push({ from: index + 1, to });
  }
  return new SpanIndex(spans);
}

/** The most lanes beside a lifeline: more would take the room of the words. */
export const MOST_LANES = 6;

/**
 * The lane of each held arrow, counted from the receiver's lifeline; index = position - 1. A segment that is sent
 * while another one is on its way takes a lane farther off, so that the two never cross; after the last lane the
 * first is used again.
 */
export function heldLanes(
  { arrivesAt, fromClient }: Pick<ConnectionAnalysis, "arrivesAt" | "fromClient">,
  route: Uint8Array,
): Uint8Array {
  const lanes = new Uint8Array(route.length);
  const next = [0, 0];
  const lastLanding = [0, 0];
  for (let index = 0; index < route.length; index++) {
    if (route[index] !== Route.Held) continue;
    const sender = fromClient[index] ? 0 : 1;
    const isAlone = (lastLanding[sender] ?? 0) <= index + 1;
    const lane = isAlone ? 0 : (next[sender] ?? 0);
    lanes[index] = lane;
    next[sender] = (lane + 1) % MOST_LANES;
    lastLanding[sender] = Math.max(lastLanding[sender] ?? 0, arrivesAt[index] ?? 0);
  }
  return lanes;
}
