import { memo } from "react";
import type { DrawnEdge } from "../../diagram/state-graph/drawn-graph.ts";
import { BADGE_RISE, badgeReach } from "../../diagram/state-graph/label-room.ts";

/** The event of an edge, and the segments at which each end took it. */
export const EdgeLabel = memo(function EdgeLabel({ edge }: { readonly edge: DrawnEdge }) {
  return (
    <g aria-hidden="true" className="edge-label" data-taken={edge.isTaken} data-current={edge.isCurrent}>
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
});
