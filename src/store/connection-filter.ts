import type { Endpoint } from "../segments/endpoint.ts";
import { ANNOTATION_KINDS } from "../tcp/annotation.ts";
import { TCP_STATES } from "../tcp/state.ts";
import { CLOSINGS, OPENINGS, OUTCOMES } from "../tcp/verdict.ts";
import type { ConnectionSummary, OutcomeClass } from "./opened-capture.ts";
import { livesIn, readTimeRange, type TimeRange, writeTimeRange } from "./time-range.ts";

/** What a term can ask for; free text asks for anything that is shown of a connection. */
const FILTER_KEYS = [
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
type FilterKey = (typeof FILTER_KEYS)[number];

/** One condition. A connection passes a filter when it passes every term. */
export interface FilterTerm {
  /** null: free text. */
  readonly key: FilterKey | null;
  /** In lower case; one of them suffices. */
  readonly values: readonly string[];
  /** What the values of the key `time` mean; null for a value that is no range. */
  readonly ranges: readonly (TimeRange | null)[];
  readonly isNegated: boolean;
}

/** What a filter is judged on. */
export type FilterSubject = Pick<
  ConnectionSummary,
  "client" | "server" | "verdict" | "states" | "notes" | "start" | "end"
>;

/** What a filter needs to know of the capture. */
export interface FilterGround {
  readonly hostNames: ReadonlyMap<string, string>;
  /** Where the seconds of `time:` count from, as in the table's time column. */
  readonly captureStart: number;
}

/**
 * Reads what a person typed: `port:443 outcome:refused,no-answer state:close-wait -note:keep-alive 10.0.0.7`. Words
 * stand apart by blanks; a comma means or; a leading `-` means not. `time:2.5-4` asks for what lived between 2.5 s and
 * 4 s after the start of the capture. A word with another key than {@link FILTER_KEYS} is free text: `fe80::1` must
 * be findable.
 */
export function parseFilter(text: string): FilterTerm[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "-")
    .map(parseTerm);
}

function parseTerm(word: string): FilterTerm {
  const isNegated = word.startsWith("-");
  const bare = (isNegated ? word.slice(1) : word).toLowerCase();
  const colon = bare.indexOf(":");
  const key = FILTER_KEYS.find((candidate) => candidate === bare.slice(0, Math.max(colon, 0))) ?? null;
  if (key === null) return { key, values: [bare], ranges: [], isNegated };
  const values = bare
    .slice(colon + 1)
    .split(",")
    .filter((value) => value !== "");
  return { key, values, ranges: key === "time" ? values.map(readTimeRange) : [], isNegated };
}

/** Whether the connection passes every term. A key without a value (still being typed) passes everything. */
export function passesFilter(
  subject: FilterSubject,
  terms: readonly FilterTerm[],
  ground: FilterGround,
): boolean {
  return terms.every((term) => term.values.length === 0 || meets(subject, term, ground) !== term.isNegated);
}

function meets(
  subject: FilterSubject,
  { key, values, ranges }: FilterTerm,
  { hostNames, captureStart }: FilterGround,
): boolean {
  if (key === "time") return ranges.some((range) => range !== null && livesIn(subject, range, captureStart));
  return values.some((value) =>
    key === null ? hasText(subject, value, hostNames) : TESTS[key](subject, value, hostNames),
  );
}

type Test = (subject: FilterSubject, value: string, hostNames: ReadonlyMap<string, string>) => boolean;

const TESTS: Readonly<Record<Exclude<FilterKey, "time">, Test>> = {
  outcome: ({ verdict }, value) => fits(OUTCOMES, verdict.outcome, value),
  start: ({ verdict }, value) => value === (verdict.startCaptured ? "captured" : "not-captured"),
  state: ({ states }, value) => states.some((state) => state.toLowerCase() === value),
  note: ({ notes }, value) => notes.some((note) => fits(ANNOTATION_KINDS, note, value)),
  port: ({ client, server }, value) => [client, server].some(({ port }) => `${port}`.toLowerCase() === value),
  host: ({ client, server }, value, hostNames) =>
    [client, server].some((end) => namesOf(end, hostNames).some((name) => name.includes(value))),
  opening: ({ verdict }, value) => fits(OPENINGS, verdict.opening, value),
  closing: ({ verdict }, value) => fits(CLOSINGS, verdict.closing, value),
};

/** A word of the list means only itself; `reset`, which is none, means every word that begins with `reset-`. */
function fits(list: readonly string[], word: string, value: string): boolean {
  return word === value || (!list.includes(value) && word.startsWith(`${value}-`));
}

function namesOf({ address }: Endpoint, hostNames: ReadonlyMap<string, string>): string[] {
  const name = hostNames.get(address);
  return (name === undefined ? [address] : [address, name]).map((text) => text.toLowerCase());
}

function hasText(subject: FilterSubject, value: string, hostNames: ReadonlyMap<string, string>): boolean {
  const { client, server, verdict, notes } = subject;
  const texts = [
    ...namesOf(client, hostNames).map((name) => `${name}:${client.port}`),
    ...namesOf(server, hostNames).map((name) => `${name}:${server.port}`),
    verdict.outcome,
    ...notes,
  ];
  return texts.some((text) => text.toLowerCase().includes(value));
}

/** The filter that the word of the summary line stands for. */
export function outcomeFilter({ outcome, startCaptured }: OutcomeClass): string {
  return `outcome:${outcome} start:${startCaptured ? "captured" : "not-captured"}`;
}

const TIME_TERM = /^time:/i;

/** The range of time that a filter narrows the list to: that of its one `time:` term. null without one, or with more. */
export function timeRangeOf(filter: string): TimeRange | null {
  const terms = parseFilter(filter).filter(({ key, isNegated }) => key === "time" && !isNegated);
  const ranges = terms.flatMap((term) => term.ranges);
  return ranges.length === 1 ? (ranges[0] ?? null) : null;
}

/** The filter with this range of time in the place of those it had; null: with none. */
export function withTimeRange(filter: string, range: TimeRange | null): string {
  const kept = filter.split(/\s+/).filter((word) => word !== "" && !TIME_TERM.test(word));
  return [...kept, ...(range === null ? [] : [`time:${writeTimeRange(range)}`])].join(" ");
}

/** What can follow at the end of what was typed: whole words that replace the last one. At most `limit`. */
export function completions(text: string, limit = 8): string[] {
  const word = text.slice(text.search(/\S*$/));
  const sign = word.startsWith("-") ? "-" : "";
  const bare = word.slice(sign.length).toLowerCase();
  const colon = bare.indexOf(":");
  if (colon < 0) {
    if (bare === "") return [];
    return FILTER_KEYS.filter((key) => key.startsWith(bare)).map((key) => `${sign}${key}:`);
  }
  const key = FILTER_KEYS.find((candidate) => candidate === bare.slice(0, colon));
  const values = key && VALUES[key];
  if (values === undefined) return [];
  const comma = bare.lastIndexOf(",");
  const head = bare.slice(0, Math.max(colon, comma) + 1);
  const start = bare.slice(head.length);
  return values
    .filter((value) => value.startsWith(start) && value !== start)
    .slice(0, limit)
    .map((value) => `${sign}${head}${value}`);
}

/** The closed lists; ports and hosts are too many to offer. */
const VALUES: Readonly<Partial<Record<FilterKey, readonly string[]>>> = {
  outcome: OUTCOMES,
  start: ["captured", "not-captured"],
  state: TCP_STATES.map((state) => state.toLowerCase()),
  note: ANNOTATION_KINDS,
  opening: OPENINGS,
  closing: CLOSINGS,
};
