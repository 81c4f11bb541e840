import type { Endpoint } from "../../segments/endpoint.ts";
import { ANNOTATION_KINDS } from "../../tcp/annotation.ts";
import { OUTCOMES } from "../../tcp/verdict.ts";
import type { ConnectionNames, ConnectionSummary } from "../opened-capture.ts";
import type { Clock } from "./clock-range.ts";
import { choicesOf, FAILED, isListed, type ListedKey, outcomeClass } from "./filter-choices.ts";
import { type FilterWords, foundBy, plain } from "./filter-language.ts";
import { hasFlags, readFlagPattern } from "./flag-pattern.ts";
import { namedPortTest, readHostPattern } from "./host-pattern.ts";
import { COMPARED, measureOf } from "./measures.ts";
import {
  type FilterExpression,
  type FilterTerm,
  narrowed,
  type ParsedFilter,
  parseFilter,
} from "./parse-filter.ts";
import { readTime } from "./read-time.ts";
import { livesIn, type TimeRange, writeTimeRange } from "./time-range.ts";

/** The part of a connection that a filter tests. */
type FilterSubject = Pick<
  ConnectionSummary,
  | "id"
  | "client"
  | "server"
  | "segments"
  | "verdict"
  | "states"
  | "lastStates"
  | "notes"
  | "flags"
  | "start"
  | "end"
>;

/** What a filter needs of the capture and of the page. */
export interface FilterGround {
  readonly hostNames: ReadonlyMap<string, string>;
  /** Where the seconds of `time:` count from, as in the table's time column. */
  readonly captureStart: number;
  /** null: no connection has a time. */
  readonly clock: Clock | null;
  /** The connections that hold the frames that the filter asks for; null: none does, or it is not known yet. */
  readonly connectionOfFrame: (frame: number) => number | null;
  /** Words of the page's language; null: only the codes are understood. */
  readonly words: FilterWords | null;
  /** What is known of who the connections are; null: nothing. */
  readonly names: ConnectionNames | null;
}

/** null: the connection has not what is asked for, or not yet; then it passes neither the question nor its contrary. */
type Test = (subject: FilterSubject) => boolean | null;

/** The test that a filter is. */
export interface FilterTest {
  readonly passes: (subject: FilterSubject) => boolean;
  /** How many values a connection is held against, at most. */
  readonly values: number;
}

/** What makes the test of each term, each question once. */
interface Making {
  readonly ground: FilterGround;
  readonly made: Map<string, Test>;
  values: number;
}

/**
 * A connection passes when the expression is true of it. A key without a value (still being typed) passes everything;
 * a value that nothing is called by finds nothing.
 */
export function filterTest(
  { expression }: Pick<ParsedFilter, "expression">,
  ground: FilterGround,
): FilterTest {
  const making: Making = { ground, made: new Map(), values: 0 };
  const test = testOf(expression, making);
  return { passes: (subject) => test(subject) === true, values: making.values };
}

function testOf(expression: FilterExpression, making: Making): Test {
  switch (expression.kind) {
    case "all":
    case "any": {
      const tests = [...new Set(expression.of.map((part) => testOf(part, making)))];
      return join(tests, expression.kind === "any");
    }
    case "not":
      return negated(testOf(expression.of, making));
    default:
      return termTest(expression, making);
  }
}

/** Of several: true where one is (`any`), false where one is (`all`), and otherwise not known where one is not. */
function join(tests: readonly Test[], decisive: boolean): Test {
  return (subject) => {
    let isKnown = true;
    for (const test of tests) {
      const said = test(subject);
      if (said === decisive) return decisive;
      isKnown &&= said !== null;
    }
    return isKnown ? !decisive : null;
  };
}

function negated(test: Test): Test {
  return (subject) => {
    const said = test(subject);
    return said === null ? null : !said;
  };
}

function termTest(term: FilterTerm, making: Making): Test {
  const name = JSON.stringify({
    ...term,
    word: "",
    at: 0,
    ...("values" in term && { values: [...new Set(term.values)] }),
  });
  const known = making.made.get(name);
  if (known) return known;
  const test =
    term.isNegated && !isUnfinished(term) ? negated(questionTest(term, making)) : questionTest(term, making);
  making.made.set(name, test);
  return test;
}

