import { expect, test } from "vitest";
import { markingActions, nextMarked } from "./marking.ts";

test("goes to the next and the previous marked segment, round both ends", () => {
  expect(nextMarked([2, 5, 9], 2, 1)).toBe(5);
  expect(nextMarked([2, 5, 9], 9, 1)).toBe(2);
  expect(nextMarked([2, 5, 9], 5, -1)).toBe(2);
  expect(nextMarked([2, 5, 9], 2, -1)).toBe(9);
  expect(nextMarked([], 3, 1)).toBeNull();
});

test("marks in order, once each, and never the beginning", () => {
  const state = {
    marked: null as readonly number[] | null,
    position: 0,
    goTo: (at: number) => went.push(at),
  };
  const went: number[] = [];
  const actions = markingActions(
    (part) => Object.assign(state, part),
    () => state,
  );
  actions.goToMarked(1);
  expect(went).toEqual([]);
  actions.mark([7, 0, 3, 7]);
  expect(state.marked).toEqual([3, 7]);
  actions.goToMarked(1);
  expect(went).toEqual([3]);
  actions.mark([0]);
  expect(state.marked).toBeNull();
});
