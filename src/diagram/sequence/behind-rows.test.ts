import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { plainWords } from "../../testing/plain-words.ts";
import { behindRows } from "./behind-rows.ts";
import { placeOfLayer, roomOfLayers, type SequenceLayer } from "./layer.ts";
import { layOut } from "./layout.ts";
import { metricsFor } from "./metrics.ts";
import { zoomAt } from "./zoom.ts";

/** At which row, and how high. */
const THINGS = [
  [0, 10],
  [2, 20],
  [2, 5],
] as const;

const layer: SequenceLayer = {
  name: "things",
  ...behindRows({
    things: THINGS,
    positionOf: ([position]) => position,
    heightOf: ([, height]) => height,
    marksOf: ([position], _, top) => [
      { kind: "text", x: 0, y: top, text: `${position}`, anchor: "start", look: "thing" },
    ],
    wordsOf: ([position, height]) => `${position}: ${height}`,
  }),
};

test("things stand one below the other behind their row, and above the first one", () => {
  const analysis = present(analysesOfCase("A03")[0], "the connection");
  const words = plainWords(analysis);
  const room = roomOfLayers([layer]);
  const layout = layOut(analysis, words, metricsFor(620), "compressed", zoomAt(0), room);
  const place = placeOfLayer(layer, [layer], layout, 1, 4);
  const { top } = place.below(2);
  expect(place.below(2).height).toBe(25);
  expect(layer.marks?.(place).map((mark) => mark.kind === "text" && [mark.text, mark.y])).toEqual([
    ["0", place.above(1).top],
    ["2", top],
    ["2", top + 20],
  ]);
  expect([1, 2, 3].map((position) => layer.wordsAt?.(position))).toEqual([["0: 10"], ["2: 20", "2: 5"], []]);
  expect(layer.marks?.(placeOfLayer(layer, [layer], layout, 3, 4))).toEqual([]);
});
