import { expect, test } from "vitest";
import { compactSegments } from "./compact-notation.ts";
import { STATE_CASES } from "./state-cases.ts";

test("the compact notation says what the 97 cases spell out", () => {
  for (const { id, compact, segments } of STATE_CASES) {
    expect(compactSegments(compact), id).toEqual(segments);
  }
});

test("a word it does not know is an error", () => {
  expect(() => compactSegments("cS sX.")).toThrow('the notation does not know "sX."');
  expect(() => compactSegments("cS:zz9")).toThrow('the notation does not know ":zz9"');
});
