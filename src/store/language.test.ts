import { expect, test } from "vitest";
import { spokenLanguage } from "./language.ts";

test.each([
  [["ko-KR", "ko", "en-US"], "ko"],
  [["fr", "zh-TW", "en"], "zh"],
  [["zh-Hans-CN"], "zh"],
  [["de", "fr"], "en"],
  [["EN-gb", "ko"], "en"],
  [[], "en"],
])("of %j the page speaks %s", (wished, spoken) => {
  expect(spokenLanguage(wished)).toBe(spoken);
});
