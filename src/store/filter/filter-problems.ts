import { editDistance } from "../../base/edit-distance.ts";
import type { Clock } from "./clock-range.ts";
import { choicesOf, isListed, type ListedKey } from "./filter-choices.ts";
import { FILTER_KEYS, type FilterWords, foundBy, inQuotes, plain, splitWord } from "./filter-language.ts";
import { readFlagPattern } from "./flag-pattern.ts";
import { isService, readHostPattern } from "./host-pattern.ts";
import { type Measure, MEASURES, quantityExample, readQuantity } from "./measures.ts";
import { foreignIn, inOwnWords } from "./own-words.ts";
import { type FilterExpression, type FilterTerm, type ParsedFilter, parseFilter } from "./parse-filter.ts";
import { readTime } from "./read-time.ts";
import { nearField } from "./wireshark-words.ts";

/** A correction: something known that could stand there instead. */
export interface Mend {
  readonly value: string;
  /** What the page calls it, or null. */
  readonly word: string | null;
  /** The whole filter with the completion. */
  readonly filter: string;
}

/**
 * What a filter says that is not understood, or not as it stands. `key`, `value`, `host`, `time`, `number`, `frame`:
 * nothing is called so. `word`: a free word that finds nothing. `foreign`: a filter as another program has it, and the
 * same in our words. `segment`: an expression that we have no question for, with what comes near it. `stream`: a number
 * that only Wireshark knows. `bracket`: one without another.
 */
export type FilterProblem = {
  readonly typed: string;
  /** Corrections that were probably meant, the most likely first. */
  readonly near: readonly Mend[];
  /** Everything that may stand there. */
  readonly known: readonly Mend[];
} & (
  | {
      readonly kind:
        | "key"
        | "host"
        | "time"
        | "frame"
        | "word"
        | "foreign"
        | "segment"
        | "stream"
        | "bracket";
      readonly key: null;
    }
  | { readonly kind: "value"; readonly key: ListedKey }
  | { readonly kind: "number"; readonly key: Measure }
);

const MOST_NEAR = 3;
/** Nothing that is known has a longer name, twice over; comparing costs the product of both lengths. */
const LONGEST_NAME = 80;
/** The most problems that are listed; after correcting them the person sees the rest. */
const MOST_TOLD = 8;

/** What the problems of a filter are told by. */
interface Asked {
  readonly text: string;
  readonly words: FilterWords | null;
  readonly clock: Clock | null;
  readonly findsNothing: boolean;
  readonly isOnlyTerm: boolean;
}

/**
 * What a person could not have meant, each once. @param findsNothing a word with an unknown key is free text, as
 * `localhost:80`: where it is like no key, it is a problem only if nothing is found. So is a free word alone
 */
export function filterProblems(
  text: string,
  words: FilterWords | null,
  clock: Clock | null,
  findsNothing: boolean,
): FilterProblem[] {
  const parsed = parseFilter(text, words);
  const asked: Asked = { text, words, clock, findsNothing, isOnlyTerm: parsed.terms.length === 1 };
  const told = new Map<string, FilterProblem>();
  for (const problem of problemsOf(parsed, asked)) {
    const same = `${problem.kind} ${problem.key}:${problem.typed}`;
    if (!told.has(same)) told.set(same, problem);
    if (told.size >= MOST_TOLD) break;
  }
  return [...told.values()];
}

function* problemsOf(
  { expression, terms, looseBracket }: ParsedFilter,
  asked: Asked,
): Generator<FilterProblem> {
  if (looseBracket !== null) yield plainProblem("bracket", asked.text.slice(looseBracket, looseBracket + 1));
  for (const term of terms) yield* termProblems(term, asked);
  yield* foreignProblems(expression, asked);
  yield* phraseProblems(terms, asked);
}

function termProblems(term: FilterTerm, asked: Asked): FilterProblem[] {
  switch (term.kind) {
    case "text":
      return textProblems(term, asked);
    case "values":
      return term.values.flatMap((_, at) => valueProblems(term, at, asked));
    case "measure": {
      if (term.limit !== null) return [];
      const { measure, sign, typed } = term;
      const own = `${measure}${sign}${quantityExample(measure)}`;
      return [
        { kind: "number", key: measure, typed, near: [mended(own, null, asked, term, own)], known: [] },
      ];
    }
    default:
      return [];
  }
}

type Plain = Extract<FilterProblem, { readonly key: null }>;

function plainProblem(
  kind: Plain["kind"],
  typed: string,
  near: readonly Mend[] = [],
  known: readonly Mend[] = [],
): Plain {
  return { kind, key: null, typed, near, known };
}

