import { expect, test } from "vitest";
import { addressOfLink, embeddingOf, markdownOf } from "./address-of-link.ts";

test("the address is that of the page, with the link in the place of whatever was behind #", () => {
  expect(addressOfLink("https://a.example/x/?y#example=refused", "1.AB", { step: 3 })).toBe(
    "https://a.example/x/?y#1.AB&step=3",
  );
  // The page that may fetch captures is not the one to hand on.
  expect(addressOfLink("https://a.example/x/from-address.html#url=z", "1.AB", {})).toBe(
    "https://a.example/x/#1.AB",
  );
});

test("the address of a page on a disk tells nothing but the name of its file", () => {
  expect(addressOfLink("file:///home/ann/Down%20loads/synfin.html#old", "1.AB", {})).toBe("synfin.html#1.AB");
});

test("a title cannot break out of Markdown or HTML", () => {
  expect(markdownOf("a](b) *c*", "https://a.example/#1.A")).toBe("[a\\](b) \\*c\\*](https://a.example/#1.A)");
  expect(embeddingOf('"><script>', "https://a.example/#1.A&view=embed")).toBe(
    '<iframe src="https://a.example/#1.A&amp;view=embed" title="&quot;&gt;&lt;script&gt;" width="100%" height="560" loading="lazy"></iframe>',
  );
});
