import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analyseTable } from "../../tcp/analyse-table.ts";
import type { Side } from "../../tcp/state.ts";
import { layoutOfCase } from "../../testing/drawn-sequence.ts";
import { plainWords } from "../../testing/plain-words.ts";
import { readOctets } from "../../testing/read-octets.ts";
import { bandsOf } from "./bands.ts";
import { layOut, type SequenceLayout } from "./layout.ts";
import { metricsFor } from "./metrics.ts";
import { departureOf, landingOf } from "./placed-rows.ts";

function story(layout: SequenceLayout, side: Side): string[] {
  return bandsOf(layout, side).map(
    ({ top, bottom, state, basis }) => `${top}-${bottom} ${state ?? "--"} ${basis}`,
  );
}

test("a state changes where the arrow leaves its sender and where it lands", () => {
  const layout = layoutOfCase("A01");
  expect(departureOf(layout, 1)).toBe(62);
  expect(landingOf(layout, 2)).toBe(129);
  expect(story(layout, "client")).toEqual([
    "0-62 CLOSED start",
    "62-129 SYN-SENT sent",
    "129-257 ESTABLISHED proved",
  ]);
  expect(story(layout, "server")).toEqual([
    "0-78 LISTEN start",
    "78-195 SYN-RECEIVED proved",
    "195-257 ESTABLISHED assumed",
  ]);
});

test("what cannot be known has no state", () => {
  expect(story(layoutOfCase("A04"), "server")).toEqual([expect.stringMatching(/^0-\d+ -- start$/u)]);
});

test("in a simultaneous open both ends pass SYN-SENT and SYN-RECEIVED", () => {
  const layout = layoutOfCase("A16");
  for (const side of ["client", "server"] as const) {
    expect(bandsOf(layout, side).map(({ state }) => state)).toEqual([
      "CLOSED",
      "SYN-SENT",
      "SYN-RECEIVED",
      "ESTABLISHED",
    ]);
  }
});

test("a clock that runs out after the last segment ends the last state below it", () => {
  const layout = layoutOfCase("C01");
  const last = bandsOf(layout, "client").at(-1);
  expect(last).toMatchObject({ state: "CLOSED", basis: "predicted", phase: "closed" });
  expect(last?.top).toBe(layout.tailTop + 22);
});

test("bands follow each other without a gap or an overlap, each high enough for its name", () => {
  for (const id of ["A08", "A16", "C03", "C07", "C09"]) {
    const layout = layoutOfCase(id);
    for (const side of ["client", "server"] as const) {
      const bands = bandsOf(layout, side);
      expect(bands[0]?.top).toBe(0);
      expect(bands.at(-1)?.bottom).toBe(layout.height);
      expect(bands.slice(1).map(({ top }) => top)).toEqual(bands.slice(0, -1).map(({ bottom }) => bottom));
      expect(bands.filter(({ top, bottom }) => bottom - top < layout.metrics.slice)).toEqual([]);
    }
  }
});

test("however many states fall into the last row, the last one is drawn, with room for its name", async () => {
  const file = new URL("../../testing/fuzz/broken/five-states-in-the-last-row.pcap", import.meta.url);
  const analysis = present(analyseTable((await readOctets(readFileSync(file))).table)[0], "connection");
  for (const scale of ["even", "compressed", "proportional"] as const) {
    for (const width of [300, 620]) {
      const layout = layOut(analysis, plainWords(analysis), metricsFor(width), scale);
      const bands = bandsOf(layout, "server");
      const [before, last] = bands.slice(-2);
      expect([before?.state, last?.state]).toEqual(["LAST-ACK", "CLOSED"]);
      expect(bands.filter(({ top, bottom }) => bottom - top < layout.metrics.slice)).toEqual([]);
    }
  }
});
