import fc from "fast-check";
import { expect, test } from "vitest";
import { advance, distance, isBefore, latest } from "./sequence-number.ts";

const sequenceNumber = fc.integer({ min: 0, max: 0xffffffff });
const shortDistance = fc.integer({ min: -0x7fffffff, max: 0x7fffffff });

test("distance is signed and wraps at 2^32", () => {
  expect(distance(10, 30)).toBe(20);
  expect(distance(30, 10)).toBe(-20);
  expect(distance(4294967290, 4)).toBe(10);
  expect(distance(4, 4294967290)).toBe(-10);
});

test("advance stays on the circle", () => {
  expect(advance(4294967295, 1)).toBe(0);
  expect(advance(0, -1)).toBe(4294967295);
});

test("advance undoes distance", () => {
  fc.assert(
    fc.property(sequenceNumber, sequenceNumber, (a, b) => {
      expect(advance(a, distance(a, b))).toBe(b);
    }),
  );
});

test("distance undoes advance for anything less than half the circle", () => {
  fc.assert(
    fc.property(sequenceNumber, shortDistance, (a, count) => {
      expect(distance(a, advance(a, count))).toBe(count);
    }),
  );
});

test("order does not depend on where on the circle two numbers lie", () => {
  fc.assert(
    fc.property(sequenceNumber, fc.integer({ min: 1, max: 0x7fffffff }), (a, count) => {
      const b = advance(a, count);
      expect(isBefore(a, b)).toBe(true);
      expect(isBefore(b, a)).toBe(false);
      expect(latest(a, b)).toBe(b);
      expect(latest(b, a)).toBe(b);
    }),
  );
});
