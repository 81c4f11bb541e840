import { expect, test } from "vitest";
import { linkIn, viewIn, viewText } from "./link-text.ts";

test.each([
  ["https://synfin.example/app/#1.ABC-_&step=3", "1.ABC-_&step=3"],
  [" #1.ABC\n", "1.ABC"],
  ["#12.ABC", "12.ABC"],
])("%j is a link", (text, fragment) => expect(linkIn(text)).toBe(fragment));

test.each([["12:00:00 IP 10.0.0.1.1 > 10.0.0.2.2: Flags [S] #1.A"], ["#a.b"], ["1.ABC"], [""]])(
  "%j is none",
  (text) => expect(linkIn(text)).toBeNull(),
);

test("a view is written and read, without what a page does anyway", () => {
  const view = { step: 7, scale: "even", numbers: "wire", language: "zh-Hans", view: "embed" } as const;
  const text = viewText(view);
  expect(text).toBe("&step=7&scale=even&numbers=wire&lang=zh-Hans&view=embed");
  expect(viewIn(`1.ABC${text}`)).toEqual(view);
  expect(viewIn(`1.ABC${viewText({ numbers: "hexadecimal" })}`)).toEqual({ numbers: "hexadecimal" });
  expect(viewText({ step: 0, scale: "compressed", numbers: "relative" })).toBe("");
});

test("what is not understood is left out", () => {
  expect(viewIn("1.A&step=-1&scale=x&numbers=&view=no%20name&lang=&zoom=3")).toEqual({});
  expect(viewIn("1.A&step=1.5&lang=" + "a".repeat(36))).toEqual({});
  expect(viewIn("1.A")).toEqual({});
});
