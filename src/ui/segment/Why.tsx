import type { ConnectionAnalysis, Position } from "../../tcp/analysis.ts";
import { useMessages } from "../use-messages.ts";
import { describeSegment } from "./describe-segment.ts";

interface WhyProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

/** What happened at the position, in plain sentences. */
export function Why({ analysis, position }: WhyProps) {
  const messages = useMessages();
  const { segment: words, ends, unknownState } = messages;
  if (position === 0) return <p className="segment-title">{words.none}</p>;
  const moves = analysis.moves.filter((move) => move.position === position);
  return (
    <>
      <p className="segment-title">{describeSegment(analysis, position, messages)}</p>
      <ul className="moves">
        {moves.map(({ side, from, to, arrow }) => (
          <li key={`${side} ${arrow} ${from}`} className={side}>
            <span className="end">{ends[side]}</span> {from ?? unknownState} → {to ?? unknownState}
          </li>
        ))}
      </ul>
    </>
  );
}
