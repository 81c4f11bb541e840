import { expect, test } from "vitest";
import { spokenAs, spokenLanguage } from "./language.ts";

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

test.each([
  ["zh", "zh"],
  ["zh-Hans", "zh"],
  ["zh-CN", "zh"],
  ["ZH-sg", "zh"],
  ["ko-KR", "ko"],
  ["en-GB", "en"],
  ["de", null],
  ["zho", null],
  ["", null],
])("a link that asks for %j gets %s", (tag, spoken) => expect(spokenAs(tag)).toBe(spoken));
