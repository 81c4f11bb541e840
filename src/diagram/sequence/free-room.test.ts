import { expect, test } from "vitest";
import { layoutOfCase } from "../../testing/drawn-sequence.ts";
import { freeRoom } from "./free-room.ts";
import { departureOf, landingOf } from "./placed-rows.ts";

test("where no arrow goes through, all the room is free", () => {
  const layout = layoutOfCase("A01");
  expect(freeRoom(layout, 2, 0, 999)).toEqual(layout.room);
});

test("an arrow that goes through leaves the wider side free", () => {
  const layout = layoutOfCase("A16");
  const [start, end] = [departureOf(layout, 1), landingOf(layout, 1) ?? NaN];
  const middle = (start + end) / 2;
  expect(freeRoom(layout, 2, middle, middle)).toEqual({ left: layout.room.left, right: 336 });
  const late = freeRoom(layout, 2, end - 1, end);
  expect(late.left).toBe(layout.room.left);
  expect(late.right).toBeGreaterThan(480);
});
