import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { refusals } from "../ui/messages/en/files/refusals.ts";
import { skippedReasons, warnings } from "../ui/messages/en/files/warnings.ts";

/** The codes that a file of `capture` has a sentence for: the keys of its table, one a line. */
function codesOf(file: string): string[] {
  const source = readFileSync(new URL(`../capture/${file}`, import.meta.url), "utf8");
  const codes = [...source.matchAll(/^ {2}"?([a-z0-9-]+)"?:/gmu)].map(([, code]) => code ?? "");
  expect(codes.length).toBeGreaterThan(5);
  return codes;
}

/** Every reason for which a reader leaves out a record: what stands between the quotes of `skip("…")`. */
function skippedSomewhere(): string[] {
  const capture = new URL("../capture/", import.meta.url);
  const sources = readdirSync(capture, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const reasons = sources.flatMap((file) =>
    Array.from(
      readFileSync(new URL(file, capture), "utf8").matchAll(/\bskip\("([^"]+)"/gu),
      ([, reason]) => reason ?? "",
    ),
  );
  expect(reasons.length).toBeGreaterThan(15);
  return reasons;
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
    expect(Object.keys(skippedReasons)).toEqual(expect.arrayContaining(skippedSomewhere()));
  });
});

test("a refusal names the file, whatever it is", () => {
  for (const sentence of Object.values(refusals)) {
    expect(sentence("holiday.cap", { lines: 3, octets: "00", length: 1, version: "9" })).toMatch(
      /^holiday\.cap /u,
    );
  }
});
