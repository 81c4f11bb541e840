import { expect, test } from "vitest";
import { withLongLists, withoutLongLists } from "./long-lists.ts";

const listOf = (length: number): { readonly at: number }[] => Array.from({ length }, (_, at) => ({ at }));

test("long lists cross in parts, and come back in order under their names", () => {
  const whole = { moves: listOf(4001), annotations: listOf(2001), few: listOf(2000), number: 7 };
  const { rest, parts } = withoutLongLists(whole);
  expect(rest).toEqual({ moves: [], annotations: [], few: whole.few, number: 7 });
  expect(parts.map(({ name, elements }) => [name, elements.length])).toEqual([
    ["moves", 2000],
    ["moves", 2000],
    ["moves", 1],
    ["annotations", 2000],
    ["annotations", 1],
  ]);
  expect(withLongLists(rest, parts)).toEqual(whole);
});

test("an object without long lists crosses as it is", () => {
  const { rest, parts } = withoutLongLists({ moves: listOf(3) });
  expect([rest, parts]).toEqual([{ moves: listOf(3) }, []]);
  expect(withLongLists(rest, parts)).toEqual({ moves: listOf(3) });
});
