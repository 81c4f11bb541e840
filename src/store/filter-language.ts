import type { AnnotationKind } from "../tcp/annotation.ts";
import type { Closing, Opening, Outcome } from "../tcp/verdict.ts";

/** What a term can ask for; free text asks for anything that is shown of a connection. */
export const FILTER_KEYS = [
  "outcome",
  "start",
  "state",
  "note",
  "port",
  "host",
  "opening",
  "closing",
  "time",
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

export const STARTS = ["captured", "not-captured"] as const;

/** What the page calls things in the language it speaks. A filter takes these words and the names of RFC and code. */
export interface FilterWords {
  readonly keys: Readonly<Record<FilterKey, string>>;
  readonly outcome: (outcome: Outcome, startCaptured: boolean) => string;
  readonly start: Readonly<Record<(typeof STARTS)[number], string>>;
  readonly note: (kind: AnnotationKind) => string;
  readonly opening: Readonly<Record<Opening, string>>;
  readonly closing: Readonly<Record<Closing, string>>;
}

/** One condition. A connection passes a filter when it passes every term. */
export interface FilterTerm {
  /** null: free text. */
  readonly key: FilterKey | null;
  /** As typed, without quotes; one of them suffices. */
  readonly values: readonly string[];
  readonly isNegated: boolean;
  /** The whole word as typed, and where it begins. */
  readonly word: string;
  readonly at: number;
}

/** Keyboards for text set others than `"`; between any two of them blanks and commas belong to the value. */
const QUOTED = `["“”„«»][^"“”„«»]*["“”„«»]?`;
const WORD = new RegExp(`(?:${QUOTED}|[^\\s"“”„«»])+`, "gu");
/** Commas and colons as keyboards for Chinese and Korean set them are as good. */
const VALUE = new RegExp(`(?:${QUOTED}|[^,，、"“”„«»])+`, "gu");
const QUOTES = /["“”„«»]/gu;
const COLON = /[:：]/u;

/**
 * Reads what a person typed: `port:443 outcome:refused,no-answer state:close-wait -note:keep-alive 10.0.0.7`. Words
 * stand apart by blanks; a comma means or; a leading `-` means not; quotes hold a value with blanks together:
 * `outcome:"reset by client"`. A word with another key than {@link FILTER_KEYS} is free text: `fe80::1` must be
 * findable. @param words also lets keys be called as the page calls them
 */
export function parseFilter(text: string, words: FilterWords | null = null): FilterTerm[] {
  return [...text.matchAll(WORD)]
    .filter(([word]) => word !== "-")
    .map(({ 0: word, index }) => parseWord(word, index, words));
}

function parseWord(word: string, at: number, words: FilterWords | null): FilterTerm {
  const { sign, head, rest } = splitWord(word);
  const isNegated = sign !== "";
  const key = head === null ? null : keyCalled(head, words);
  if (key === null) {
    return { key, values: [word.slice(sign.length).replaceAll(QUOTES, "")], isNegated, word, at };
  }
  const values = [...rest.matchAll(VALUE)].map(([value]) => value.replaceAll(QUOTES, "").trim());
  return { key, values: values.filter((value) => value !== ""), isNegated, word, at };
}

/** `-state:closing` → `-`, `state`, `closing`; `head` is null without a colon, or with one in quotes only. */
export function splitWord(word: string): {
  readonly sign: string;
  readonly head: string | null;
  readonly rest: string;
} {
  const sign = word.startsWith("-") ? "-" : "";
  const bare = word.slice(sign.length);
  const colon = bare.search(COLON);
  const quote = bare.search(QUOTES);
  if (colon < 0 || (quote >= 0 && quote < colon)) return { sign, head: null, rest: bare };
  return { sign, head: bare.slice(0, colon), rest: bare.slice(colon + 1) };
}

/** The word at the end that is still being typed; empty behind a blank. */
export function lastWordOf(text: string): string {
  const last = [...text.matchAll(WORD)].at(-1);
  return last !== undefined && last.index + last[0].length === text.length ? last[0] : "";
}

/** The value at the end of those of a word; empty behind a comma. */
export function lastValueOf(values: string): string {
  const last = [...values.matchAll(VALUE)].at(-1);
  return last !== undefined && last.index + last[0].length === values.length ? last[0] : "";
}

/** As it can stand in a filter. */
export function inQuotes(value: string): string {
  return /[\s,，、]/u.test(value) ? `"${value}"` : value;
}

/** What a name of a key stands for; null: it is no name of one. */
export function keyCalled(name: string, words: FilterWords | null): FilterKey | null {
  const wanted = plain(name);
  return FILTER_KEYS.find((key) => key === wanted || (words && plain(words.keys[key]) === wanted)) ?? null;
}

/** One thing that values can mean: how it may be called, and what it finds. */
export interface FilterChoice {
  /** Plain, the name of the code first. */
  readonly names: readonly string[];
  readonly finds: readonly string[];
  /** As it is written in a filter; null where another choice is. */
  readonly value: string | null;
  /** What the page calls it; null where it is not called otherwise. */
  readonly word: string | null;
}

/** As it is compared: `SYN_SENT` is `syn-sent` is `syn sent`, and a quote is a quote. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/[\s_-]+/gu, " ")
    .trim();
}

/** What the value finds: what is called so, or else what has these words in one of its names. Empty: nothing is. */
export function foundBy(
  value: string,
  choices: readonly Pick<FilterChoice, "names" | "finds">[],
): ReadonlySet<string> {
  const wanted = plain(value);
  if (wanted === "") return new Set();
  const exact = choices.filter(({ names }) => names.includes(wanted));
  const meant =
    exact.length > 0 ? exact : choices.filter(({ names }) => names.some((name) => hasWords(name, wanted)));
  return new Set(meant.flatMap(({ finds }) => finds));
}

const LETTER = /[\p{Script=Latin}\p{N}]/u;

/** Whether whole words of a name are these; scripts that set no blanks between words are searched letter by letter. */
function hasWords(name: string, wanted: string): boolean {
  for (let at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
    if (isEdge(name[at - 1], wanted[0]) && isEdge(wanted.at(-1), name[at + wanted.length])) return true;
  }
  return false;
}

function isEdge(before: string | undefined, after: string | undefined): boolean {
  return !LETTER.test(before ?? " ") || !LETTER.test(after ?? " ");
}
