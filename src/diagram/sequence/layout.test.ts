import { expect, test } from "vitest";
import { layoutOfCase } from "../../testing/drawn-sequence.ts";
import { listenNote, positionAt } from "./layout.ts";
import { departureOf, landingOf } from "./placed-rows.ts";

test("a three-way handshake: rows, departures and landings", () => {
  const layout = layoutOfCase("A01");
  // Row 2 lets connect() return and row 3 accept(): a line more each.
  expect([...layout.tops]).toEqual([34, 85, 151, 217]);
  expect([1, 2, 3].map((position) => departureOf(layout, position))).toEqual([62, 113, 179]);
  expect([1, 2, 3].map((position) => landingOf(layout, position))).toEqual([78, 129, 195]);
  expect(layout.height).toBe(257);
  expect(layout.room).toEqual({ left: 188, right: 500 });
});

test("a listening server has called listen() before the first segment", () => {
  expect(listenNote(layoutOfCase("A01"))).toEqual({ text: "listen", x: 500, y: 17 });
  expect(listenNote(layoutOfCase("A09"))).toBeNull();
});

test("a silence before a row takes space at its top", () => {
  const layout = layoutOfCase("A03");
  expect([...layout.gaps]).toEqual([0, 32, 0, 0]);
  expect([...layoutOfCase("A03", 620, "even").gaps]).toEqual([0, 0, 0, 0]);
});

test("a lost segment lands nowhere", () => {
  expect(landingOf(layoutOfCase("A03"), 1)).toBeNull();
});

test("a height belongs to the row that contains it", () => {
  const layout = layoutOfCase("A01");
  expect([-5, 34, 84, 85, 216, 9999].map((y) => positionAt(layout, y))).toEqual([1, 1, 1, 2, 3, 3]);
});
