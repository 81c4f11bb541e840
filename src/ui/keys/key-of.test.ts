import { expect, test } from "vitest";
import { keyOf } from "./key-of.ts";

test.each([
  ["p", "KeyP", false, "p"],
  ["P", "KeyP", true, "P"],
  // Caps Lock
  ["P", "KeyP", false, "p"],
  ["n", "KeyN", true, "N"],
  // Hangul, Cyrillic
  ["ㄴ", "KeyS", false, "s"],
  ["ы", "KeyS", false, "s"],
  ["Ы", "KeyS", true, "S"],
  // a Chinese input method
  ["？", "Slash", true, "?"],
  ["、", "Slash", false, "/"],
  // German: the key of the slash has a hyphen, which stays one.
  ["-", "Slash", false, "-"],
  ["?", "Minus", true, "?"],
  // Dvorak: the letter counts, not its place.
  ["o", "KeyS", false, "o"],
  ["PageDown", "PageDown", false, "PageDown"],
])("%s on %s, shift %s, is %s", (key, code, shiftKey, meant) => {
  expect(keyOf({ key, code, shiftKey })).toBe(meant);
});
