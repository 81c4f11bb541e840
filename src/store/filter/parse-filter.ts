import { phraseAt } from "./capture-filter-words.ts";
import {
  type FilterKey,
  type FilterWords,
  keyCalled,
  plain,
  QUOTED,
  splitWord,
  valuesIn,
  withoutQuotes,
  WORD,
} from "./filter-language.ts";
import { type Measure, MEASURES, readQuantity, type Sign, SIGNS } from "./measures.ts";
import { type Asked, askedTogether, type SegmentQuestion } from "./one-segment.ts";
import { isField, isFieldAlone, ownWordsFor, type Translation } from "./wireshark-words.ts";

/** Where a condition stands in the text. */
interface Written {
  /** As typed, with a `-` or `!` before it, and where it begins. */
  readonly word: string;
  readonly at: number;
  readonly isNegated: boolean;
}

/** One condition. */
export type FilterTerm = Written &
  (
    | { readonly kind: "text"; readonly value: string }
    /** As typed, without quotes; a connection passes if one of them matches. */
    | { readonly kind: "values"; readonly key: FilterKey; readonly values: readonly string[] }
    | {
        readonly kind: "measure";
        readonly measure: Measure;
        readonly sign: Sign;
        /** In nanoseconds, octets or pieces; null: what was typed is no number. */
        readonly limit: number | null;
        readonly typed: string;
      }
    /** What is asked as another program asks it: a display filter of Wireshark, a phrase of tcpdump. */
    | {
        readonly kind: "foreign";
        /** The same in our words, and what they say; null: we have no such question. */
        readonly own: string | null;
        readonly of: FilterExpression | null;
        readonly question: SegmentQuestion | null;
      }
  );

/** A filter: conditions, and how they are joined. */
export type FilterExpression =
  | FilterTerm
  | { readonly kind: "all" | "any"; readonly of: readonly FilterExpression[] }
  | { readonly kind: "not"; readonly of: FilterExpression };

/** A filter that was read. */
export interface ParsedFilter {
  readonly expression: FilterExpression;
  /** Every condition, in the order of the text. */
  readonly terms: readonly FilterTerm[];
  /** Where a bracket stands that has no other; null: nowhere. */
  readonly looseBracket: number | null;
}

type Token =
  | { readonly kind: "(" | ")" | "and" | "or" | "not"; readonly at: number; readonly word: string }
  | { readonly kind: "term"; readonly term: FilterTerm };

