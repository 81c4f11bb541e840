import { memo } from "react";
import { stateAfter } from "../../diagram/sequence/course.ts";
import { type ConnectionAnalysis } from "../../tcp/analysis.ts";
import { type Arrow, arrow } from "../../tcp/arrows.ts";
import type { Position } from "../../tcp/position.ts";
import { movesUpTo } from "../../tcp/states.ts";
import { formatCount } from "../figures.ts";
import { stateNames } from "../state-names.ts";
import { useMessages } from "../use-messages.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { graphWords } from "./graph.words.ts";

interface WaysInWordsProps {
  readonly analysis: ConnectionAnalysis;
  /** Of the last move. */
  readonly position: Position;
}

/**
 * The most steps of one end that are listed: a pair with many SYNs takes thousands, and the list changes at each. Those
 * before are listed when one goes back.
 */
const MOST_STEPS = 200;

/** The graph for screen readers: each end's path so far. */
export const WaysInWords = memo(function WaysInWords({ analysis, position }: WaysInWordsProps) {
  const { ends } = useMessages();
  const words = useWords(graphWords);
  const language = useLanguage();
  const sides = analysis.connection.isSelfConnect ? (["client"] as const) : (["client", "server"] as const);
  const moves = analysis.moves.slice(0, movesUpTo(analysis.moves, position));
  return sides.map((side) => {
    const own = moves.filter((move) => move.side === side);
    const earlier = Math.max(0, own.length - MOST_STEPS);
    return (
      <ol key={side} className="unseen" aria-label={words.wayOf(ends[side])}>
        <li>{words.begins(analysis.initial[side].state)}</li>
        {earlier > 0 && <li>{words.earlier(formatCount(earlier))}</li>}
        {own.slice(earlier).map((move) => {
          const { event, action }: Arrow = arrow(move.arrow);
          const key = `${move.position} ${move.arrow}`;
          const cause = action === null ? event : `${event}, ${action}`;
          const to = stateNames(stateAfter(move), language);
          const basis = move.either === null ? move.basis : null;
          return <li key={key}>{words.step(move.position, to, cause, basis)}</li>;
        })}
      </ol>
    );
  });
});
