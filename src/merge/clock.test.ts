import { describe, expect, test } from "vitest";
import { onFirstClock } from "../segments/clock-relation.ts";
import { type EachPair, relateClocks } from "./clock.ts";

const MS = 1e6;
const SECOND = 1e9;
const RESOLUTION = 2000;

/** A pair every second: to and fro in turn, each with 5 ms and up to as much again of delay. */
function pairs(seconds: number, offsetOf: (time: number) => number): EachPair {
  return (take) => {
    for (let index = 0; index < seconds; index++) {
      const time = index * SECOND;
      const delay = 5 * MS + ((index * 7919) % 5000) * 1000;
      const isSentAtFirst = index % 2 === 0;
      take(time, offsetOf(time) + (isSentAtFirst ? delay : -delay), isSentAtFirst);
    }
  };
}

describe("two clocks", () => {
  test("that differ by one offset leave the sum of the smallest delays free", () => {
    const clock = relateClocks(
      pairs(600, () => 3.7 * SECOND),
      RESOLUTION,
    );
    expect(clock).toMatchObject({ rate: null, step: null });
    expect(clock?.low).toBeLessThanOrEqual(3.7 * SECOND);
    expect(clock?.high).toBeGreaterThanOrEqual(3.7 * SECOND);
    expect((clock?.high ?? 0) - (clock?.low ?? 0)).toBeLessThan(11 * MS);
  });

  test("of which one runs faster have a rate where one offset is not possible", () => {
    const rate = 80e-6;
    const clock = relateClocks(
      pairs(3600, (time) => 3.7 * SECOND + rate * time),
      RESOLUTION,
    );
    expect(clock?.step).toBeNull();
    expect(clock?.rate?.[0]).toBeLessThanOrEqual(rate);
    expect(clock?.rate?.[1]).toBeGreaterThanOrEqual(rate);
    expect((clock?.rate?.[1] ?? 1) - (clock?.rate?.[0] ?? 0)).toBeLessThan(10e-6);
    expect(clock?.low).toBeLessThanOrEqual(3.7 * SECOND);
    expect(clock?.high).toBeGreaterThanOrEqual(3.7 * SECOND);
  });

  test("of which one was set have an offset before that and one after it", () => {
    const set = 300 * SECOND;
    const clock = relateClocks(
      pairs(600, (time) => (time < set ? SECOND : SECOND - 50 * MS)),
      RESOLUTION,
    );
    expect(clock?.rate).toBeNull();
    expect(clock?.step?.from).toBeGreaterThanOrEqual(set);
    expect(clock?.step?.from).toBeLessThan(set + 10 * SECOND);
    expect(clock?.step?.low).toBeLessThanOrEqual(SECOND - 50 * MS);
    expect(clock?.step?.high).toBeGreaterThanOrEqual(SECOND - 50 * MS);
  });

  test("that go to and fro in no way are not related", () => {
    const clock = relateClocks(
      pairs(600, (time) => ((time / SECOND) % 100 < 50 ? 0 : 10 * SECOND)),
      RESOLUTION,
    );
    expect(clock).toBeNull();
  });

  test("leave one side open where all pairs run in one direction", () => {
    const clock = relateClocks((take) => take(0, 7 * MS, true), RESOLUTION);
    expect(clock).toMatchObject({ low: Number.NEGATIVE_INFINITY, high: 7 * MS });
  });

  test("without times tell nothing", () => {
    expect(relateClocks(() => {}, RESOLUTION)).toBeNull();
  });

  test("draw a time of the second where the first one shows it", () => {
    const rate = 80e-6;
    const clock = relateClocks(
      pairs(3600, (time) => 3.7 * SECOND + rate * time),
      RESOLUTION,
    );
    if (clock === null) throw new Error("not related");
    const time = 1800 * SECOND;
    const { drawn, at } = clock;
    expect(onFirstClock(clock, time + drawn.offset + drawn.rate * (time - at))).toBeCloseTo(time, -2);
  });
});
