import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase, layoutOfCase } from "../../testing/drawn-sequence.ts";
import { plainWords } from "../../testing/plain-words.ts";
import { drawArrow } from "./draw-arrow.ts";
import { drawRow } from "./draw-row.ts";
import {
  looksAt,
  placeOfLayer,
  railsOf,
  roomOfLayers,
  type SequenceLayer,
  wordsOfLayersAt,
} from "./layer.ts";
import { layOut } from "./layout.ts";
import { metricsFor } from "./metrics.ts";
import { departureOf, landingOf } from "./placed-rows.ts";
import { zoomAt } from "./zoom.ts";

/** A clock of its own at each end, and notes at two segments. */
const CLOCKS: SequenceLayer = {
  name: "clocks",
  rails: [
    { side: "client", width: 50, head: "A" },
    { side: "server", width: 70, head: "B" },
  ],
  roomOfRow: (position) => (position === 2 ? { fall: 9 } : null),
  lookAt: (position) => (position === 2 ? "injected" : null),
};
const NOTES: SequenceLayer = {
  name: "notes",
  rails: [{ side: "server", width: 30, head: "said" }],
  roomOfRow: (position) => (position === 1 ? { above: 20 } : position === 2 ? { above: 5, below: 40 } : null),
  lookAt: (position) => (position <= 2 ? "noted" : null),
  wordsAt: (position) => (position === 2 ? ["Why two?"] : []),
};
const LAYERS = [CLOCKS, NOTES, { ...NOTES, name: "more", rails: [] }];

const analysis = present(analysesOfCase("A03")[0], "the connection");
const plain = layoutOfCase("A03");

function laidOut(layers: readonly SequenceLayer[], step = 0) {
  const rails = railsOf(layers);
  // As wide between the rails as the plain one, so that no words break anew.
  const width = rails.reduce((sum, rail) => sum + rail.width, 620);
  const metrics = metricsFor(width, { rails });
  return layOut(analysis, plainWords(analysis), metrics, "compressed", zoomAt(step), roomOfLayers(layers));
}

test("a diagram without layers is as ever", () => {
  expect(roomOfLayers([])).toBeNull();
  const { tops, metrics, rooms } = laidOut([]);
  expect({ tops, metrics, rooms }).toEqual({ tops: plain.tops, metrics: plain.metrics, rooms: null });
});

test("a row grows by the room of all layers, and everything below it moves down", () => {
  const layout = laidOut(LAYERS);
  const grown = [...layout.tops].map((top, index) => top - (plain.tops[index] ?? 0));
  // Twice 20 above the first row; twice 5 above and 40 below the second, and a fall of 9.
  expect(grown).toEqual([0, 40, 40 + 99, 40 + 99, 40 + 99]);
  expect(layout.height - plain.height).toBe(139);
});

test("an arrow falls farther where a layer says so, and lands there", () => {
  const layout = laidOut(LAYERS);
  const fallAt = (position: number) => (landingOf(layout, position) ?? 0) - departureOf(layout, position);
  expect([fallAt(2), fallAt(3)]).toEqual([25, 16]);
  expect(drawArrow(layout, 2).head).toContain(`,${landingOf(layout, 2) ?? ""}`);
});

test("a silence keeps its height, above the room of the row", () => {
  const silent = plain.gaps.findIndex((gap) => gap > 0) + 1;
  const layer = { name: "note", roomOfRow: (at: number) => (at === silent ? { above: 30 } : null) };
  const layout = laidOut([layer]);
  expect(drawRow(layout, silent).silence).toEqual(drawRow(plain, silent).silence);
  const { above } = placeOfLayer(layer, [layer], layout, 1, 4);
  expect(above(silent)).toEqual({
    top: (plain.tops[silent - 1] ?? 0) + (plain.gaps[silent - 1] ?? 0),
    height: 30,
  });
});

test("each layer has its own room in a row, in the order of the layers", () => {
  const layout = laidOut(LAYERS);
  const [first, second] = LAYERS.slice(1).map((layer) => placeOfLayer(layer, LAYERS, layout, 1, 4));
  const top = (layout.tops[1] ?? 0) + (plain.gaps[1] ?? 0);
  const end = layout.tops[2] ?? 0;
  expect([first?.above(2), second?.above(2)]).toEqual([
    { top, height: 5 },
    { top: top + 5, height: 5 },
  ]);
  expect([first?.below(2), second?.below(2)]).toEqual([
    { top: end - 80, height: 40 },
    { top: end - 40, height: 40 },
  ]);
  expect(first?.above(3).height).toBe(0);
});

test("rails stand between the times and the bands, and behind the server's bands", () => {
  const layout = laidOut(LAYERS);
  const { timeEnd, clientX, serverX, band, width } = layout.metrics;
  expect(clientX).toBe(plain.metrics.clientX + 50);
  expect(serverX - clientX).toBe(plain.metrics.serverX - plain.metrics.clientX);
  const [clocks, notes, more] = LAYERS.map((layer) => placeOfLayer(layer, LAYERS, layout, 1, 4));
  expect(clocks?.rail("client")).toEqual({ left: timeEnd, width: 50 });
  expect(clocks?.rail("server")).toEqual({ left: width - 100, width: 70 });
  expect(notes?.rail("server")).toEqual({ left: width - 30, width: 30 });
  expect(more?.rail("server")).toBeNull();
  expect(serverX + band).toBeLessThan(width - 100);
});

test("layers say how a row looks, and what is said of it", () => {
  expect([1, 2, 3].map((position) => looksAt(LAYERS, position))).toEqual([
    "noted noted",
    "injected noted noted",
    undefined,
  ]);
  expect(wordsOfLayersAt([CLOCKS, NOTES], 2)).toEqual(["Why two?"]);
});

test("a bare diagram has no room for what a layer says", () => {
  const far = -2;
  expect(laidOut(LAYERS, far).tops).toEqual(laidOut([], far).tops);
  expect(placeOfLayer(NOTES, [NOTES], laidOut([NOTES], far), 1, 4).below(2).height).toBe(0);
});
