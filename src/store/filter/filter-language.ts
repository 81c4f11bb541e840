import type { AnnotationKind } from "../../tcp/annotation.ts";
import type { Closing, Opening, Outcome } from "../../tcp/verdict.ts";
import type { Measure } from "./measures.ts";

/** The keys of terms. Free text matches anything that the list shows of a connection. */
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
  "end",
  "flag",
  "client",
  "server",
  "frame",
  "name",
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

export const STARTS = ["captured", "not-captured"] as const;

/** The page's words for keys and values. A filter accepts these words and the codes. */
export interface FilterWords {
  readonly keys: Readonly<Record<FilterKey, string>>;
  readonly outcome: (outcome: Outcome, startCaptured: boolean) => string;
  readonly start: Readonly<Record<(typeof STARTS)[number], string>>;
  readonly note: (kind: AnnotationKind) => string;
  readonly opening: Readonly<Record<Opening, string>>;
  readonly closing: Readonly<Record<Closing, string>>;
  readonly measures: Readonly<Record<Measure, string>>;
  /** What `failed` is called. */
  readonly failed: string;
}

/** Keyboards also produce other quotes than `"`; between any two quotes, blanks and commas belong to the value. */
export const QUOTED = `["“”„«»][^"“”„«»]*["“”„«»]?`;
/** In a word that has begun, round brackets without a blank between them belong to it. */
export const WORD = `(?:${QUOTED}|[^\\s()"“”„«»])(?:${QUOTED}|[^\\s()"“”„«»]|\\([^\\s()]*\\))*`;
/** The commas and colons of Chinese and Korean keyboards count too. */
const VALUE = new RegExp(`(?:${QUOTED}|[^,，、"“”„«»])+`, "gu");
const QUOTES = /["“”„«»]/gu;
const COLON = /[:：]/u;

/** The values behind a colon, without quotes. */
export function valuesIn(text: string): string[] {
  const values = [...text.matchAll(VALUE)].map(([value]) => withoutQuotes(value).trim());
  return values.filter((value) => value !== "");
}

export function withoutQuotes(text: string): string {
  return text.replaceAll(QUOTES, "");
}

/** `-state:closing` → `-`, `state`, `closing`; `head` is null without a colon, or with one in quotes only. */
export function splitWord(word: string): {
  readonly sign: string;
  readonly head: string | null;
  readonly rest: string;
} {
  const sign = /^[-!]/u.exec(word)?.[0] ?? "";
  const bare = word.slice(sign.length);
  const colon = bare.search(COLON);
  const quote = bare.search(QUOTES);
  if (colon < 0 || (quote >= 0 && quote < colon)) return { sign, head: null, rest: bare };
  return { sign, head: bare.slice(0, colon), rest: bare.slice(colon + 1) };
}

/** The word at the end that is still being typed; empty behind a blank. */
export function lastWordOf(text: string): string {
  const last = [...text.matchAll(new RegExp(WORD, "gu"))].at(-1);
  return last !== undefined && last.index + last[0].length === text.length ? last[0] : "";
}

/** The value at the end of those of a word; empty behind a comma. */
export function lastValueOf(values: string): string {
  const last = [...values.matchAll(VALUE)].at(-1);
  return last !== undefined && last.index + last[0].length === values.length ? last[0] : "";
}

/** The value as a filter must contain it. */
export function inQuotes(value: string): string {
  return /[\s,，、()]/u.test(value) ? `"${value}"` : value;
}

/** The key with that name; null: no key has it. */
export function keyCalled(name: string, words: FilterWords | null): FilterKey | null {
  const wanted = plain(name);
  return FILTER_KEYS.find((key) => key === wanted || (words && plain(words.keys[key]) === wanted)) ?? null;
}

/** One meaning of values: its names, and the codes that it matches. */
export interface FilterChoice {
  /** Names in plain form, the code first. */
  readonly names: readonly string[];
  readonly finds: readonly string[];
  /** The value to write in a filter; null if another choice has the same. */
  readonly value: string | null;
  /** The page's word for it; null if that is the same. */
  readonly word: string | null;
}

/** The form in which names are compared: `SYN_SENT`, `syn-sent` and `syn sent` are equal, and so are all quotes. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/[\s_-]+/gu, " ")
    .trim();
}

/** The codes that the value matches: those with that name, or else those with these words in a name. Empty: none. */
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

/** Whether the name contains the words as whole words. In scripts without blanks between words, any letters count. */
function hasWords(name: string, wanted: string): boolean {
  for (let at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
    if (isEdge(name[at - 1], wanted[0]) && isEdge(wanted.at(-1), name[at + wanted.length])) return true;
  }
  return false;
}

function isEdge(before: string | undefined, after: string | undefined): boolean {
  return !LETTER.test(before ?? " ") || !LETTER.test(after ?? " ");
}
