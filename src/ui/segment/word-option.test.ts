import { expect, test } from "vitest";
import { splitOptions } from "../../segments/options.ts";
import type { Language } from "../../store/language.ts";
import { punctuation } from "../parts/punctuation.words.ts";
import { wordsIn } from "../words.ts";
import { optionsWords } from "./options.words.ts";
import { wordOption } from "./word-option.ts";

function words(...octets: number[]): string[] {
  return wordsOf("en", octets);
}

function wordsOf(language: Language, octets: readonly number[]): string[] {
  const said = { ...wordsIn(optionsWords, language), ...wordsIn(punctuation, language) };
  return splitOptions(new Uint8Array(octets)).map((option) => {
    const { name, text } = wordOption(option, said, (number) => `#${number}`);
    return `${name}: ${text}`;
  });
}

test("MSS", () => {
  expect(words(2, 4, 0x05, 0xb4)).toEqual([
    "Maximum segment size: “Send me at most 1,460 octets of data in one segment.” Each end says its own; they need not be equal.",
  ]);
});

test("a window scale above 14 counts as 14", () => {
  expect(words(3, 3, 15)[0]).toMatch(/by 16,384” \(a shift of 15 bits.*A shift above 14 is used as 14\.$/u);
});

test("SACK blocks are given in the page's form of numbers", () => {
  expect(words(5, 10, 0, 0, 0, 10, 0, 0, 0, 20)[0]).toContain(
    "I already hold #10 up to but not including #20",
  );
});

test("several SACK blocks are parted as the language parts them", () => {
  const two = [5, 18, 0, 0, 0, 10, 0, 0, 0, 20, 0, 0, 0, 30, 0, 0, 0, 40];
  expect(wordsOf("en", two)[0]).toContain("including #20; #30");
  expect(wordsOf("zh", two)[0]).toMatch(/#20[^;]*；#30/u);
});

test("timestamps with and without an echo", () => {
  expect(words(8, 10, 0, 0, 0, 9, 0, 0, 0, 7)[0]).toContain(
    "shows 9; the latest value it has heard from the other end is 7",
  );
  expect(words(8, 10, 0, 0, 0, 9, 0, 0, 0, 0)[0]).toContain(
    "shows 9; it has heard no value from the other end yet",
  );
});

test("a Fast Open request and a cookie", () => {
  expect(words(34, 2)[0]).toContain("Give me a cookie");
  expect(words(34, 4, 0xab, 0x01)[0]).toContain("The cookie is ab 01");
});

test("an unknown kind shows its octets, a malformed one says so", () => {
  expect(words(77, 3, 0x0f)).toEqual([
    "Unknown option: Synfin does not know this kind of option. Octets: 0f",
  ]);
  expect(words(8, 30, 1)[0]).toBe(
    "Timestamps: The length of this option is wrong: what stands after it cannot be read.",
  );
});

test("a length that does not fit the kind is not read as if it did", () => {
  expect(words(2, 3, 5)).toEqual([
    "Maximum segment size: Its length does not fit this kind of option, so it is not read. Octets: 05",
  ]);
});
