import type { DrawnNode } from "../../diagram/state-graph/draw-graph.ts";
import type { Passage } from "../../diagram/state-graph/passages.ts";
import { useMessages } from "../use-messages.ts";
import { pickProps } from "./pick-props.ts";

interface StateNodeProps {
  readonly node: DrawnNode;
  /** Where the connection enters the state; undefined: never. */
  readonly passage: Passage | undefined;
  readonly onPick: (passage: Passage) => void;
}

/** A state; picking it goes to the segments at which an end enters it. */
export function StateNode({ node, passage, onPick }: StateNodeProps) {
  const { graph: words } = useMessages();
  const name = node.state ?? words.notKnown;
  const pick = pickProps(passage, onPick, passage && words.enter(name, passage.client, passage.server));
  return (
    <g
      className={`node phase-${node.phase}`}
      data-visited={node.isVisited}
      data-holds={node.holds.join(" ")}
      {...pick}
    >
      <rect x={node.left} y={node.top} width={node.width} height={node.height} rx={5} />
      <text x={node.x} y={node.y}>
        {name}
      </text>
    </g>
  );
}
