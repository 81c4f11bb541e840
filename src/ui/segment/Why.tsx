import { Mark } from "../../segments/segment-table.ts";
import { isFutureHidden as isFutureHiddenIn } from "../../store/mode.ts";
import "./why.css";
import { numbersShownOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Fact } from "../../tcp/fact.ts";
import { factsAt } from "../../tcp/facts.ts";
import type { Position } from "../../tcp/position.ts";
import { senderAt } from "../../tcp/segment-at.ts";
import { type EndStates, endStatesAt } from "../../tcp/states.ts";
import { veiledWords } from "../class/veiled.words.ts";
import { laterPart } from "../parts/later-part.tsx";
import { PlaceInCapture } from "../times/PlaceInCapture.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { useLanguage, useWords } from "../use-words.ts";
import type { WordsOf } from "../words.ts";
import { ConnectionOverview } from "./ConnectionOverview.tsx";
import { describeSegment } from "./describe-segment.ts";
import { MoveList } from "./MoveList.tsx";
import { overviewWords } from "./overview.words.ts";
import { whyWords } from "./why.words.ts";
import { wordFacts } from "./word-facts.ts";

const WhatIfLost = laterPart(async () => (await import("../laboratory/WhatIfLost.tsx")).WhatIfLost);
const WhatIfMenu = laterPart(async () => (await import("../laboratory/WhatIfLost.tsx")).WhatIfMenu);

interface WhyProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
}

/** What happened at the position, in plain sentences; before the first segment, the connection as a whole. */
export function Why({ analysis, position }: WhyProps) {
  const predict = useWords(veiledWords);
  const isFutureHidden = useSynfin(isFutureHiddenIn);
  if (position === 0 && isFutureHidden) return <p className="why">{predict.nothingYet}</p>;
  return (
    <>
      {position === 0 ? (
        <ConnectionOverview analysis={analysis} />
      ) : (
        <SegmentExplained analysis={analysis} position={position} />
      )}
      <WhatIfMenu />
    </>
  );
}

function SegmentExplained({ analysis, position }: WhyProps) {
  const { ends } = useMessages();
  const language = useLanguage();
  const why = useWords(whyWords);
  const { after } = useWords(overviewWords);
  const numbers = useSynfin(numbersShownOf);
  const states = endStatesAt(analysis, position);
  // If the state itself is in doubt, its duration is left out.
  const isFutureHidden = useSynfin(isFutureHiddenIn);
  const facts = factsAt(analysis, position).filter(
    (fact) =>
      !(isFutureHidden && isOfTheEnd(fact)) &&
      (fact.kind !== "wait" || states[fact.side].alternatives.length === 0),
  );
  const moves = facts.filter((fact) => fact.kind === "move").map(({ move }) => move);
  const afterwards = facts.filter((fact) => fact.kind === "afterwards").map(({ move }) => move);
  const isWireTold = ((analysis.segments.marks[position - 1] ?? 0) & Mark.SequenceRelative) === 0;
  const { main, also } = wordFacts(facts, language, numbers, isWireTold);
  return (
    <div className="why">
      <h3 className={`segment-title ${senderAt(analysis, position)}`}>
        {describeSegment(analysis, position, ends, language)}
      </h3>
      <PlaceInCapture analysis={analysis} position={position} />
      <WhatIfLost />
      {moves.length === 0 ? <p>{why.noMove}</p> : <MoveList moves={moves} position={position} />}
      {[...doubtsIn(states, why), ...main, ...commentOf(analysis, position, why)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {also.length > 0 && (
        <ul className="also">
          {also.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {afterwards.length > 0 && (
        <>
          <h4>{after}</h4>
          <MoveList moves={afterwards} position={position} />
        </>
      )}
    </div>
  );
}

/** Whether the fact is about the rest of the capture, which is not revealed yet. */
function isOfTheEnd(fact: Fact): boolean {
  if (fact.kind === "fate") return fact.provedBy === null && fact.contradictedBy === null;
  return fact.kind === "wait" || fact.kind === "afterwards";
}

/** States that the capture cannot tell from the ones shown. */
function doubtsIn(states: EndStates, why: WordsOf<typeof whyWords>): string[] {
  const doubts = (["client", "server"] as const).filter((side) => states[side].alternatives.length > 0);
  const either = doubts.filter((side) => states[side].state === null);
  const late = doubts.flatMap((side) => {
    const { state, alternatives } = states[side];
    return state === null ? [] : [why.alternatives(side, state, alternatives)];
  });
  if (either.length === 0) return late;
  return [why.either(either.map((side) => ({ side, states: states[side].alternatives }))), ...late];
}

function commentOf(
  { segments }: ConnectionAnalysis,
  position: Position,
  why: WordsOf<typeof whyWords>,
): string[] {
  const comment = segments.comments.get(position - 1);
  return comment === undefined ? [] : [why.comment(comment)];
}
