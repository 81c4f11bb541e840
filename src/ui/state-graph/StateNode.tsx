import { memo } from "react";
import type { DrawnNode } from "../../diagram/state-graph/drawn-graph.ts";
import type { Passage } from "../../diagram/state-graph/passages.ts";
import type { TcpState } from "../../tcp/state.ts";
import { useWords } from "../use-words.ts";
import { graphWords } from "./graph.words.ts";
import { buttonProps, pickProps } from "./pick-props.ts";

interface StateNodeProps {
  readonly node: DrawnNode;
  /** The segments at which the connection enters the state; undefined: never. */
  readonly passage: Passage | undefined;
  readonly onPick: (passage: Passage) => void;
  /** Set while a state is asked for. */
  readonly onState: ((state: TcpState) => void) | null;
}

/** A state; picking it goes to the segments at which an end enters it. */
export const StateNode = memo(function StateNode({ node, passage, onPick, onState }: StateNodeProps) {
  const words = useWords(graphWords);
  const name = node.state ?? words.notKnown;
  const { state } = node;
  const isAnswer = onState !== null && state !== null;
  const answer = isAnswer ? buttonProps(words.answer(state), () => onState(state)) : null;
  const pick =
    answer ?? pickProps(passage, onPick, passage && words.enter(name, passage.client, passage.server));
  return (
    <g
      className={`node phase-${node.phase}`}
      data-visited={node.isVisited}
      data-holds={node.holds.join(" ")}
      data-may-hold={node.mayHold.join(" ") || undefined}
      {...pick}
    >
      <rect x={node.left} y={node.top} width={node.width} height={node.height} rx={5} />
      <text x={node.x} y={node.y}>
        {name}
      </text>
    </g>
  );
});
