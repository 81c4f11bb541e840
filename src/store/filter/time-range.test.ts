import { describe, expect, test } from "vitest";
import { summary } from "../../testing/connection-summaries.ts";
import { captureSpanOf, livesIn, readTimeRange, writeTimeRange } from "./time-range.ts";

const SECOND = 1e9;

describe("a range of time", () => {
  test("is read with both ends, one, or as a moment", () => {
    expect(readTimeRange("2.5-4")).toEqual({ from: 2.5, to: 4 });
    expect(readTimeRange("2.5-")).toEqual({ from: 2.5, to: Number.POSITIVE_INFINITY });
    expect(readTimeRange("-4")).toEqual({ from: Number.NEGATIVE_INFINITY, to: 4 });
    expect(readTimeRange("4.")).toEqual({ from: 4, to: 4 });
  });

  test("that is none, or ends before it starts, is not read", () => {
    for (const value of ["", "-", "now", "4-2", "1-2-3", "1e9", "0x10", "1.2.3"]) {
      expect(readTimeRange(value)).toBeNull();
    }
  });

  test("is written in as many figures as its length needs, and never narrower", () => {
    expect(writeTimeRange({ from: 1.23456, to: 1.99999 })).toBe("1.2345-2");
    expect(writeTimeRange({ from: 0, to: 3600.4 })).toBe("0-3601");
    expect(writeTimeRange({ from: 100, to: 2000 })).toBe("100-2000");
    expect(writeTimeRange({ from: 0.000_001_5, to: 0.000_002_5 })).toBe("0.0000015-0.0000025");
    expect(writeTimeRange({ from: 3, to: Number.POSITIVE_INFINITY })).toBe("3-");
  });

  test("holds every connection that lived in it, also one that began before and ended after", () => {
    const long = { start: 10 * SECOND, end: 20 * SECOND };
    expect(livesIn(long, { from: 2, to: 3 }, 10 * SECOND)).toBe(true);
    expect(livesIn(long, { from: 10, to: 11 }, 10 * SECOND)).toBe(true);
    expect(livesIn(long, { from: 10.1, to: 11 }, 10 * SECOND)).toBe(false);
    expect(livesIn({ start: Number.NaN, end: Number.NaN }, { from: 0, to: 9 }, 0)).toBe(false);
  });
});

describe("the span of a capture", () => {
  test("goes from the earliest start to the latest end", () => {
    const connections = [
      { ...summary(0), start: 7, end: 9 },
      { ...summary(1), start: 5, end: 6 },
      { ...summary(2), start: Number.NaN, end: Number.NaN },
    ];
    expect(captureSpanOf(connections)).toEqual({ start: 5, end: 9 });
  });

  test("is not known where no connection has times", () => {
    expect(captureSpanOf([{ ...summary(0), start: Number.NaN, end: Number.NaN }])).toBeNull();
  });
});
