import { expect, test } from "vitest";
import { formatMoment } from "./format-moment.ts";

test.each([
  [0, 72.7, "0.0 s"],
  [72.7, 72.7, "72.7 s"],
  [0.123456, 0.001, "0.12346 s"],
  [20_341, 20_341, "5 h 39 min"],
  [20_341.25, 10, "5 h 39 min 1.3 s"],
  [1_226_673, 1_226_673, "14 d 5 h"],
  [96_970_195, 96_970_195, "1122 d 8 h"],
  [3600, 20_000, "1 h"],
  [3599.999, 20_000, "1 h"],
  [180, 200, "3 min"],
])("%d s in a range of %d s: %s", (seconds, range, text) => {
  expect(formatMoment(seconds, range)).toBe(text);
});
