import { choicesOf } from "./filter-choices.ts";
import {
  FILTER_KEYS,
  type FilterKey,
  type FilterTerm,
  type FilterWords,
  foundBy,
  inQuotes,
  parseFilter,
  plain,
  splitWord,
} from "./filter-language.ts";
import { readTimeRange } from "./time-range.ts";

/** A correction: something known that could stand there instead. */
export interface Mend {
  readonly value: string;
  /** What the page calls it, or null. */
  readonly word: string | null;
  /** The whole filter with the completion. */
  readonly filter: string;
}

/** Something in a filter that does not exist: a key, a value of a closed list, or a malformed time. */
export interface FilterProblem {
  readonly kind: "key" | "value" | "time";
  /** null for an unknown key. */
  readonly key: FilterKey | null;
  readonly typed: string;
  /** Corrections that were probably meant, the most likely first. */
  readonly near: readonly Mend[];
  /** Everything that may stand there. */
  readonly known: readonly Mend[];
}

const MOST_NEAR = 3;
/** The most problems that are listed; after correcting them the person sees the rest. */
const MOST_TOLD = 8;

/**
 * What a person could not have meant, each once. @param findsNothing a word with an unknown key is free text, as `localhost:80`:
 * where it is like no key, it is a problem only if nothing is found
 */
export function filterProblems(
  text: string,
  words: FilterWords | null,
  findsNothing: boolean,
): FilterProblem[] {
  const told = new Map<string, FilterProblem>();
  for (const term of parseFilter(text, words)) {
    const problems =
      term.key === null
        ? keyProblem(text, term, findsNothing)
        : term.values.flatMap((_, at) => valueProblem(text, term, at, words));
    for (const problem of problems) {
      const same = `${problem.key}:${problem.typed}`;
      if (!told.has(same)) told.set(same, problem);
    }
    if (told.size >= MOST_TOLD) break;
  }
  return [...told.values()].slice(0, MOST_TOLD);
}

/** Letters of any script, but not a group of an IPv6 address. */
const LIKE_A_KEY = /^(?![0-9a-f]{1,4}$)[\p{L}-]{2,}$/iu;

function keyProblem(text: string, term: FilterTerm, findsNothing: boolean): FilterProblem[] {
  const { sign, head, rest } = splitWord(term.word);
  if (head === null || !LIKE_A_KEY.test(head)) return [];
  const known = FILTER_KEYS.map((key) => ({
    value: `${key}:`,
    word: null,
    filter: replaced(text, term, `${sign}${key}:${rest}`),
  }));
  const near = nearest(head, known, ({ value }) => [value.slice(0, -1)]);
  if (near.length === 0 && !findsNothing) return [];
  return [{ kind: "key", key: null, typed: head, near, known }];
}

function valueProblem(
  text: string,
  term: FilterTerm,
  at: number,
  words: FilterWords | null,
): FilterProblem[] {
  const { key, values } = term;
  const typed = values[at] ?? "";
  if (key === null || key === "port" || key === "host") return [];
  if (key === "time") {
    return readTimeRange(typed) === null ? [{ kind: "time", key, typed, near: [], known: [] }] : [];
  }
  const choices = choicesOf(key, words);
  if (foundBy(typed, choices).size > 0) return [];
  const { sign, head } = splitWord(term.word);
  const known = choices.flatMap(({ value, word }) => {
    if (value === null) return [];
    const mended = values.with(at, value).map(inQuotes).join(",");
    const other = word === null || plain(word) === plain(value) ? null : word;
    return [{ value, word: other, filter: replaced(text, term, `${sign}${head}:${mended}`) }];
  });
  const near = nearest(typed, known, ({ value, word }) => [value, ...(word === null ? [] : [word])]);
  return [{ kind: "value", key, typed, near, known }];
}

function replaced(text: string, { at, word }: FilterTerm, mended: string): string {
  return text.slice(0, at) + mended + text.slice(at + word.length);
}

/** The corrections whose name begins with what was typed, or differs from it by a few letters. */
function nearest(
  typed: string,
  mends: readonly Mend[],
  namesOf: (mend: Mend) => readonly string[],
): readonly Mend[] {
  const wanted = plain(typed);
  const farthest = Math.max(1, Math.floor(wanted.length / 3));
  return mends
    .map((mend) => ({ mend, far: Math.min(...namesOf(mend).map((name) => distance(wanted, plain(name)))) }))
    .filter(({ far }) => far <= farthest)
    .toSorted((one, other) => one.far - other.far)
    .slice(0, MOST_NEAR)
    .map(({ mend }) => mend);
}

/** The number of letters to change, insert or delete; letters that follow what was typed do not count. */
function distance(typed: string, name: string): number {
  if (typed.length > 1 && name.includes(typed)) return name.startsWith(typed) ? 0 : 1;
  const firstWords = name.split(" ").slice(0, typed.split(" ").length).join(" ");
  return Math.min(edits(typed, name), edits(typed, firstWords) + 0.5);
}

/** The edit distance of Levenshtein. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const swap = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
