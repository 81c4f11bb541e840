import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { refusals } from "../ui/messages/en/refusals.ts";
import { skippedReasons, warnings } from "../ui/messages/en/warnings.ts";

/** The codes that a file of `capture` has a sentence for: the keys of its table, one a line. */
function codesOf(file: string): string[] {
  const source = readFileSync(new URL(`../capture/${file}`, import.meta.url), "utf8");
  const codes = [...source.matchAll(/^ {2}"?([a-z0-9-]+)"?:/gmu)].map(([, code]) => code ?? "");
  expect(codes.length).toBeGreaterThan(5);
  return codes;
}

describe("the page has its own words for every code of the readers", () => {
  test("refusals", () => {
    expect(Object.keys(refusals)).toEqual(expect.arrayContaining(codesOf("describe-refusal.ts")));
  });

  test("warnings", () => {
    expect(Object.keys(warnings)).toEqual(expect.arrayContaining(codesOf("describe-warning.ts")));
  });

  test("reasons for skipping a record", () => {
    expect(Object.keys(skippedReasons)).toEqual(expect.arrayContaining(codesOf("describe-counts.ts")));
  });
});

test("a refusal names the file, whatever it is", () => {
  for (const sentence of Object.values(refusals)) {
    expect(sentence("holiday.cap", { lines: 3, octets: "00", length: 1, version: "9" })).toMatch(
      /^holiday\.cap /u,
    );
  }
});
