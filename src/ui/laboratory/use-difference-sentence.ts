import type { RunFacts } from "../../lab/edit/edited-run.ts";
import { useWords } from "../use-words.ts";
import { differenceWords } from "./bench.words.ts";

/** What an edit changed, in one sentence or two: the first thing that an end does otherwise, and the end. */
export function useDifferenceSentence(): (facts: RunFacts) => string {
  const words = useWords(differenceWords);
  return ({ difference: { first, last, more }, gone }) => {
    if (first === null && more === 0 && gone.length === 0) return words.none;
    const begins = first === null ? words.onlySegments : words.first(wordFirst(first));
    const changed = ([0, 1] as const).filter((end) => last.before[end] !== last.after[end]);
    const states = changed
      .map((end) => words.endState(end, last.after[end], last.before[end]))
      .join(words.and);
    return `${begins} ${words.inTheEnd(states || words.sameStates, words.more(more))}`;
  };

  function wordFirst(first: NonNullable<RunFacts["difference"]["first"]>): string {
    switch (first.kind) {
      case "stays":
        return words.stays(first.end, first.state, first.by);
      case "goes":
        return words.goes(first.end, first.from, first.to, first.instead);
      case "never-leaves":
        return words.neverLeaves(first.end, first.state);
      default:
        return words.leaves(first.end, first.state, first.to);
    }
  }
}