const FIELD = String.raw`(?<sign>[-!]?)(?<field>[\p{L}_][\p{L}\p{N}_.-]*)`;
const SAID = `(?<said>\\{[^}]*\\}?|${QUOTED}|[^\\s()]+)`;
const WORDED_SIGN = String.raw`\s+(?<worded>eq|ne|gt|lt|ge|le|in|is|contains|matches)\s+`;
/** `rtt > 100 ms`. */
const UNIT = String.raw`(?:(?<=[\s<>=]\d*\.?\d+)\s+(?:[nuµμm]?s|sec|min|h|[kmg]i?b)(?![^\s()]))?`;
const COMPARISON = new RegExp(
  `${FIELD}(?:\\s*(?<compared>===|!==|~=|~|${SIGNS.join("|")})\\s*|${WORDED_SIGN})(?<all>${SAID}${UNIT})`,
  "iuy",
);
const NEXT_WORD = new RegExp(WORD, "uy");
const OPERATOR = /\(|\)|&&?|\|\|?|(?:and|or|not)(?=[\s()]|$)|[-!](?=\s*\()|!(?=\s)/iuy;
/** Between two ends, and a sign without anything behind it. */
const MEANINGLESS: ReadonlySet<string> = new Set(["-", "!", ">", "->", "=>", "<->", "→", "↔"]);
const BLANKS = /\s*/uy;
const OPERATORS: Readonly<Record<string, "and" | "or" | "not">> = {
  "&&": "and",
  "&": "and",
  "||": "or",
  "|": "or",
  "!": "not",
  "-": "not",
};

/**
 * Parses a filter: `port:443 outcome:refused,no-answer -note:keep-alive rtt>100ms (reset or end:close-wait)`. Blanks
 * and `and` mean and; `or` joins less closely; a comma means or; a leading `-`, `!` or `not` means not; quotes enclose
 * a value with blanks: `outcome:"reset by client"`. A word with another key than those known is free text, so that
 * `fe80::1` can be found. Display filters of Wireshark and filters of tcpdump are understood where we ask the same
 * (`tcp.port == 443`, `dst port 443`).
 * @param words the page's words for keys, accepted beside the codes
 */
export function parseFilter(text: string, words: FilterWords | null = null): ParsedFilter {
  const tokens = tokensOf(text, words);
  const terms = tokens.flatMap((token) => (token.kind === "term" ? [token.term] : []));
  const parser = new Parser(tokens);
  return { expression: parser.read(), terms, looseBracket: parser.looseBracket };
}

/** The filter with one more condition. */
export function narrowed(filter: string, condition: string, words: FilterWords | null): string {
  const kept = filter.trim();
  if (kept === "") return condition;
  return parseFilter(kept, words).expression.kind === "any"
    ? `(${kept}) ${condition}`
    : `${kept} ${condition}`;
}

/** The number of the record, where the filter asks for one record and for nothing else; null otherwise. */
export function frameAlone(text: string, words: FilterWords | null): number | null {
  const { expression, terms } = parseFilter(text, words);
  const [frame, ...others] = framesIn(expression);
  return terms.length === 1 && !terms[0]?.isNegated && others.length === 0 ? (frame ?? null) : null;
}

/** What an expression joins or denies. */
export function partsOf(expression: FilterExpression): readonly FilterExpression[] {
  switch (expression.kind) {
    case "all":
    case "any":
      return expression.of;
    case "not":
      return [expression.of];
    case "foreign":
      return expression.of === null ? [] : [expression.of];
    default:
      return [];
  }
}

/** The numbers of the records that it asks for. */
export function framesIn(expression: FilterExpression): number[] {
  if (expression.kind === "values" && expression.key === "frame") {
    return expression.values.map(Number).filter((frame) => Number.isSafeInteger(frame) && frame > 0);
  }
  return partsOf(expression).flatMap(framesIn);
}

/**
 * The conditions, as text, that stand beside the term at that place: those that a connection must pass for the term
 * to matter. Behind an `or` they are those of its own side and those around it.
 */
export function textBesides(text: string, words: FilterWords | null, at: number): string {
  const beside = besides(parseFilter(text, words).expression, at) ?? [];
  return beside.map(textOf).join(" ");
}

function besides(expression: FilterExpression, at: number): FilterExpression[] | null {
  if ("at" in expression) return expression.at === at ? [] : null;
  for (const part of partsOf(expression)) {
    const inside = besides(part, at);
    if (inside === null) continue;
    return expression.kind === "all"
      ? [...expression.of.filter((other) => other !== part), ...inside]
      : inside;
  }
  return null;
}

/** The expression as a filter. */
function textOf(expression: FilterExpression): string {
  if ("word" in expression) return expression.word;
  if (expression.kind === "not") return `not (${textOf(expression.of)})`;
  return `(${expression.of.map(textOf).join(expression.kind === "any" ? " or " : " ")})`;
}

/** The deepest brackets that are read as such. */
const DEEPEST = 50;

/** Recursive descent: or, and, not. It reads every text: what is missing at an end is left out. */
class Parser {
  looseBracket: number | null = null;
  private place = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): FilterExpression {
    const parts = [this.any(0)];
    for (let token = this.tokens[this.place]; token; token = this.tokens[this.place]) {
      if (token.kind === ")") this.looseBracket ??= token.at;
      this.place++;
      parts.push(this.any(0));
    }
    return joined("all", parts);
  }

  private any(depth: number): FilterExpression {
    const parts = [this.all(depth)];
    while (this.tokens[this.place]?.kind === "or") {
      this.place++;
      parts.push(this.all(depth));
    }
    return joined(
      "any",
      parts.filter((part) => !isEmpty(part)),
    );
  }

  private all(depth: number): FilterExpression {
    const parts: FilterExpression[] = [];
    for (let token = this.tokens[this.place]; token; token = this.tokens[this.place]) {
      if (token.kind === "or" || (token.kind === ")" && depth > 0)) break;
      if (token.kind === ")") this.looseBracket ??= token.at;
      if (token.kind === "and" || token.kind === ")") this.place++;
      else parts.push(this.one(depth));
    }
    return joined("all", ofOneSegment(parts));
  }

  /** Behind a `not`; in a loop, since a text may hold any number of them. */
  private not(depth: number): FilterExpression {
    let isNegated = true;
    for (; this.tokens[this.place]?.kind === "not"; this.place++) isNegated = !isNegated;
    const of = this.one(depth);
    return isNegated && !isEmpty(of) ? { kind: "not", of } : of;
  }

  private one(depth: number): FilterExpression {
    const token = this.tokens[this.place++];
    if (token === undefined || token.kind === "and" || token.kind === "or" || token.kind === ")") {
      this.place -= token === undefined ? 0 : 1;
      return NOTHING;
    }
    if (token.kind === "term") return token.term;
    if (token.kind === "not") return this.not(depth);
    if (depth >= DEEPEST) return NOTHING;
    const inside = this.any(depth + 1);
    if (this.tokens[this.place]?.kind === ")") this.place++;
    else this.looseBracket ??= token.at;
    return inside;
  }
}

const NOTHING: FilterExpression = { kind: "all", of: [] };

function isEmpty(expression: FilterExpression): boolean {
  return expression.kind === "all" && expression.of.length === 0;
}

