import { memo } from "react";
import type { DrawnToken } from "../../diagram/state-graph/drawn-graph.ts";
import { useMessages } from "../use-messages.ts";

/** The token of an end; it moves along the edges of the present step. */
export const Token = memo(function Token({ token: { side, x, y, journey } }: { readonly token: DrawnToken }) {
  const { graph: words } = useMessages();
  const place =
    journey === null
      ? { transform: `translate(${x}px, ${y}px)` }
      : { offsetPath: `path("${journey}")`, offsetRotate: "0deg" };
  return (
    <g aria-hidden="true" className="token" data-side={side} data-travels={journey !== null} style={place}>
      <circle r={9} />
      <text>{words.token[side]}</text>
    </g>
  );
});
