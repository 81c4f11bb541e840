import { expect, test } from "vitest";
import { mayBeCapture } from "./open-pasted.ts";

test.each([
  "hello",
  "10.0.0.1:443",
  "Assumed: nothing in the capture confirms or denies it.",
  "https://example.org/page",
])("%s closes nothing", (text) => {
  expect(mayBeCapture(text)).toBe(false);
});

test.each([
  "12:00:00.0 IP 10.0.0.1.4 > 10.0.0.2.80: Flags [S], seq 1, length 0",
  "1\t0.000\t10.0.0.1\t10.0.0.2\tTCP",
  "two lines\nof anything",
  "https://example.org/#1.AAAA",
])("%s may be opened", (text) => {
  expect(mayBeCapture(text)).toBe(true);
});
