import { describe, expect, test } from "vitest";
import { FILTER_KEYS } from "../store/filter/filter-language.ts";
import type { FilterProblem } from "../store/filter/filter-problems.ts";
import { filterProblems } from "../store/filter/filter-problems.ts";
import { filterTest } from "../store/filter/filter-test.ts";
import { MEASURES } from "../store/filter/measures.ts";
import { parseFilter } from "../store/filter/parse-filter.ts";
import { LANGUAGES } from "../store/language.ts";
import type { ConnectionSummary } from "../store/opened-capture.ts";
import { ANNOTATION_KINDS } from "../tcp/annotation.ts";
import { CLOSINGS, OPENINGS, OUTCOMES } from "../tcp/verdict.ts";
import { filterWordsOf } from "../ui/connections/filter-words.ts";
import { summary } from "./connection-summaries.ts";

const CLASSES = OUTCOMES.flatMap((outcome) =>
  [true, false].map((startCaptured) => ({ outcome, startCaptured })),
);

describe.each(LANGUAGES)("a filter in the words of the page in %s", (language) => {
  const words = filterWordsOf(language);
  const passes = (connection: ConnectionSummary, filter: string): boolean =>
    filterTest(parseFilter(filter, words), {
      hostNames: new Map(),
      captureStart: 0,
      clock: null,
      connectionOfFrame: () => null,
      words,
      names: null,
    }).passes(connection);
  const problems = (filter: string): FilterProblem[] => filterProblems(filter, words, null, true);

  test("finds by every word for an outcome what the list calls so, and nothing else", () => {
    for (const one of CLASSES) {
      const word = words.outcome(one.outcome, one.startCaptured);
      const filter = `${words.keys.outcome}:"${word}"`;
      expect(problems(filter), filter).toEqual([]);
      const found = CLASSES.filter((each) => passes(summary(0, each), filter));
      // A word that does not tell of the start means both, as the name of the code does.
      const meant = CLASSES.filter(
        ({ outcome, startCaptured }) =>
          outcome === one.outcome && (one.startCaptured || startCaptured === one.startCaptured),
      );
      expect(found, filter).toEqual(meant);
      expect(passes(summary(0, one), `"${word}"`), word).toBe(true);
    }
  });

  test("finds by every word for a note, an opening and a closing", () => {
    for (const kind of ANNOTATION_KINDS) {
      const filter = `${words.keys.note}:"${words.note(kind)}"`;
      expect(passes(summary(0, { notes: [kind] }), filter), filter).toBe(true);
      expect(passes(summary(0), filter)).toBe(false);
    }
    const { verdict } = summary(0);
    for (const opening of OPENINGS) {
      const filter = `${words.keys.opening}:"${words.opening[opening]}"`;
      expect(passes({ ...summary(0), verdict: { ...verdict, opening } }, filter), filter).toBe(true);
    }
    for (const closing of CLOSINGS) {
      const filter = `${words.keys.closing}:"${words.closing[closing]}"`;
      expect(passes({ ...summary(0), verdict: { ...verdict, closing } }, filter), filter).toBe(true);
    }
    expect(passes(summary(0), `start:"${words.start["not-captured"]}"`)).toBe(false);
    expect(passes(summary(0), `start:"${words.start.captured}"`)).toBe(true);
  });

  test("calls every key by a word of its own, without a blank, and knows the names of the code", () => {
    const names = FILTER_KEYS.map((key) => words.keys[key]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /[\s:,]/u.test(name))).toEqual([]);
    expect(passes(summary(0, { outcome: "refused" }), "outcome:refused")).toBe(true);
  });

  test("calls every measure by a word of its own, and `failed` by one", () => {
    const names = MEASURES.map((measure) => words.measures[measure]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(problems(`${name}>1`), name).toEqual([]);
    expect(passes(summary(0, { outcome: "refused" }), words.failed)).toBe(true);
    expect(passes(summary(0), words.failed)).toBe(false);
  });
});
