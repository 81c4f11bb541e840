import { describe, expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { plainWords } from "../../testing/plain-words.ts";
import { placeOfLayer, railsOf, roomOfLayers, type SequenceLayer } from "../sequence/layer.ts";
import { layOut } from "../sequence/layout.ts";
import { metricsFor } from "../sequence/metrics.ts";
import { departureOf } from "../sequence/placed-rows.ts";
import { differenceLayer, type DrawnDifference } from "./difference-layer.ts";
import { heightAt, timeAtHeight } from "./time-heights.ts";

const analysis = present(analysesOfCase("A03")[0], "the connection");
const times = analysis.segments.time.subarray(0, analysis.segments.length);
const last = times.length;
const WORDS = {
  isNew: "new",
  moved: (by: number) => `moved ${by / 1e6}`,
  gone: (text: string) => `gone ${text}`,
};
const SAME: DrawnDifference = {
  rows: [...times].map((wasAt) => ({ change: "same", wasAt })),
  gone: [],
  before: { client: [], server: [] },
};

function drawn(difference: Partial<DrawnDifference>) {
  const layer: SequenceLayer = differenceLayer("difference", times, { ...SAME, ...difference }, WORDS);
  const layers = [layer];
  const metrics = metricsFor(640, { rails: railsOf(layers) });
  const layout = layOut(analysis, plainWords(analysis), metrics, "even", undefined, roomOfLayers(layers));
  const marks = layer.marks?.(placeOfLayer(layer, layers, layout, 1, last)) ?? [];
  return { layer, layout, marks };
}

function ghost(text: string, at: number) {
  return { text, fromClient: true, at, hasArrived: true };
}

describe("the difference to another run", () => {
  test("that is none draws nothing", () => {
    expect(drawn({}).marks).toEqual([]);
  });

  test("gives what is gone room of its own: before the row that follows, and behind the last", () => {
    const plain = drawn({}).layout;
    const gone = [ghost("c.data[1..9]", times[1] ?? 0), ghost("c.fin", (times[last - 1] ?? 0) + 1e9)];
    const { layout, marks, layer } = drawn({ gone });
    expect(departureOf(layout, 2)).toBe(departureOf(plain, 2));
    expect(departureOf(layout, 3) - departureOf(plain, 3)).toBe(18);
    expect(layout.height - plain.height).toBe(36);
    const texts = marks.flatMap((mark) => (mark.kind === "text" ? [[mark.text, mark.y]] : []));
    expect(texts.map(([text]) => text)).toEqual(["c.data[1..9]", "c.fin"]);
    expect(Number(texts[0]?.[1])).toBeLessThan(departureOf(layout, 3));
    expect(Number(texts[1]?.[1])).toBeGreaterThan(departureOf(layout, last));
    expect(layer.wordsAt?.(3)).toEqual(["gone c.data[1..9]"]);
  });

  test("says what is new, and how far something has moved", () => {
    const rows = SAME.rows
      .with(0, { change: "new", wasAt: null })
      .with(1, { change: "moved", wasAt: (times[1] ?? 0) - 5e6 });
    const { layer, marks } = drawn({ rows });
    expect(layer.lookAt?.(1)).toBe("new");
    expect(layer.wordsAt?.(1)).toEqual(["new"]);
    expect(layer.wordsAt?.(2)).toEqual(["moved 5"]);
    expect(marks.map(({ look }) => look)).toContain("new-bar");
  });

  test("shows the states before on a rail, from the first row to the last", () => {
    const half = ((times[0] ?? 0) + (times[last - 1] ?? 0)) / 2;
    const client = [
      { state: "SYN-SENT", from: 0, until: half },
      { state: "ESTABLISHED", from: half, until: 1e12 },
    ] as const;
    const { marks } = drawn({ before: { client, server: [] } });
    expect(marks.map(({ look }) => look)).toEqual(["was opening", "was open"]);
  });
});

test("a moment and its height lead to each other", () => {
  const { layout } = drawn({});
  for (const share of [0.1, 0.5, 0.9]) {
    const time = (times[0] ?? 0) + share * ((times[last - 1] ?? 0) - (times[0] ?? 0));
    expect(timeAtHeight(layout, heightAt(layout, time))).toBeCloseTo(time, -3);
  }
});
