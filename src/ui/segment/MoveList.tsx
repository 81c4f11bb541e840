import { stateAfter } from "../../diagram/sequence/course.ts";
import { isFutureHidden as isFutureHiddenIn } from "../../store/mode.ts";
import { captureOf } from "../../store/selectors.ts";
import type { Move } from "../../tcp/analysis.ts";
import { arrow } from "../../tcp/arrows.ts";
import type { Position } from "../../tcp/position.ts";
import { veiledWords } from "../class/veiled.words.ts";
import { stateNames } from "../state-names.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { callReturns } from "./calls.words.ts";
import { basisWords, whyWords } from "./why.words.ts";

interface MoveListProps {
  readonly moves: readonly Move[];
  /** The present position; a move caused by an earlier segment says so. */
  readonly position: Position;
}

/** Moves of either end, each with its event, its clause, the socket call behind it, and how it is known. */
export function MoveList({ moves, position }: MoveListProps) {
  return (
    <ul className="moves">
      {moves.map((move) => (
        <MoveLine key={`${move.side} ${move.arrow} ${move.from}`} move={move} position={position} />
      ))}
    </ul>
  );
}

function MoveLine({ move, position }: { readonly move: Move; readonly position: Position }) {
  const { ends, unknownState } = useMessages();
  const language = useLanguage();
  const why = useWords(whyWords);
  const bases = useWords(basisWords);
  const returns = useWords(callReturns);
  const { assumedSoFar } = useWords(veiledWords);
  const isFutureHidden = useSynfin(isFutureHiddenIn);
  const { side, from, either, via, basis, provedBy, causedBy } = move;
  const { event, action, call, clause } = arrow(move.arrow);
  const segment = (at: Position | null): string | null => (at === null ? null : why.segment(at));
  // Of a run all is known, and nothing was captured.
  const isTold = useSynfin((state) => captureOf(state)?.run?.wish.seenFrom === null);
  const known =
    isFutureHidden && basis === "assumed" ? assumedSoFar : isTold ? "" : bases[basis](segment(provedBy));
  const words = [
    causedBy !== null && causedBy !== position ? why.causedBy(why.segment(causedBy)) : "",
    call === null ? "" : returns[call],
    either === null ? known : "",
  ];
  return (
    <li className={side}>
      <p className="move">
        <span className="end">{ends[side]}</span>
        <span>
          {from ?? unknownState} → <strong>{stateNames(stateAfter(move), language) ?? unknownState}</strong>
        </span>
        {via !== null && <span className="via">{why.via(via)}</span>}
      </p>
      <p className="move-event">
        <span className="event">{action === null ? event : `${event} / ${action}`}</span>
        {clause !== null && <span className="clause">{why.clause(clause)}</span>}
      </p>
      {words.some(Boolean) && <p className="move-words">{words.filter(Boolean).join(" ")}</p>}
    </li>
  );
}