function joined(kind: "all" | "any", parts: readonly FilterExpression[]): FilterExpression {
  const [only, ...others] = parts;
  if (only === undefined) return NOTHING;
  return others.length === 0 ? only : { kind, of: parts };
}

/** A condition of another program about one segment; null for any other. */
function askedOf(part: FilterExpression): Asked | null {
  const isNot = part.kind === "not";
  const term = isNot ? part.of : part;
  if (term.kind !== "foreign" || term.question === null) return null;
  return { question: term.question, isDenied: isNot !== term.isNegated };
}

/** Conditions of other programs about segments, joined by *and*, are asked of the same segment. */
function ofOneSegment(parts: readonly FilterExpression[]): readonly FilterExpression[] {
  const asked = parts.map(askedOf);
  const about = asked.filter((one) => one !== null);
  const own = about.length > 1 ? askedTogether(about) : null;
  if (own === null) return parts;
  const written = { word: own, at: -1, isNegated: false };
  const together: FilterExpression = foreign(written, { own, question: null });
  const first = asked.findIndex((one) => one !== null);
  return parts.flatMap((part, at) => (at === first ? [together] : asked[at] === null ? [part] : []));
}

function tokensOf(text: string, words: FilterWords | null): Token[] {
  const tokens: Token[] = [];
  const match = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  for (let at = match(BLANKS, 0)?.[0].length ?? 0; at < text.length;) {
    const found = match(OPERATOR, at);
    const phrase = found ? null : phraseAt(text, at);
    const asked = phrase
      ? foreign({ word: phrase.word, at, isNegated: phrase.isNegated }, phrase)
      : found
        ? null
        : comparisonAt(match(COMPARISON, at), at, words);
    const word = found?.[0] ?? asked?.word ?? match(NEXT_WORD, at)?.[0] ?? text.slice(at, at + 1);
    if (found) tokens.push({ kind: operatorOf(word), at, word });
    else if (!MEANINGLESS.has(word)) tokens.push({ kind: "term", term: asked ?? wordTerm(word, at, words) });
    at += word.length;
    at += match(BLANKS, at)?.[0].length ?? 0;
  }
  return tokens;
}

function operatorOf(word: string): "(" | ")" | "and" | "or" | "not" {
  if (word === "(" || word === ")") return word;
  const name = word.toLowerCase();
  return OPERATORS[name] ?? (name === "and" || name === "or" ? name : "not");
}

/** `rtt > 100ms` of a measure, or `tcp.port == 443` of Wireshark; null: a word as any other. */
function comparisonAt(
  found: RegExpExecArray | null,
  at: number,
  words: FilterWords | null,
): FilterTerm | null {
  if (found === null) return null;
  const { sign, field = "", compared, worded, all: said = "" } = found.groups ?? {};
  const written: Written = { word: found[0], at, isNegated: sign !== "" };
  const measure = measureCalled(field, words);
  const known = SIGNS.find((one) => one === compared);
  if (measure !== null && known !== undefined) return measureTerm(written, measure, known, said);
  const name = measure ?? keyCalled(field, words) ?? field;
  return isField(name)
    ? foreign(written, ownWordsFor(name, compared ?? worded ?? "==", withoutQuotes(said)))
    : null;
}

function foreign(written: Written, { own, question }: Translation): FilterTerm {
  const of = own === null ? null : parseFilter(own).expression;
  return { ...written, kind: "foreign", own, of, question };
}

function measureTerm(written: Written, measure: Measure, sign: Sign, said: string): FilterTerm {
  const typed = withoutQuotes(said);
  return { ...written, kind: "measure", measure, sign, limit: readQuantity(measure, typed), typed };
}

function wordTerm(word: string, at: number, words: FilterWords | null): FilterTerm {
  const { sign, head, rest } = splitWord(word);
  const written: Written = { word, at, isNegated: sign !== "" };
  const bare = word.slice(sign.length);
  if (isFieldAlone(bare)) return foreign(written, ownWordsFor(bare, null, ""));
  const measure = head === null ? null : measureCalled(head, words);
  const compared = SIGNS.find((one) => rest.startsWith(one));
  if (measure !== null && compared !== undefined)
    return measureTerm(written, measure, compared, rest.slice(compared.length));
  const key = head === null ? null : keyCalled(head, words);
  if (key !== null) return { ...written, kind: "values", key, values: valuesIn(rest) };
  if (head !== null && rest !== "" && isField(head)) {
    const { own, question } = ownWordsFor(head, "==", rest);
    if (own !== null) return foreign(written, { own, question });
  }
  return { ...written, kind: "text", value: withoutQuotes(bare) };
}

/** The measure with that name; null: none has it. */
function measureCalled(name: string, words: FilterWords | null): Measure | null {
  const wanted = plain(name);
  return MEASURES.find((one) => one === wanted || (words && plain(words.measures[one]) === wanted)) ?? null;
}
