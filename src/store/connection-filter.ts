import type { Endpoint } from "../segments/endpoint.ts";
import { ANNOTATION_KINDS } from "../tcp/annotation.ts";
import { OUTCOMES } from "../tcp/verdict.ts";
import { choicesOf, type ListedKey, outcomeClass } from "./filter-choices.ts";
import { type FilterTerm, type FilterWords, foundBy, parseFilter, plain } from "./filter-language.ts";
import type { ConnectionSummary } from "./opened-capture.ts";
import { livesIn, readTimeRange, type TimeRange, writeTimeRange } from "./time-range.ts";

/** The part of a connection that a filter tests. */
type FilterSubject = Pick<
  ConnectionSummary,
  "client" | "server" | "verdict" | "states" | "notes" | "start" | "end"
>;

/** What a filter needs of the capture and of the page. */
export interface FilterGround {
  readonly hostNames: ReadonlyMap<string, string>;
  /** Where the seconds of `time:` count from, as in the table's time column. */
  readonly captureStart: number;
  /** Words of the page's language; null: only the codes are understood. */
  readonly words: FilterWords | null;
}

type Test = (subject: FilterSubject) => boolean;

/** The test that a filter is. */
export interface FilterTest {
  readonly passes: Test;
  /** How many values a connection is held against, at most. */
  readonly values: number;
}

/**
 * A connection passes when it passes every term; terms that say the same are asked once. A key without a value (still
 * being typed) passes everything; a value that nothing is called by finds nothing.
 */
export function filterTest(terms: readonly FilterTerm[], ground: FilterGround): FilterTest {
  const asked = new Map(
    terms
      .map((term) => ({ ...term, values: [...new Set(term.values)] }))
      .filter(({ values }) => values.length > 0)
      .map((term) => [JSON.stringify([term.key, term.isNegated, term.values]), term]),
  );
  const tests = [...asked.values()].map((term) => termTest(term, ground));
  return {
    passes: (subject) => tests.every((test) => test(subject)),
    values: [...asked.values()].reduce((sum, { values }) => sum + values.length, 0),
  };
}

/** A term about something that only judged connections have lets no other connection pass, negated or not. */
function termTest({ key, values, isNegated }: FilterTerm, ground: FilterGround): Test {
  const tests = values.map((value) => valueTest(key, value, ground));
  const test: Test = (subject) => tests.some((one) => one(subject)) !== isNegated;
  if (key === null || !Object.hasOwn(TESTS, key)) return test;
  return (subject) => subject.verdict !== null && test(subject);
}

function valueTest(key: FilterTerm["key"], value: string, ground: FilterGround): Test {
  if (key === null) return textTest(value, ground);
  if (key === "time") return timeTest(value, ground);
  const wanted = value.toLowerCase();
  if (key === "port")
    return ({ client, server }) => [client, server].some(({ port }) => `${port}`.toLowerCase() === wanted);
  if (key === "host") {
    return ({ client, server }) =>
      [client, server].some((end) => namesOf(end, ground).some((name) => name.includes(wanted)));
  }
  const found = foundBy(value, choicesOf(key, ground.words));
  return (subject) => TESTS[key](subject, found);
}

const TESTS: Readonly<Record<ListedKey, (subject: FilterSubject, found: ReadonlySet<string>) => boolean>> = {
  outcome: ({ verdict }, found) =>
    verdict !== null && found.has(outcomeClass(verdict.outcome, verdict.startCaptured)),
  start: ({ verdict }, found) =>
    verdict !== null && found.has(verdict.startCaptured ? "captured" : "not-captured"),
  state: ({ states }, found) => states.some((state) => found.has(state)),
  note: ({ notes }, found) => notes.some((note) => found.has(note)),
  opening: ({ verdict }, found) => verdict !== null && found.has(verdict.opening),
  closing: ({ verdict }, found) => verdict !== null && found.has(verdict.closing),
};

/** `time:2.5-4`: connections with a segment before and one after some moment between 2.5 s and 4 s of the capture. */
function timeTest(value: string, { captureStart }: FilterGround): Test {
  const range = readTimeRange(value);
  return (subject) => range !== null && livesIn(subject, range, captureStart);
}

function namesOf({ address }: Endpoint, { hostNames }: FilterGround): string[] {
  const name = hostNames.get(address);
  return (name === undefined ? [address] : [address, name]).map((text) => text.toLowerCase());
}

/** A part of an endpoint, of the words for an outcome or of those for a note. */
function textTest(value: string, ground: FilterGround): Test {
  const wanted = value.toLowerCase();
  const outcomes = new Set(
    [true, false].flatMap((captured) =>
      OUTCOMES.filter((outcome) => holds(wanted, outcome, ground.words?.outcome(outcome, captured))).map(
        (outcome) => outcomeClass(outcome, captured),
      ),
    ),
  );
  const notes = new Set<string>(
    ANNOTATION_KINDS.filter((kind) => holds(wanted, kind, ground.words?.note(kind))),
  );
  return (subject) =>
    TESTS.outcome(subject, outcomes) ||
    TESTS.note(subject, notes) ||
    [subject.client, subject.server].some((end) =>
      namesOf(end, ground).some((name) => `${name}:${end.port}`.toLowerCase().includes(wanted)),
    );
}

function holds(wanted: string, name: string, word = ""): boolean {
  return name.includes(wanted) || (plain(wanted) !== "" && plain(word).includes(plain(wanted)));
}

/** The range of time of a filter: that of its one `time:` term; null without one, or with several. */
export function timeRangeOf(filter: string, words: FilterWords | null): TimeRange | null {
  const terms = parseFilter(filter, words).filter(({ key, isNegated }) => key === "time" && !isNegated);
  const ranges = terms.flatMap(({ values }) => values.map(readTimeRange));
  return ranges.length === 1 ? (ranges[0] ?? null) : null;
}

/** The filter with this range of time instead of those that it had; null: without any. */
export function withTimeRange(filter: string, range: TimeRange | null, words: FilterWords | null): string {
  const kept = parseFilter(filter, words).filter(({ key, isNegated }) => key !== "time" || isNegated);
  return [...kept.map(({ word }) => word), ...(range === null ? [] : [`time:${writeTimeRange(range)}`])].join(
    " ",
  );
}
