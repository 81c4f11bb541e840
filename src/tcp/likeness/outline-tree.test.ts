import { expect, test } from "vitest";
import { IRREGULAR, NO_OUTLINE, OutlineTree } from "./outline-tree.ts";

/** The outline at which a sequence of events ends. */
function outlineOf(tree: OutlineTree, events: readonly number[]): number {
  return events.reduce((outline, event) => tree.after(outline, event), NO_OUTLINE);
}

test("the same events in the same order have one number, and no others have it", () => {
  const tree = new OutlineTree();
  const sequences = Array.from({ length: 2000 }, (_, index) => [2, (index % 40) + 1, (index % 50) + 1]);
  const numbers = sequences.map((events) => outlineOf(tree, events));
  expect(sequences.map((events) => outlineOf(tree, events))).toEqual(numbers);
  // 200 pairs of a second and a third event differ: the least common multiple of 40 and 50.
  expect(new Set(numbers).size).toBe(200);
  expect(numbers).not.toContain(NO_OUTLINE);
  expect(numbers).not.toContain(IRREGULAR);
  // One for the first event, 40 for the second.
  expect(tree.length).toBe(2 + 1 + 40 + 200);
});

test("the order of events counts, and the largest event is not taken for another outline", () => {
  const tree = new OutlineTree();
  const numbers = [[1, 2], [2, 1], [1], [2], [0xffff], [0xffff, 1], [1, 0xffff]].map((events) =>
    outlineOf(tree, events),
  );
  expect(new Set(numbers).size).toBe(7);
});

test("beyond 65,535 numbers what is new is irregular, and what was known is still known", () => {
  const tree = new OutlineTree();
  const first = tree.after(NO_OUTLINE, 1);
  for (let event = 2; event <= 65_534; event++) tree.after(NO_OUTLINE, event);
  expect(tree.length).toBe(65_536);
  expect([tree.after(NO_OUTLINE, 65_535), tree.after(first, 1)]).toEqual([IRREGULAR, IRREGULAR]);
  expect([tree.after(NO_OUTLINE, 1), tree.after(NO_OUTLINE, 65_534)]).toEqual([first, 65_535]);
  expect(tree.length).toBe(65_536);
});
