import type { FilterWords } from "../../store/filter/filter-language.ts";
import type { Language } from "../../store/language.ts";
import { closingWords, openingWords } from "../segment/overview.words.ts";
import { chipWords } from "../sequence-diagram/diagram.words.ts";
import { wordsIn } from "../words.ts";
import { connectionsWords } from "./connections.words.ts";
import { wordOutcome } from "./word-outcome.ts";

const known = new Map<Language, FilterWords>();

/**
 * The words of a language for the values of a filter, as the list, the segment panel and the diagram show them. They
 * are the same object each time, so that no list is filtered again for them.
 */
export function filterWordsOf(language: Language): FilterWords {
  const words = known.get(language) ?? wordsForFilter(language);
  known.set(language, words);
  return words;
}

function wordsForFilter(language: Language): FilterWords {
  const connections = wordsIn(connectionsWords, language);
  const chips = wordsIn(chipWords, language);
  return {
    keys: connections.filterKeys,
    outcome: (outcome, startCaptured) => wordOutcome(outcome, startCaptured, language),
    start: connections.starts,
    note: (kind) => {
      const chip = chips[kind];
      return typeof chip === "string" ? chip : chip("", "");
    },
    opening: wordsIn(openingWords, language),
    closing: wordsIn(closingWords, language),
    measures: connections.filterMeasures,
    failed: connections.failed,
  };
}
