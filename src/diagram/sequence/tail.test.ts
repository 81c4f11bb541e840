import { expect, test } from "vitest";
import { layoutOfCase } from "../../testing/drawn-sequence.ts";
import { noteWidth } from "./stack-notes.ts";
import { drawTail } from "./tail.ts";

const LONG = "if nothing comes: FIN-WAIT-2 timer, if closed";

test.each([
  [360, LONG, ["if nothing comes: FIN-WAIT-2", "timer, if closed"]],
  [360, "若无后续：FIN-WAIT-2 计时器（若已关闭）", ["若无后续：FIN-WAIT-2", "计时器（若已关闭）"]],
  [800, LONG, [LONG]],
])("at %i pixels the words of an event stay between the lifelines: %s", (width, words, expected) => {
  const layout = layoutOfCase("C29", width);
  const [event] = drawTail({ ...layout, words: { ...layout.words, event: () => words } });
  const lines = event?.lines.map(({ text }) => text) ?? [];
  expect(lines.slice(0, expected.length)).toEqual(expected);
  for (const line of lines) {
    expect(noteWidth(line, layout.metrics)).toBeLessThanOrEqual(layout.room.right - layout.room.left);
  }
});