/** The correction `value`, with the word of the term replaced. */
function mended(
  value: string,
  word: string | null,
  { text }: Pick<Asked, "text">,
  term: Pick<FilterTerm, "at" | "word">,
  replacement: string,
): Mend {
  const filter = text.slice(0, term.at) + replacement + text.slice(term.at + term.word.length);
  return { value, word, filter };
}

/** What is asked as another program asks it: the whole filter in our words, or what has none. */
function* foreignProblems(expression: FilterExpression, asked: Asked): Generator<FilterProblem> {
  const foreign = foreignIn(expression);
  if (foreign.length === 0) return;
  const unasked = foreign.filter(({ own }) => own === null);
  if (unasked.length === 0) {
    const own = inOwnWords(expression);
    yield plainProblem("foreign", asked.text.trim(), [{ value: own, word: null, filter: own }]);
  }
  for (const term of unasked) {
    const written = term.word.replace(/^[-!]/u, "");
    if (written.startsWith("tcp.stream")) yield plainProblem("stream", term.word);
    else {
      const near = nearField(written);
      yield plainProblem("segment", term.word, near === null ? [] : [mended(near, null, asked, term, near)]);
    }
  }
}

/** Letters of any script, but not a group of an IPv6 address. */
const LIKE_A_KEY = /^(?![0-9a-f]{1,4}$)[\p{L}-]{2,}$/iu;

/** `state close-wait`, `port: 443`. */
const KEY_OTHERWISE = /^[-!]?([a-z]{2,20}):? +([^\s()=:<>]+)/iu;

/** A key that is written so, in our words; null: the term is none. */
function keyOtherwise({ at, isNegated }: FilterTerm, asked: Asked): FilterProblem | null {
  const [word = "", typed = "", value = ""] = KEY_OTHERWISE.exec(asked.text.slice(at)) ?? [];
  const key = typed.toLowerCase();
  if (!FILTER_KEYS.some((one) => one === key)) return null;
  const own = `${isNegated ? "-" : ""}${key}:${value}`;
  return plainProblem("word", word, [mended(own, null, asked, { at, word }, own)]);
}

/** A word with a colon may be meant as a key; another that finds nothing, as a value of some key. */
function textProblems(term: FilterTerm & { readonly kind: "text" }, asked: Asked): FilterProblem[] {
  const { sign, head, rest } = splitWord(term.word);
  const time = asked.findsNothing ? timeProblem(term, asked) : null;
  if (time !== null) return [time];
  if (head !== null) {
    if (!LIKE_A_KEY.test(head)) return [];
    const known = [
      ...FILTER_KEYS.map((key) => mended(`${key}:`, null, asked, term, `${sign}${key}:${rest}`)),
      ...MEASURES.map((measure) =>
        mended(
          `${measure}>`,
          null,
          asked,
          term,
          `${sign}${measure}>${readQuantity(measure, rest) === null ? quantityExample(measure) : rest}`,
        ),
      ),
    ];
    const near = nearest(head, known, ({ value }) => [value.slice(0, -1)]);
    return near.length === 0 && !asked.findsNothing ? [] : [plainProblem("key", head, near, known)];
  }
  if (!asked.findsNothing) return [];
  const otherwise = keyOtherwise(term, asked);
  if (otherwise !== null) return [otherwise];
  if (!asked.isOnlyTerm || term.isNegated) return [];
  const hosts = hostProblems(term.value, (value) => mended(value, null, asked, term, value));
  if (hosts.length > 0) return hosts;
  return [plainProblem("word", term.value, wordsNear(term.value, asked, term))];
}

/** A moment or a range of times without its key. */
function timeProblem(term: FilterTerm & { readonly kind: "text" }, asked: Asked): FilterProblem | null {
  const typed = term.value.replace(/(?<=\d)Z$/u, "");
  if (!/\d:\d\d/u.test(typed) || readTime(typed, asked.clock) === null) return null;
  const own = `time:${typed}`;
  return plainProblem("word", term.word, [mended(own, null, asked, term, own)]);
}

/** What people call what has another name here. */
const CALLED: readonly (readonly [RegExp, string])[] = [
  [/^time[ds]?[ -]?outs?$/u, "outcome:no-answer"],
  [/^(?:errors?|failures?|fail|broken|problems?|bad)$/u, "failed"],
  [/^slow(?: open)?$/u, "opening>1s"],
  [/^(?:packet )?(?:loss|lost)(?: packets?| segments?)?$/u, "retransmissions>0"],
  [/^(?:tcp )?(?:retrans|retransmit(?:ted|s)?|resent|retries|retry)$/u, "retransmissions>0"],
  [/^dup(?:licate)?s? acks?$/u, "note:duplicate-ack"],
  [/^(?:connection )?reset(?: by peer)?$/u, "outcome:reset"],
  [/^(?:connection )?refused$/u, "outcome:refused"],
  [/^(?:incomplete|unfinished)$/u, "-outcome:complete"],
  [/^(?:port )?scan$/u, "outcome:refused,no-answer"],
  [/^(?:dropped|unanswered|filtered|blocked|no (?:answer|response|reply))$/u, "outcome:no-answer"],
];

