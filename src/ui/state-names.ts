import type { Language } from "../store/language.ts";
import type { EndState } from "../tcp/analysis.ts";
import { diagramWords } from "./sequence-diagram/diagram.words.ts";
import { wordsIn } from "./words.ts";

/** The state of an end in words: `A or B` where the capture does not tell which of them it is; null: not known. */
export function stateNames(
  { state, alternatives }: Pick<EndState, "state" | "alternatives">,
  language: Language,
): string | null {
  const states = state === null ? alternatives : [state, ...alternatives];
  return states.length === 0 ? null : wordsIn(diagramWords, language).or(states);
}

/** As {@link stateNames}, for a band: the last of several names stands on a line of its own, so no line breaks within one. */
export function bandName(end: EndState, language: Language): string {
  return stateNames(end, language)?.replace(/ (?=\S+$)/u, "\n") ?? wordsIn(diagramWords, language).unknown;
}
