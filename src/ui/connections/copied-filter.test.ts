import { expect, test } from "vitest";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { captureWith, summary } from "../../testing/connection-summaries.ts";
import { filterOfListed, filterOfShown } from "./copied-filter.ts";

const SECOND = 1e9;
const first = { ...summary(0), start: 0, end: 2 * SECOND };
/** The same ends again, the other way round. */
const again = {
  ...summary(1),
  client: first.server,
  server: first.client,
  start: 3 * SECOND,
  end: 4 * SECOND,
};
const overlapping = { ...again, start: 2 * SECOND };
const apart = { ...summary(2), start: 0, end: SECOND };

function analysisOf(
  { id, client, server }: { readonly id: number; readonly client: unknown; readonly server: unknown },
  shared: number | null,
): ConnectionAnalysis {
  return {
    connection: { id, client, server, previous: null, next: shared },
    segments: { frame: new Uint32Array([7, 3, 4, 0]), length: 3 },
  } as unknown as ConnectionAnalysis;
}

test("a connection whose ends no other has needs nothing else", () => {
  const { filter, isExact } = filterOfShown(analysisOf(first, null), captureWith(first, apart));
  expect(filter).not.toMatch(/time|number/u);
  expect(isExact).toBe(true);
});

test("ends that are used again are distinguished by time, or by records where the times overlap", () => {
  const byTime = filterOfShown(analysisOf(first, 1), captureWith(first, again));
  expect(byTime.filter).toMatch(/ && frame.time_epoch >= 0.000000000 && frame.time_epoch <= 2.000000000$/u);
  const byRecords = filterOfShown(analysisOf(first, 1), captureWith(first, overlapping));
  expect(byRecords.filter).toMatch(/ && frame.number in \{3..4, 7\}$/u);
  expect([byTime.isExact, byRecords.isExact]).toEqual([true, true]);
});

test("the lines of a text are no records: then it says that it shows others, too", () => {
  const text = { ...captureWith(first, overlapping), format: "text" } as const;
  const { filter, isExact } = filterOfShown(analysisOf(first, 1), text);
  expect(filter).not.toMatch(/time|number/u);
  expect(isExact).toBe(false);
});

test("several are distinguished from others that are not among them", () => {
  const times = filterOfListed([first, apart], captureWith(first, again, apart));
  expect(times.filter?.match(/time_epoch >=/gu)).toHaveLength(1);
  expect(times.isExact).toBe(true);
  expect(filterOfListed([first, apart], captureWith(first, overlapping, apart)).isExact).toBe(false);
});
