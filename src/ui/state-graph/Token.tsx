import { memo } from "react";
import type { DrawnToken } from "../../diagram/state-graph/drawn-graph.ts";
import { useWords } from "../use-words.ts";
import { graphWords } from "./graph.words.ts";

interface TokenProps {
  readonly token: DrawnToken;
  /** Its end receives the present segment, and moves when that arrives. */
  readonly isWaiting: boolean;
}

/** The token of an end; it moves along the edges of the present step. */
export const Token = memo(function Token({ token, isWaiting }: TokenProps) {
  const { side, x, y, journey } = token;
  const words = useWords(graphWords);
  const place =
    journey === null
      ? { transform: `translate(${x}px, ${y}px)` }
      : { offsetPath: `path("${journey}")`, offsetRotate: "0deg" };
  return (
    <g
      aria-hidden="true"
      className="token"
      data-side={side}
      data-travels={journey !== null}
      data-waits={isWaiting}
      style={place}
    >
      <circle r={9} />
      <text>{words.token[side]}</text>
    </g>
  );
});
