import { expect, test } from "vitest";
import { arrangeRow, heightAboveArrow, heightBelowArrow } from "./arrange-row.ts";
import { metricsFor } from "./metrics.ts";

const METRICS = metricsFor(620);
const ROOM = { left: 188, right: 500 };
const NOTHING = { before: [], after: [], chips: [] };
const CLOSE = { side: "client", kind: "call", text: "close()" } as const;
const READ = { side: "server", kind: "call", text: "read() = 0" } as const;
const PLAIN = { notes: NOTHING, sender: "client", labelLength: 20, isCrossed: false } as const;

test("a row without notes is as high as label, arrow and padding need", () => {
  const arrangement = arrangeRow(PLAIN, METRICS, ROOM);
  expect(heightAboveArrow(arrangement, METRICS)).toBe(28);
  expect(heightBelowArrow(arrangement, METRICS)).toBe(7);
});

test("a call and a chip share the label's line as long as there is room", () => {
  const notes = { before: [CLOSE], after: [], chips: ["abort"] };
  const roomy = arrangeRow({ ...PLAIN, notes }, METRICS, ROOM);
  expect(roomy.edge).toEqual(CLOSE);
  expect(roomy.chips).toEqual([{ text: "abort", width: 43.5 }]);
  expect(heightAboveArrow(roomy, METRICS)).toBe(28);
  const full = arrangeRow({ ...PLAIN, notes, labelLength: 40 }, METRICS, ROOM);
  expect(full.edge).toBeNull();
  expect(full.chipLines).toHaveLength(1);
  expect(heightAboveArrow(full, METRICS)).toBe(28 + 15 + 19);
});

test("what returns stands below the landing", () => {
  const arrangement = arrangeRow({ ...PLAIN, notes: { ...NOTHING, after: [READ] } }, METRICS, ROOM);
  expect(heightBelowArrow(arrangement, METRICS)).toBe(22);
});

test("in a row that another arrow goes through, every kind of words has lines of its own", () => {
  const notes = { before: [CLOSE], after: [], chips: ["abort", "simultaneous open again"] };
  const arrangement = arrangeRow({ ...PLAIN, notes, isCrossed: true }, METRICS, ROOM);
  expect(arrangement).toMatchObject({ edge: null, chips: [], chipLines: [] });
  expect(arrangement.above).toHaveLength(1);
  expect(arrangement.chipLinesBelow).toHaveLength(1);
});

test("chips that do not fit on one line take two", () => {
  const chips = ["a".repeat(30), "b".repeat(30)];
  const { chipLines } = arrangeRow({ ...PLAIN, notes: { ...NOTHING, chips } }, METRICS, ROOM);
  expect(chipLines.map((line) => line.map(({ text }) => text))).toEqual([[chips[0]], [chips[1]]]);
});
