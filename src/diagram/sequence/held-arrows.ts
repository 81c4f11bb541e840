import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { Route } from "./routes.ts";
import { type Span, SpanIndex } from "./span-index.ts";

/** Finds the arrows of earlier rows that are still on their way. */
export function heldArrows(
  { arrivesAt }: Pick<ConnectionAnalysis, "arrivesAt">,
  route: Uint8Array,
): SpanIndex<Span> {
  const spans = new SpanIndex<Span>();
  for (let index = 0; index < route.length; index++) {
    if (route[index] === Route.Held) spans.add({ from: index + 1, to: arrivesAt[index] ?? 0 });
  }
  return spans;
}
