import { expect, test } from "vitest";
import { fullPageOf } from "./full-page.ts";

test.each([
  ["https://a.example/x/#1.AB&step=3&view=embed", "https://a.example/x/#1.AB&step=3"],
  [
    "https://a.example/?y&view=embed#1.AB&view=embed&scale=even",
    "https://a.example/?y&view=embed#1.AB&scale=even",
  ],
  ["https://a.example/#example=refused&view=embed", "https://a.example/#example=refused"],
  ["https://a.example/#1.AB&view=present", null],
  ["https://a.example/?y&view=embed", null],
])("of %s the whole page is %s", (address, fullPage) => {
  expect(fullPageOf(address)).toBe(fullPage);
});
