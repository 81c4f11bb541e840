import { expect, test } from "vitest";
import { describeWarning } from "./describe-warning.ts";

test("says what could not be read, with its figures", () => {
  expect(describeWarning({ code: "record-cut", values: { missing: 5 } })).toBe(
    "the file ends within a record: 5 more bytes were announced",
  );
  expect(describeWarning({ code: "block-trailer", values: { first: 12, second: 16 } })).toBe(
    "a block gives its length as 12 and as 16 bytes: reading stops here",
  );
});

test("says what needs no figures", () => {
  expect(describeWarning({ code: "header-cut" })).toBe("the printed TCP header is cut short");
});

test("a code without a sentence is still readable", () => {
  expect(describeWarning({ code: "some-new-code" })).toBe("some new code");
});