/** A key without a value. */
function isUnfinished(term: FilterTerm): boolean {
  return term.kind === "values" && term.values.length === 0;
}

function questionTest(term: FilterTerm, making: Making): Test {
  switch (term.kind) {
    case "foreign":
      return term.of === null ? () => null : testOf(term.of, making);
    case "measure": {
      making.values++;
      const { measure, sign, limit } = term;
      return (subject) => {
        const own = measureOf(measure, subject);
        return own === null || limit === null ? null : COMPARED[sign](own, limit);
      };
    }
    case "text":
      making.values++;
      return textTest(term.value, making.ground);
    default: {
      if (isUnfinished(term)) return () => true;
      const values = [...new Set(term.values)];
      making.values += values.length;
      return join(
        values.map((value) => valueTest(term.key, value, making.ground)),
        true,
      );
    }
  }
}

function valueTest(
  key: (FilterTerm & { readonly kind: "values" })["key"],
  value: string,
  ground: FilterGround,
): Test {
  if (key === "flag") return flagTest(value);
  if (isListed(key)) {
    const found = foundBy(value, choicesOf(key, ground.words));
    return (subject) => (subject.verdict === null ? null : TESTS[key](subject, found));
  }
  if (key === "time") return timeTest(value, ground);
  if (key === "port") return portsTest(value);
  if (key === "frame") {
    const connection = ground.connectionOfFrame(Number(value));
    return ({ id }) => id === connection;
  }
  if (key === "name") return nameTest(value.toLowerCase(), ground);
  const pattern = readHostPattern(value);
  const fits = (end: Endpoint): boolean => pattern.fits(end, nameOf(end, ground));
  if (key === "host") return ({ client, server }) => fits(client) || fits(server);
  return (subject) => fits(subject[key]);
}

/** A part of what is known of who a connection is. Each name is held against it once. */
function nameTest(wanted: string, { names }: FilterGround): (subject: FilterSubject) => boolean {
  const found = names?.names.map((name) => name.toLowerCase().includes(wanted)) ?? [];
  return ({ id }) => found[(names?.nameOf[id] ?? 0) - 1] ?? false;
}

/** A port, a range of ports, or the name of a service that a text printed. */
function portsTest(value: string): Test {
  const fits = namedPortTest(value.toLowerCase());
  return ({ client, server }) => fits(client.port) || fits(server.port);
}

/** A segment with these control bits. */
function flagTest(value: string): Test {
  const pattern = readFlagPattern(value);
  return ({ flags, verdict }) =>
    verdict === null ? null : pattern !== null && flags.some((one) => hasFlags(one, pattern));
}

const TESTS: Readonly<
  Record<Exclude<ListedKey, "flag">, (subject: FilterSubject, found: ReadonlySet<string>) => boolean>
> = {
  outcome: ({ verdict }, found) =>
    verdict !== null && found.has(outcomeClass(verdict.outcome, verdict.startCaptured)),
  start: ({ verdict }, found) => found.has(verdict?.startCaptured ? "captured" : "not-captured"),
  state: ({ states }, found) => states.some((state) => found.has(state)),
  end: ({ lastStates: { client, server } }, found) => found.has(client ?? "") || found.has(server ?? ""),
  note: ({ notes }, found) => notes.some((note) => found.has(note)),
  opening: ({ verdict }, found) => verdict !== null && found.has(verdict.opening),
  closing: ({ verdict }, found) => verdict !== null && found.has(verdict.closing),
};

/** `time:2.5-4`: connections with a segment before and one after some moment between 2.5 s and 4 s of the capture. */
function timeTest(value: string, { captureStart, clock }: FilterGround): Test {
  const range = readTime(value, clock);
  return (subject) => range !== null && livesIn(subject, range, captureStart);
}

function nameOf({ address }: Endpoint, { hostNames }: FilterGround): string | undefined {
  return hostNames.get(address)?.toLowerCase();
}

