import "./filter-hint.css";
import { useMemo } from "react";
import { type FilterProblem, filterProblems, type Mend } from "../../store/filter/filter-problems.ts";
import { clockOf } from "../../store/filter/read-time.ts";
import type { Language } from "../../store/language.ts";
import { valueOf } from "../../store/loadable.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import type { WordsOf } from "../words.ts";
import { connectionsWords } from "./connections.words.ts";
import { PROBLEM_WORDS } from "./filter-problem-words.ts";

/** The problems of the filter, with corrections. @param findsNothing the list is empty */
export function FilterHint({ findsNothing }: { readonly findsNothing: boolean }) {
  const connections = useWords(connectionsWords);
  const words = PROBLEM_WORDS[useSynfin((state) => state.language)];
  const filter = useSynfin((state) => state.filter);
  const known = useSynfin((state) => state.filterWords);
  const capture = useSynfin((state) => valueOf(state.capture));
  const isLocal = useSynfin((state) => state.times === "local");
  const problems = useMemo(() => {
    const clock = capture && filter.includes(":") ? clockOf(capture, isLocal) : null;
    return filterProblems(filter, known, clock, findsNothing);
  }, [filter, known, capture, isLocal, findsNothing]);
  return problems.map((problem) => (
    <div className="filter-hint" key={`${problem.kind} ${problem.key}:${problem.typed}`}>
      <p>
        {wordProblem(problem, words, connections)}
        {problem.near.length > 0 && (problem.kind === "foreign" ? ": " : ` ${words.meant}: `)}
        <Mends mends={problem.near} />
      </p>
      {problem.known.length > 0 && (
        <details open={problem.near.length === 0}>
          <summary>{words.known}</summary>
          <div className="filter-known">
            <Mends mends={problem.known} />
          </div>
        </details>
      )}
    </div>
  ));
}

function Mends({ mends }: { readonly mends: readonly Mend[] }) {
  const filterBy = useSynfin((state) => state.filterBy);
  return mends.map(({ value, word, filter }, i) => (
    <span key={value}>
      {i > 0 && <span className="comma">, </span>}
      <button type="button" className="outcome-filter" onClick={() => filterBy(filter)}>
        {value}
        {word !== null && ` (${word})`}
      </button>
    </span>
  ));
}

function wordProblem(
  problem: FilterProblem,
  words: (typeof PROBLEM_WORDS)[Language],
  { filterKeys, filterMeasures }: WordsOf<typeof connectionsWords>,
): string {
  const { typed } = problem;
  switch (problem.kind) {
    case "key":
      return words.noKey(typed);
    case "value":
      return words.noValue(filterKeys[problem.key], typed);
    case "number":
      return words.noNumber(filterMeasures[problem.key], typed);
    case "host":
      return words.noHost(typed);
    case "time":
      return words.noTime(typed);
    case "frame":
      return words.noFrame(typed);
    case "word":
      return words.noWord(typed);
    case "foreign":
      return words.foreign(typed);
    case "segment":
      return words.noQuestion(typed);
    case "stream":
      return words.noStream(typed);
    default:
      return words.noBracket(typed);
  }
}
