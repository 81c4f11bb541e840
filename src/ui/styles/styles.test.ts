import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SCREENS } from "./screens.ts";

const UI = join(import.meta.dirname, "..");
const FILES = readdirSync(UI, { recursive: true, encoding: "utf8" });
const SHEETS = FILES.filter((file) => file.endsWith(".css")).map((file) => ({
  file,
  css: readFileSync(join(UI, file), "utf8"),
}));

/** Lines of style sheets that a pattern finds, but for those of the files that may have them. */
function linesWith(pattern: RegExp, allowed: readonly string[] = []): string[] {
  return SHEETS.filter(({ file }) => !allowed.includes(file)).flatMap(({ file, css }) =>
    css
      .split("\n")
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

test("sizes of letters, weights and layers are tokens", () => {
  expect(SHEETS.length).toBeGreaterThan(40);
  expect(linesWith(/^\s*font-size: (?!var\(|inherit|0;|[\d.]+em;)/u)).toEqual([]);
  expect(linesWith(/^\s*font-weight: (?!var\(|inherit)/u)).toEqual([]);
  expect(linesWith(/^\s*z-index: (?!var\()/u)).toEqual([]);
});

test("colours are tokens, but for black, and the white of codes that cameras read", () => {
  expect(linesWith(/#[0-9a-f]{3,8}\b/iu, ["styles/theme.css", "share/share.css", "blank/blank.css"])).toEqual(
    [],
  );
});

test("screens are said once, and each is laid out for", () => {
  // The steps of the projector's magnification are its own.
  expect(linesWith(/@media [^{]*\b(?:width|height|pointer)\b/u, ["styles/projector.css"])).toEqual([]);
  const named = new Set(
    SHEETS.flatMap(({ css }) => [...css.matchAll(/@media \(--([\w-]+)\)/gu)].map(([, name]) => name)),
  );
  expect(named).toEqual(new Set(Object.keys(SCREENS)));
});

test("every token that a style sheet reads is set", () => {
  const scripts = FILES.filter((file) => /(?<!\.test)\.tsx?$/u.test(file)).map((file) =>
    readFileSync(join(UI, file), "utf8"),
  );
  const set = new Set(
    [...SHEETS.map(({ css }) => css), ...scripts].flatMap((text) =>
      [...text.matchAll(/(?<name>--[\w-]+)"?\]?:/gu)].map(([, name]) => name),
    ),
  );
  const unset = SHEETS.flatMap(({ file, css }) =>
    [...css.matchAll(/var\((--[\w-]+)\)/gu)]
      .map(([, name]) => name)
      .filter((name) => !set.has(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(unset).toEqual([]);
});
