import { memo } from "react";
import type { DrawnEdge } from "../../diagram/state-graph/drawn-graph.ts";
import type { Passage } from "../../diagram/state-graph/passages.ts";
import { useWords } from "../use-words.ts";
import { graphWords } from "./graph.words.ts";
import { pickProps } from "./pick-props.ts";

interface StateEdgeProps {
  readonly edge: DrawnEdge;
  /** The segments at which the connection takes the edge; undefined: never. */
  readonly passage: Passage | undefined;
  readonly onPick: (passage: Passage) => void;
}

/** The line of an edge; picking it goes to the segments at which an end takes it. */
export const StateEdge = memo(function StateEdge({ edge, passage, onPick }: StateEdgeProps) {
  const words = useWords(graphWords);
  const name = words.edge(edge.fromState, edge.toState);
  const pick = pickProps(passage, onPick, passage && words.take(name, passage.client, passage.server));
  return (
    <g className="edge" data-taken={edge.isTaken} data-current={edge.isCurrent} {...pick}>
      <path className="reach" d={edge.path} />
      <path className="way" d={edge.path} />
      {edge.tracks.map((track) => (
        <path
          key={track.side}
          className="track"
          data-side={track.side}
          data-basis={track.basis}
          data-shared={edge.tracks.length > 1}
          d={edge.path}
        />
      ))}
      <path className="head" data-side={edge.tracks[0]?.side} d={edge.head} />
    </g>
  );
});
