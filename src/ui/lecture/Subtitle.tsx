import { stateAfter } from "../../diagram/sequence/course.ts";
import { Mark } from "../../segments/segment-table.ts";
import { isFutureHidden as isFutureHiddenIn } from "../../store/mode.ts";
import { numbersShownOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis, Move } from "../../tcp/analysis.ts";
import type { Fact } from "../../tcp/fact.ts";
import { factsAt } from "../../tcp/facts.ts";
import type { Position } from "../../tcp/position.ts";
import { senderAt } from "../../tcp/segment-at.ts";
import { movesAt } from "../../tcp/states.ts";
import { describeSegment } from "../segment/describe-segment.ts";
import { whyWords } from "../segment/why.words.ts";
import { wordFacts } from "../segment/word-facts.ts";
import { stateNames } from "../state-names.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { lectureWords } from "./lecture.words.ts";

interface SubtitleProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

/** How many sentences can be read while a segment moves. */
const SENTENCES = 2;

/** Unusual facts come first, then numbers, then what the application did. */
function rankOf({ kind }: Fact): number {
  if (kind === "annotation" || kind === "fate") return 0;
  return kind === "acknowledgment" || kind === "takes" ? 1 : 2;
}

/** The present step in words: who sends what, which end moves, and why. */
export function Subtitle({ analysis, position }: SubtitleProps) {
  const { ends, unknownState } = useMessages();
  const language = useLanguage();
  const lecture = useWords(lectureWords);
  const why = useWords(whyWords);
  const numbers = useSynfin(numbersShownOf);
  const isFutureHidden = useSynfin(isFutureHiddenIn);
  if (position === 0) return null;
  const side = senderAt(analysis, position);
  // Facts that a later segment shows are left out until it is revealed.
  const facts = factsAt(analysis, position)
    .filter(({ kind }) => !(isFutureHidden && kind === "fate"))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  const isWireTold = ((analysis.segments.marks[position - 1] ?? 0) & Mark.SequenceRelative) === 0;
  const moves = movesAt(analysis, position);
  const doubts = moves.flatMap(({ side: end, either }) =>
    either === null ? [] : { side: end, states: either },
  );
  const sentences = [
    ...(doubts.length > 0 ? [why.either(doubts)] : []),
    ...wordFacts(facts, language, numbers, isWireTold).main,
  ];
  const reached = (move: Move): string => {
    const names = stateNames(stateAfter(move), language) ?? unknownState;
    return move.either === null && move.basis === "assumed" ? lecture.assumed(names) : names;
  };
  return (
    <section className="subtitle" aria-label={lecture.subtitle}>
      <p className="subtitle-moves">
        <strong className={side}>{lecture.told(describeSegment(analysis, position, ends, language))}</strong>
        {moves.map((move) => (
          <span key={`${move.side} ${move.arrow}`} className={`subtitle-move ${move.side}`}>
            {lecture.move(ends[move.side], move.from ?? unknownState, reached(move))}
          </span>
        ))}
      </p>
      {sentences.length > 0 && <p>{sentences.slice(0, SENTENCES).join(lecture.betweenSentences)}</p>}
    </section>
  );
}
