import { type ConnectionAnalysis } from "../../tcp/analysis.ts";
import { type Arrow, arrow } from "../../tcp/arrows.ts";
import type { Position } from "../../tcp/position.ts";
import { movesUpTo } from "../../tcp/states.ts";
import { useMessages } from "../use-messages.ts";

interface WaysInWordsProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

/** The graph for screen readers: each end's path so far. */
export function WaysInWords({ analysis, position }: WaysInWordsProps) {
  const { graph: words, ends } = useMessages();
  const sides = analysis.connection.isSelfConnect ? (["client"] as const) : (["client", "server"] as const);
  const moves = analysis.moves.slice(0, movesUpTo(analysis.moves, position));
  return sides.map((side) => (
    <ol key={side} className="unseen" aria-label={words.wayOf(ends[side])}>
      <li>{words.begins(analysis.initial[side].state)}</li>
      {moves
        .filter((move) => move.side === side)
        .map((move) => {
          const { event, action }: Arrow = arrow(move.arrow);
          const key = `${move.position} ${move.arrow}`;
          const cause = action === null ? event : `${event}, ${action}`;
          return <li key={key}>{words.step(move.position, move.to, cause, move.basis)}</li>;
        })}
    </ol>
  ));
}
