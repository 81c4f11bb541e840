import { expect, test } from "vitest";
import { formatCount, formatDuration, formatOctets } from "./figures.ts";

test.each([
  [0, "0 s"],
  [350, "350 ns"],
  [29_800, "29.8 µs"],
  [85_000, "85 µs"],
  [999_700, "1.00 ms"],
  [10_751_000, "10.8 ms"],
  [999_600_000, "1.00 s"],
  [1_001_903_000, "1.00 s"],
  [59_400_000_000, "59.4 s"],
  [59_600_000_000, "1 min"],
  [129_500_000_000, "2 min 10 s"],
  [11_100_000_000_000, "3 h 5 min"],
  [-2_000_000, "−2.00 ms"],
])("%d ns reads %s", (nanoseconds, text) => {
  expect(formatDuration(nanoseconds)).toBe(text);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1014, "1.01 kB"],
  [999_400, "999 kB"],
  [999_600, "1.00 MB"],
  [34_500_000, "34.5 MB"],
])("%d octets read %s", (octets, text) => {
  expect(formatOctets(octets)).toBe(text);
});

test("counts are grouped by thousands", () => {
  expect(formatCount(1234567)).toBe("1,234,567");
});
