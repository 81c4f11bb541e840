import "./state-graph.css";
import { useMemo } from "react";
import {
  type DrawnEdge,
  type DrawnNode,
  type DrawnToken,
  drawGraph,
  positionsAlong,
  positionsEntering,
} from "../../diagram/state-graph/draw-graph.ts";
import { BADGE_RISE, badgeReach } from "../../diagram/state-graph/label-room.ts";
import { GRAPH_HEIGHT, GRAPH_LEFT, GRAPH_WIDTH } from "../../diagram/state-graph/nodes.ts";
import type { ConnectionAnalysis, Position } from "../../tcp/analysis.ts";
import { endStatesAt } from "../../tcp/states.ts";
import { useMessages } from "../use-messages.ts";

interface StateGraphProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
  readonly onPosition: (position: Position) => void;
}

/** RFC 9293 figure 5 with both ends on it, and the way each of them took. */
export function StateGraph({ analysis, position, onPosition }: StateGraphProps) {
  const { graph: words } = useMessages();
  const graph = useMemo(() => drawGraph(analysis, position), [analysis, position]);
  const states = endStatesAt(analysis, position);
  const goTo = (positions: readonly Position[]): void => {
    const next = positions.find((candidate) => candidate > position) ?? positions[0];
    if (next !== undefined) onPosition(next);
  };
  return (
    <div className="state-graph">
      <svg
        viewBox={`${GRAPH_LEFT} 0 ${GRAPH_WIDTH} ${GRAPH_HEIGHT}`}
        role="group"
        aria-label={words.label(states.client.state, states.server.state)}
      >
        {graph.edges.map((edge) => (
          <Edge key={edge.id} edge={edge} onGo={() => goTo(positionsAlong(analysis, edge.id))} />
        ))}
        {graph.nodes.map((node) => (
          <Node key={node.id} node={node} onGo={() => goTo(positionsEntering(analysis, node.id))} />
        ))}
        {graph.edges.map((edge) => (
          <EdgeLabel key={edge.id} edge={edge} />
        ))}
        {graph.tokens.map((token) => (
          <Token key={`${token.side}-${position}`} token={token} />
        ))}
      </svg>
    </div>
  );
}

interface Going {
  readonly onGo: () => void;
}

function Node({ node, onGo }: Going & { readonly node: DrawnNode }) {
  const { graph: words } = useMessages();
  const className = `node phase-${node.phase}`;
  const flags = { "data-visited": node.isVisited, "data-holds": node.holds.join(" ") };
  return (
    <g className={className} {...flags} onClick={onGo}>
      <rect x={node.left} y={node.top} width={node.width} height={node.height} rx={5} />
      <text x={node.x} y={node.y}>
        {node.state ?? words.notKnown}
      </text>
    </g>
  );
}

function Edge({ edge, onGo }: Going & { readonly edge: DrawnEdge }) {
  return (
    <g className="edge" data-taken={edge.isTaken} data-current={edge.isCurrent} onClick={onGo}>
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
}

function EdgeLabel({ edge }: { readonly edge: DrawnEdge }) {
  return (
    <g className="edge-label" data-taken={edge.isTaken} data-current={edge.isCurrent}>
      {edge.lines.map(({ text, x, y, side }) => (
        <text key={y} x={x} y={y} textAnchor={edge.anchor} data-side={side ?? undefined}>
          {text}
        </text>
      ))}
      {edge.tracks.map(({ side, badge }) => (
        <g key={side} className="badge" data-side={side} transform={`translate(${badge.x},${badge.y})`}>
          <rect
            x={-badgeReach(badge.text)}
            y={-BADGE_RISE}
            width={2 * badgeReach(badge.text)}
            height={2 * BADGE_RISE}
            rx={BADGE_RISE}
          />
          <text>{badge.text}</text>
        </g>
      ))}
    </g>
  );
}

function Token({ token: { side, x, y, journey } }: { readonly token: DrawnToken }) {
  const { graph: words } = useMessages();
  const place =
    journey === null
      ? { transform: `translate(${x}px, ${y}px)` }
      : { offsetPath: `path("${journey}")`, offsetRotate: "0deg" };
  return (
    <g className="token" data-side={side} data-travels={journey !== null} style={place}>
      <circle r={9} />
      <text>{words.token[side]}</text>
    </g>
  );
}
