import { expect, test } from "vitest";
import { LASTING_MEMORY, ReusedMemory } from "./row-memory.ts";

const KINDS = ["uint8", "uint16", "uint32", "float64"] as const;

test.each(KINDS)("%s: each array of a connection is another one, and all 0 again for the next", (kind) => {
  const memory = new ReusedMemory();
  memory.begin();
  const [one, other] = [memory[kind](3), memory[kind](3)];
  expect(one).not.toBe(other);
  one.fill(7);
  other.fill(9);
  memory.begin();
  expect(memory[kind](3)).toBe(one);
  expect(Array.from(one)).toEqual([0, 0, 0]);
  expect(memory[kind](4)).toHaveLength(4);
});

test("an array longer than those that are kept is a new one each time", () => {
  const memory = new ReusedMemory();
  const before = memory.uint8(4000);
  memory.begin();
  expect(memory.uint8(4000)).not.toBe(before);
});

test("a slice holds nothing of the one before but what is written over", () => {
  const memory = new ReusedMemory();
  const before = memory.slice(2, 4);
  before.comments.set(1, "an old one");
  before.urgentPointer.set(1, 5);
  memory.begin();
  const slice = memory.slice(2, 40);
  expect(slice.time).toBe(before.time);
  expect([slice.comments.size, slice.urgentPointer.size]).toEqual([0, 0]);
  expect(slice.optionBytes.length).toBeGreaterThanOrEqual(40);
});

test("lasting memory gives nothing twice", () => {
  LASTING_MEMORY.begin();
  const before = LASTING_MEMORY.slice(2, 0);
  LASTING_MEMORY.begin();
  expect(LASTING_MEMORY.slice(2, 0).time.buffer).not.toBe(before.time.buffer);
  expect(LASTING_MEMORY.uint32(2)).not.toBe(LASTING_MEMORY.uint32(2));
});
