import "./filter-hint.css";
import { useMemo } from "react";
import { type FilterProblem, filterProblems, type Mend } from "../../store/filter-problems.ts";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** The problems of the filter, with corrections. @param findsNothing the list is empty */
export function FilterHint({ findsNothing }: { readonly findsNothing: boolean }) {
  const { connections: words } = useMessages();
  const filter = useSynfin((state) => state.filter);
  const known = useSynfin((state) => state.filterWords);
  const problems = useMemo(() => filterProblems(filter, known, findsNothing), [filter, known, findsNothing]);
  return problems.map((problem) => (
    <div className="filter-hint" key={`${problem.key}:${problem.typed}`}>
      <p>
        {wordProblem(problem, words)}
        {problem.near.length > 0 && ` ${words.meant}: `}
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

function wordProblem({ kind, key, typed }: FilterProblem, words: Messages["connections"]): string {
  if (key === null) return words.noKey(typed);
  return kind === "time" ? words.noTime(typed) : words.noValue(words.filterKeys[key], typed);
}
