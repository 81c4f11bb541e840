import { stateAfter } from "../../diagram/sequence/course.ts";
import type { ConnectionAnalysis, Move } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { Side } from "../../tcp/state.ts";
import { stateNames } from "../state-names.ts";
import { useMessages } from "../use-messages.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { compareWords } from "./compare.words.ts";

interface StateWayProps {
  readonly analysis: ConnectionAnalysis;
  readonly side: Side;
  readonly position: Position;
  readonly parting: Move | null;
}

/** An end's whole state path, how far it has gone, and the move at which it differs from the other's. */
export function StateWay({ analysis, side, position, parting }: StateWayProps) {
  const { ends, unknownState } = useMessages();
  const language = useLanguage();
  const words = useWords(compareWords);
  const { moves, epilogue, initial } = analysis;
  const way = [...moves, ...epilogue].filter(
    (move) => move.side === side && move.from !== move.to && move.basis !== "predicted",
  );
  return (
    <ol className={`state-way ${side}`} aria-label={words.path(ends[side])}>
      <li data-gone="true">{stateNames(initial[side], language) ?? unknownState}</li>
      {way.map((move) => (
        <li
          key={`${move.position} ${move.arrow}`}
          data-gone={move.position <= position}
          data-parts={move === parting}
        >
          <span>{stateNames(stateAfter(move), language) ?? unknownState}</span>
        </li>
      ))}
    </ol>
  );
}
