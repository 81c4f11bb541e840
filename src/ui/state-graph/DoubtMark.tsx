import type { DrawnDoubt } from "../../diagram/state-graph/drawn-graph.ts";
import { useWords } from "../use-words.ts";
import { graphWords } from "./graph.words.ts";

/** Where the token of an end may stand: `C?`. The capture does not tell in which of two states the end is. */
export function DoubtMark({ doubt: { side, place } }: { readonly doubt: DrawnDoubt }) {
  const words = useWords(graphWords);
  return (
    <g
      aria-hidden="true"
      className="doubt-mark"
      data-side={side}
      transform={`translate(${place.x},${place.y})`}
    >
      <circle r={9} />
      <text>{words.token[side]}?</text>
    </g>
  );
}