/** `10.0.0.1`, `10.0.0.1:443`, tcpdump's `10.0.0.1.443`, `10.0.*`, `2001:db8::/32`. */
const WHOLE_ADDRESS =
  /^\[?(?:\d+\.\d+\.\d+\.\d+(?:\.\d+)?|(?:\d+\.){1,3}\*|[0-9a-f]*:[0-9a-f:]*:[0-9a-f.]*)(?:\]?:\d+|\])?(?:\/\d+)?$/u;

/**
 * A whole address or network as a host; otherwise a part of an endpoint, of the words for an outcome or of those for a
 * note. `failed` is one of these words.
 */
function textTest(value: string, ground: FilterGround): Test {
  const wanted = value.toLowerCase();
  const { outcomes, notes } = wordsHolding(wanted, ground.words);
  const isEnd = endTest(wanted, ground);
  const isNamed = nameTest(wanted, ground);
  return (subject) => {
    const isJudged = subject.verdict !== null;
    if (isJudged && (TESTS.outcome(subject, outcomes) || TESTS.note(subject, notes))) return true;
    if (isEnd(subject.client) || isEnd(subject.server) || isNamed(subject)) return true;
    return isJudged ? false : null;
  };
}

function endTest(wanted: string, ground: FilterGround): (end: Endpoint) => boolean {
  if (WHOLE_ADDRESS.test(wanted)) {
    const pattern = readHostPattern(wanted);
    return (end) => pattern.fits(end, nameOf(end, ground));
  }
  // Most texts cannot stand in a port: then no text is made of it.
  const crosses = wanted.includes(":");
  const isNumber = /^\d+$/u.test(wanted);
  const isIn = (name: string, port: Endpoint["port"]): boolean =>
    crosses
      ? `${name}:${port}`.toLowerCase().includes(wanted)
      : name.includes(wanted) ||
        ((isNumber || typeof port === "string") && `${port}`.toLowerCase().includes(wanted));
  return (end) => {
    const name = nameOf(end, ground);
    return isIn(end.address.toLowerCase(), end.port) || (name !== undefined && isIn(name, end.port));
  };
}

/** The outcomes and notes whose code or word holds the text. */
function wordsHolding(
  wanted: string,
  words: FilterWords | null,
): { readonly outcomes: ReadonlySet<string>; readonly notes: ReadonlySet<string> } {
  const isFailed = plain(wanted) === "failed" || (words !== null && plain(wanted) === plain(words.failed));
  const outcomes = [true, false].flatMap((captured) =>
    OUTCOMES.filter(
      (outcome) =>
        (isFailed && FAILED.includes(outcome)) || holds(wanted, outcome, words?.outcome(outcome, captured)),
    ).map((outcome) => outcomeClass(outcome, captured)),
  );
  const notes = ANNOTATION_KINDS.filter((kind) => holds(wanted, kind, words?.note(kind)));
  return { outcomes: new Set(outcomes), notes: new Set(notes) };
}

function holds(wanted: string, name: string, word = ""): boolean {
  return name.includes(wanted) || (plain(wanted) !== "" && plain(word).includes(plain(wanted)));
}

/** The range of time of a filter: that of its one `time:` term; null without one, or with several. */
export function timeRangeOf(
  filter: string,
  words: FilterWords | null,
  clock: Clock | null,
): TimeRange | null {
  const ranges = timeTerms(parseFilter(filter, words)).flatMap(({ values }) =>
    values.map((value) => readTime(value, clock)),
  );
  return ranges.length === 1 ? (ranges[0] ?? null) : null;
}

type TimeTerm = FilterTerm & { readonly kind: "values" };

function timeTerms({ terms }: ParsedFilter): TimeTerm[] {
  return terms.filter(
    (term): term is TimeTerm => term.kind === "values" && term.key === "time" && !term.isNegated,
  );
}

/** The filter with this range of time instead of those that it had; null: without any. */
export function withTimeRange(filter: string, range: TimeRange | null, words: FilterWords | null): string {
  const taken = timeTerms(parseFilter(filter, words));
  const rest = taken.reduceRight(
    (text, { at, word }) => text.slice(0, at) + text.slice(at + word.length),
    filter,
  );
  const kept = rest.replaceAll(/\s+/gu, " ").trim();
  if (range === null) return kept;
  return narrowed(kept, `time:${writeTimeRange(range)}`, words);
}
