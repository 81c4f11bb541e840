import "./state-graph.css";
import { memo, useCallback, useId, useLayoutEffect, useMemo, useRef } from "react";
import { drawGraph, graphPosition } from "../../diagram/state-graph/draw-graph.ts";
import type { DrawnGraph } from "../../diagram/state-graph/drawn-graph.ts";
import { FRAME } from "../../diagram/state-graph/frame.ts";
import { CLOSED_NOTES } from "../../diagram/state-graph/nodes.ts";
import { nextPassage, type Passage, type Passages, passagesOf } from "../../diagram/state-graph/passages.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { senderAt } from "../../tcp/segment-at.ts";
import type { TcpState } from "../../tcp/state.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { stateNames } from "../state-names.ts";
import { useSynfin } from "../use-synfin.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { DoubtMark } from "./DoubtMark.tsx";
import { EdgeLabel } from "./EdgeLabel.tsx";
import { graphWords } from "./graph.words.ts";
import { walkGraph } from "./pick-props.ts";
import { StateEdge } from "./StateEdge.tsx";
import { StateNode } from "./StateNode.tsx";
import { Token } from "./Token.tsx";
import { WaysInWords } from "./WaysInWords.tsx";

interface StateGraphProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
  readonly onPosition: (position: Position) => void;
  /** Set while a state is asked for: then picking a state answers. */
  readonly onState?: ((state: TcpState) => void) | null;
}

/** RFC 9293 figure 5 with both ends on it, and the path of each. */
export function StateGraph({ analysis, position, onPosition, onState = null }: StateGraphProps) {
  const words = useWords(graphWords);
  const language = useLanguage();
  const at = graphPosition(analysis, position);
  const graph = useMemo(() => drawGraph(analysis, at), [analysis, at]);
  const passages = useMemo(() => passagesOf(analysis), [analysis]);
  const why = useId();
  const states = endStatesAt(analysis, position);
  const mark = useSynfin((state) => state.mark);
  const present = useRef(position);
  useLayoutEffect(() => {
    present.current = position;
  }, [position]);
  const pick = useCallback(
    (passage: Passage): void => {
      mark([...passage.client, ...passage.server]);
      onPosition(nextPassage(passage, present.current));
    },
    [mark, onPosition],
  );
  return (
    <div className="state-graph">
      <svg
        viewBox={`${FRAME.left} ${FRAME.top} ${FRAME.width} ${FRAME.height}`}
        role="toolbar"
        aria-label={words.label(stateNames(states.client, language), stateNames(states.server, language))}
        aria-describedby={why}
        tabIndex={0}
        onKeyDown={walkGraph}
      >
        <StatesAndArrows graph={graph} passages={passages} onPick={pick} onState={onState} />
        {graph.tokens.map((token) => (
          <Token
            key={`${token.side}-${at}`}
            token={token}
            isWaiting={at === position && at > 0 && senderAt(analysis, at) !== token.side}
          />
        ))}
      </svg>
      <p className="unseen" id={why}>
        {words.closedTwice.why}
      </p>
      <WaysInWords analysis={analysis} position={at} />
    </div>
  );
}

interface StatesAndArrowsProps {
  readonly graph: DrawnGraph;
  readonly passages: Passages;
  readonly onPick: (passage: Passage) => void;
  readonly onState: ((state: TcpState) => void) | null;
}

/** Everything but the tokens: a step at which no end moves changes nothing of it. */
const StatesAndArrows = memo(function StatesAndArrows({
  graph,
  passages,
  onPick,
  onState,
}: StatesAndArrowsProps) {
  const words = useWords(graphWords);
  return (
    <>
      {graph.edges.map((edge) => (
        <StateEdge key={edge.id} edge={edge} passage={passages.alongEdge.get(edge.id)} onPick={onPick} />
      ))}
      {graph.nodes.map((node) => (
        <StateNode
          key={node.id}
          node={node}
          passage={passages.intoNode.get(node.id)}
          onPick={onPick}
          onState={onState}
        />
      ))}
      {CLOSED_NOTES.map(({ of, x, y }) => (
        <text key={of} className="node-note" aria-hidden="true" x={x} y={y}>
          {words.closedTwice[of]}
        </text>
      ))}
      {graph.edges.map((edge) => (
        <EdgeLabel key={edge.id} edge={edge} />
      ))}
      {graph.doubts.map((doubt) => (
        <DoubtMark key={`${doubt.side} ${doubt.node}`} doubt={doubt} />
      ))}
    </>
  );
});
