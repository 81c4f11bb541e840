import { describe, expect, test } from "vitest";
import { type Clock, readClockRange } from "./clock-range.ts";

const at = (text: string): bigint => BigInt(Date.parse(text)) * 1_000_000n;

/** A capture of a minute. */
const CLOCK: Clock = {
  kind: "epoch",
  first: at("2026-03-10T09:59:40Z"),
  last: at("2026-03-10T10:00:40Z"),
  isLocal: false,
};
const MIDNIGHT: Clock = {
  ...CLOCK,
  first: at("2026-03-10T23:59:50Z"),
  last: at("2026-03-11T00:10:00Z"),
};

describe("a range by the clock", () => {
  test("counts from the start of the capture", () => {
    expect(readClockRange("10:00:05-10:00:07", CLOCK)).toEqual({ from: 25, to: 27 });
    expect(readClockRange("10:00:05.25-10:00:07,5", CLOCK)).toEqual({ from: 25.25, to: 27.5 });
    expect(readClockRange("9:59-10:01", CLOCK)).toEqual({ from: -40, to: 80 });
  });

  test("of one moment lasts as long as its last digit says", () => {
    expect(readClockRange("10:00:05", CLOCK)).toEqual({ from: 25, to: 26 });
    expect(readClockRange("10:00", CLOCK)).toEqual({ from: 20, to: 80 });
    expect(readClockRange("10:00:05.5", CLOCK)).toEqual({ from: 25.5, to: 25.6 });
  });

  test("may be open, and then lies on the day next to the capture", () => {
    expect(readClockRange("10:00:05-", CLOCK)).toEqual({ from: 25, to: Infinity });
    expect(readClockRange("-10:00:05", CLOCK)).toEqual({ from: -Infinity, to: 25 });
    expect(readClockRange("09:00-", CLOCK)?.from).toBe(-3580);
    expect(readClockRange("-09:00", CLOCK)?.to).toBe(-3580);
    expect(readClockRange("-11:00", CLOCK)?.to).toBe(3620);
  });

  test("goes across midnight, and takes dates", () => {
    expect(readClockRange("23:59:55-00:00:05", MIDNIGHT)).toEqual({ from: 5, to: 15 });
    expect(readClockRange("00:00:05-00:00:07", MIDNIGHT)).toEqual({ from: 15, to: 17 });
    expect(readClockRange("2026-03-10T23:59:55-00:00:05", MIDNIGHT)).toEqual({ from: 5, to: 15 });
    expect(readClockRange("2026-03-11 00:00:05-2026-03-11 00:00:07", MIDNIGHT)).toEqual({ from: 15, to: 17 });
    expect(readClockRange("2026-03-09T10:00:00", CLOCK)).toEqual({ from: 20 - 86_400, to: 21 - 86_400 });
  });

  test("is read in the zone that the page shows", () => {
    const behind = -new Date(Number(CLOCK.first / 1_000_000n)).getTimezoneOffset() * 60;
    const range = readClockRange("2026-03-10T10:00:05-10:00:07", { ...CLOCK, isLocal: true });
    expect(range).toEqual({ from: 25 - behind, to: 27 - behind });
  });

  test("of a text without dates is read as it was printed", () => {
    const printed: Clock = {
      kind: "time-of-day",
      first: 36_000n * 10n ** 9n,
      last: 36_060n * 10n ** 9n,
      isLocal: true,
    };
    expect(readClockRange("10:00:05-10:00:07", printed)).toEqual({ from: 5, to: 7 });
    expect(readClockRange("2026-03-10T10:00:05", printed)).toBeNull();
  });

  test("that is none, or of a capture without a clock, is not read", () => {
    for (const value of ["10:00:05-09:00:00-", "25:00", "10:61", "2026-13-40T10:00", "a:b", ":", "10:00:07x"])
      expect(readClockRange(value, CLOCK), value).toBeNull();
    expect(readClockRange("10:00", null)).toBeNull();
    expect(readClockRange("10:00", { ...CLOCK, kind: "relative" })).toBeNull();
  });
});
