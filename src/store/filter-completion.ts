import type { ValueCounts } from "./count-values.ts";
import { choicesOf } from "./filter-choices.ts";
import {
  FILTER_KEYS,
  type FilterKey,
  type FilterWords,
  foundBy,
  inQuotes,
  keyCalled,
  lastValueOf,
  lastWordOf,
  plain,
  splitWord,
} from "./filter-language.ts";

/** A completion of what was typed. */
export interface Offer {
  /** The whole filter with the completion. */
  readonly filter: string;
  /** The key or value itself. */
  readonly value: string;
  /** The page's word for it; null if that is the same. */
  readonly word: string | null;
  /** How many connections it matches; null for a key, and until they are counted. */
  readonly count: number | null;
}

/** Completes a word without a colon to keys, and a key to values, most matches first. At most `limit`. */
export function offersFor(
  text: string,
  words: FilterWords | null,
  counts: ValueCounts | null,
  limit = 8,
): Offer[] {
  const word = lastWordOf(text);
  const before = text.slice(0, text.length - word.length);
  const { sign, head, rest } = splitWord(word);
  if (head === null) return keyOffers(rest, words).map((key) => keyOffer(`${before}${sign}`, key, words));
  const key = keyCalled(head, words);
  if (key === null || key === "time") return [];
  const value = lastValueOf(rest);
  const kept = before + word.slice(0, word.length - value.length);
  const typed = plain(value.replaceAll(/["“”„«»]/gu, ""));
  return valuesOf(key, words, counts)
    .filter((offer) => plain(offer.value) !== typed && fits(offer, typed))
    .toSorted((one, other) => rank(other, typed) - rank(one, typed))
    .slice(0, limit)
    .map(({ value: name, word: other, count }) => ({
      filter: kept + inQuotes(name),
      value: name,
      word: other,
      count,
    }));
}

function keyOffers(typed: string, words: FilterWords | null): FilterKey[] {
  const start = plain(typed);
  return FILTER_KEYS.filter(
    (key) => key.startsWith(start) || (words !== null && plain(words.keys[key]).startsWith(start)),
  );
}

function keyOffer(before: string, key: FilterKey, words: FilterWords | null): Offer {
  return {
    filter: `${before}${key}:`,
    value: `${key}:`,
    word: otherWord(key, words?.keys[key]),
    count: null,
  };
}

type Value = Omit<Offer, "filter">;

function valuesOf(
  key: Exclude<FilterKey, "time">,
  words: FilterWords | null,
  counts: ValueCounts | null,
): Value[] {
  if (key === "port" || key === "host") {
    return [...(counts?.[key] ?? [])].map(([value, count]) => ({ value, word: null, count }));
  }
  return choicesOf(key, words).flatMap(({ finds: [name = ""], value, word }) =>
    value === null
      ? []
      : [{ value, word: otherWord(value, word), count: counts && (counts[key].get(name) ?? 0) }],
  );
}

function otherWord(value: string, word: string | null | undefined): string | null {
  return word === null || word === undefined || plain(word) === plain(value) ? null : word;
}

/** Whether the value begins with what was typed, or contains its words. */
function fits({ value, word }: Value, typed: string): boolean {
  if (typed === "" || plain(value).startsWith(typed)) return true;
  const names = [plain(value), ...(word === null ? [] : [plain(word)])];
  return names.some((name) => name.includes(typed)) && foundBy(typed, [{ names, finds: [value] }]).size > 0;
}

/** Values that begin with what was typed come before those that contain it, then those with more matches first. */
function rank({ value, count }: Value, typed: string): number {
  return (plain(value).startsWith(typed) ? 1e12 : 0) + (count ?? 0);
}
