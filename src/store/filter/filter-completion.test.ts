import { describe, expect, test } from "vitest";
import { allSteps } from "../../base/turns.ts";
import { summary } from "../../testing/connection-summaries.ts";
import { countValues } from "./count-values.ts";
import { offersFor } from "./filter-completion.ts";
import { FILTER_KEYS, type FilterWords } from "./filter-language.ts";
import { MEASURES } from "./measures.ts";

const KOREAN = {
  keys: Object.fromEntries(FILTER_KEYS.map((key) => [key, key === "outcome" ? "결과" : `그 밖의 ${key}`])),
  measures: Object.fromEntries(MEASURES.map((measure) => [measure, `수 ${measure}`])),
  failed: "실패",
  outcome: (outcome, startCaptured) =>
    (outcome === "refused" ? "거부됨" : `그 밖의 ${outcome}`) + (startCaptured ? "" : "(시작 없음)"),
} as FilterWords;

const COUNTS = allSteps(
  countValues(
    [
      summary(0, { outcome: "reset-by-server" }),
      summary(1, { outcome: "refused", startCaptured: false, notes: ["rst-refused"] }),
      { ...summary(2), server: { address: "2001:db8::9", port: 443 } },
    ],
    { hostNames: new Map([["192.0.2.2", "Shop Example"]]) },
  ),
);

const filters = (text: string, words: FilterWords | null = null, counts: typeof COUNTS | null = null) =>
  offersFor(text, words, counts).map(({ filter }) => filter);

describe("completion", () => {
  test("offers keys, then the values of the key", () => {
    expect(filters("port:80 st")).toEqual(["port:80 start:", "port:80 state:"]);
    expect(filters("state:fin")).toEqual(["state:fin-wait-1", "state:fin-wait-2"]);
    expect(filters("-outcome:half-c")).toEqual([
      "-outcome:half-closed-by-client",
      "-outcome:half-closed-by-server",
    ]);
  });

  test("goes on after a comma, within quotes, and offers nothing that is complete", () => {
    expect(filters("closing:rst,fo")).toEqual(["closing:rst,four-segments"]);
    expect(filters('closing:rst,"four s')).toEqual(["closing:rst,four-segments"]);
    expect(filters("state:closing")).toEqual([]);
    expect(filters("time:2")).toEqual([]);
    expect(filters("10.0.0.1")).toEqual([]);
  });

  test("offers every key where nothing is typed", () => {
    expect(filters("port:80 ")).toContain("port:80 outcome:");
    expect(filters("")).toHaveLength(FILTER_KEYS.length);
    expect(filters("d")).toEqual(["duration>", "data>"]);
  });

  test("finds keys and values by what the page calls them, and says so", () => {
    expect(offersFor("결", KOREAN, null)).toEqual([
      { filter: "outcome:", value: "outcome:", word: "결과", count: null },
    ]);
    expect(offersFor("결과:거부", KOREAN, COUNTS)).toEqual([
      { filter: "결과:refused", value: "refused", word: "거부됨", count: 1 },
    ]);
  });

  test("offers the ports and hosts of the capture, those of most connections first", () => {
    expect(filters("port:4", null, COUNTS)).toEqual(["port:40000", "port:40001", "port:40002", "port:443"]);
    expect(filters("port:", null, COUNTS)[0]).toBe("port:80");
    expect(filters("host:", null, COUNTS).slice(0, 2)).toEqual(["host:192.0.2.1", "host:192.0.2.2"]);
    expect(filters("host:2001", null, COUNTS)).toEqual(["host:2001:db8::9"]);
    expect(filters("host:sho", null, COUNTS)).toEqual(['host:"Shop Example"']);
    expect(filters("port:4")).toEqual([]);
  });

  test("offers nothing that finds nothing", () => {
    expect(offersFor("outcome:re", null, COUNTS).map(({ value, count }) => [value, count])).toEqual([
      ["refused", 1],
      ["reset-by-server", 1],
    ]);
    expect(offersFor("outcome:fai", null, COUNTS).map(({ value, count }) => [value, count])).toEqual([
      ["failed", 2],
    ]);
  });
});
