import fc from "fast-check";
import { expect, test } from "vitest";
import { answersText, questionIn } from "./question-text.ts";
import { wrapText } from "./wrap-text.ts";

test.each([
  ["the quick brown fox", 10, ["the quick", "brown fox"]],
  ["a verylongwordthatfitsnowhere b", 8, ["a", "verylong", "wordthat", "fitsnowh", "ere b"]],
  ["客户端发送了确认", 8, ["客户端发", "送了确认"]],
  ["one\ntwo", 20, ["one", "two"]],
  ["", 20, [""]],
] as const)("%s in lines of %d", (text, characters, lines) => {
  expect(wrapText(text, characters)).toEqual(lines);
});

test("no line is wider than the room, and no letter is lost", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 4, max: 30 }), (text, characters) => {
      const lines = wrapText(text, characters);
      expect(lines.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
      for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(characters);
    }),
  );
});

test("a question is two to six lines, one of them marked", () => {
  const question = { answers: ["SYN,ACK", "RST"], right: 1 };
  expect(questionIn(answersText(question))).toEqual(question);
  expect(questionIn("SYN,ACK\nRST")).toBeNull();
  expect(questionIn("*one")).toBeNull();
  expect(questionIn("*\n*\n")).toBeNull();
  expect(questionIn("*1\n2\n3\n4\n5\n6\n7")).toBeNull();
});
