import type { CountedKey, ValueCounts } from "./count-values.ts";
import { choicesOf, isListed } from "./filter-choices.ts";
import {
  FILTER_KEYS,
  type FilterWords,
  foundBy,
  inQuotes,
  keyCalled,
  lastValueOf,
  lastWordOf,
  plain,
  splitWord,
} from "./filter-language.ts";
import { type Measure, MEASURES } from "./measures.ts";

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

/**
 * Completes a word without a colon to keys, and a key to values, most matches first; none that finds nothing. At most
 * `limit`. @param counts of the connections that pass the rest of the filter
 */
export function offersFor(
  text: string,
  words: FilterWords | null,
  counts: ValueCounts | null,
  limit = 10,
): Offer[] {
  const word = lastWordOf(text);
  const before = text.slice(0, text.length - word.length);
  const { sign, head, rest } = splitWord(word);
  if (head === null) return keyOffers(`${before}${sign}`, rest, words);
  const key = keyCalled(head, words);
  if (key === null || key === "time" || key === "frame") return [];
  const value = lastValueOf(rest);
  const kept = before + word.slice(0, word.length - value.length);
  const typed = plain(value.replaceAll(/["“”„«»]/gu, ""));
  const fitting: Value[] = [];
  let begin = 0;
  // Those with most matches come first: once enough of them begin with what was typed, none behind is offered.
  for (const offer of valuesOf(key, words, counts)) {
    if (begin >= limit) break;
    if (plain(offer.value) === typed || !fits(offer, typed)) continue;
    fitting.push(offer);
    if (!isListed(key) && plain(offer.value).startsWith(typed)) begin++;
  }
  return fitting
    .toSorted((one, other) => rank(other, typed) - rank(one, typed))
    .slice(0, limit)
    .map(({ value: name, word: other, count }) => ({
      filter: kept + inQuotes(name),
      value: name,
      word: other,
      count,
    }));
}

function keyOffers(before: string, typed: string, words: FilterWords | null): Offer[] {
  const start = plain(typed);
  const begins = (name: string, word: string | undefined): boolean =>
    name.startsWith(start) || (word !== undefined && plain(word).startsWith(start));
  const keys = FILTER_KEYS.filter((key) => begins(key, words?.keys[key]));
  const measures =
    typed === "" ? [] : MEASURES.filter((measure) => begins(measure, words?.measures[measure]));
  return [
    ...keys.map((key) => headOffer(before, `${key}:`, key, words?.keys[key])),
    ...measures.map((measure: Measure) =>
      headOffer(before, `${measure}>`, measure, words?.measures[measure]),
    ),
  ];
}

function headOffer(before: string, value: string, name: string, word: string | undefined): Offer {
  return { filter: `${before}${value}`, value, word: otherWord(name, word), count: null };
}

type Value = Omit<Offer, "filter">;

function valuesOf(key: CountedKey, words: FilterWords | null, counts: ValueCounts | null): Iterable<Value> {
  const counted = counts?.[key];
  if (!isListed(key)) return openValues(counted ?? new Map());
  return choicesOf(key, words)
    .flatMap(({ finds: [name = ""], value, word }) => {
      if (value === null) return [];
      const count = counted ? (counted.get(value) ?? counted.get(name) ?? 0) : null;
      return [{ value, word: otherWord(value, word), count }];
    })
    .filter(({ count }) => count !== 0);
}

function* openValues(counted: ReadonlyMap<string, number>): Generator<Value> {
  for (const [value, count] of counted) yield { value, word: null, count };
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