/** Filters that a word may mean, the whole filter in place of it. */
function wordsNear(typed: string, asked: Asked, term: Pick<FilterTerm, "at" | "word">): readonly Mend[] {
  const called =
    CALLED.find(([name]) => name.test(plain(typed)))?.[1] ??
    (isService(plain(typed)) ? `port:${plain(typed)}` : undefined);
  if (called !== undefined) return [mended(called, null, asked, term, called)];
  const meant = (["outcome", "flag", "end", "state", "note", "opening", "closing"] as const).flatMap((key) =>
    choicesOf(key, asked.words).flatMap(({ value, word }) =>
      value === null
        ? []
        : [mended(`${key}:${value}`, otherWord(value, word), asked, term, `${key}:${value}`)],
    ),
  );
  return nearest(typed, meant, ({ value, word }) => [
    value.slice(value.indexOf(":") + 1),
    ...(word === null ? [] : [word]),
  ]);
}

/** Several free words that find nothing may be one name; a value may stand behind a blank. */
function* phraseProblems(terms: readonly FilterTerm[], asked: Asked): Generator<FilterProblem> {
  if (!asked.findsNothing) return;
  for (const term of terms) {
    const otherwise = term.kind === "values" && term.values.length === 0 ? keyOtherwise(term, asked) : null;
    if (otherwise !== null) yield otherwise;
  }
  const typed = asked.text.trim();
  if (terms.length < 2 || !/^[\p{L}\s-]+$/u.test(typed)) return;
  if (!terms.every((term) => term.kind === "text" && !term.isNegated)) return;
  yield plainProblem("word", typed, wordsNear(typed, asked, { at: 0, word: asked.text }));
}

function valueProblems(
  term: FilterTerm & { readonly kind: "values" },
  at: number,
  asked: Asked,
): FilterProblem[] {
  const { key, values } = term;
  const typed = values[at] ?? "";
  const { sign, head } = splitWord(term.word);
  const inPlace = (value: string, word: string | null = null): Mend =>
    mended(value, word, asked, term, `${sign}${head}:${values.with(at, value).map(inQuotes).join(",")}`);
  if (isListed(key)) return listedProblems(key, typed, inPlace, asked);
  if (key === "time") return readTime(typed, asked.clock) === null ? [plainProblem("time", typed)] : [];
  if (key === "frame") {
    if (!/^[1-9]\d*$/u.test(typed)) return [plainProblem("frame", typed)];
    return asked.findsNothing && asked.isOnlyTerm ? [plainProblem("frame", typed)] : [];
  }
  if (key === "port" && /^[-!]./u.test(typed)) {
    const own = `${sign === "" ? "-" : ""}${head}:${typed.slice(1)}`;
    return [plainProblem("word", term.word, [mended(own, null, asked, term, own)])];
  }
  return key === "port" ? [] : hostProblems(typed, inPlace);
}

/** A part of an address is written with a `*`. */
function hostProblems(typed: string, inPlace: (value: string) => Mend): FilterProblem[] {
  const { meant } = readHostPattern(typed);
  return meant === null ? [] : [plainProblem("host", typed, [inPlace(meant)])];
}

function listedProblems(
  key: ListedKey,
  typed: string,
  inPlace: (value: string, word: string | null) => Mend,
  { words }: Asked,
): FilterProblem[] {
  const choices = choicesOf(key, words);
  if (key === "flag" ? readFlagPattern(typed) !== null : foundBy(typed, choices).size > 0) return [];
  const known = choices.flatMap(({ value, word }) =>
    value === null ? [] : [inPlace(value, otherWord(value, word))],
  );
  const near = nearest(typed, known, ({ value, word }) => [value, ...(word === null ? [] : [word])]);
  return [{ kind: "value", key, typed, near, known }];
}

/** The page's word, if it is another one. */
function otherWord(value: string, word: string | null): string | null {
  return word === null || plain(word) === plain(value) ? null : word;
}

/** The corrections whose name begins with what was typed, or differs from it by a few letters. */
function nearest(
  typed: string,
  mends: readonly Mend[],
  namesOf: (mend: Mend) => readonly string[],
): readonly Mend[] {
  const wanted = plain(typed);
  if (wanted.length > LONGEST_NAME) return [];
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
  return Math.min(editDistance(typed, name), editDistance(typed, firstWords) + 0.5);
}
