import { expect, test } from "vitest";
import { ACK, SYN } from "../segments/flags.ts";
import { optionOctets } from "../segments/options.ts";
import { sharedRows } from "../testing/shared-rows.ts";
import { keepSegments, withoutTimestampsAndSack } from "./reduce.ts";
import type { FoldedTraffic, SharedFold } from "./shared-connection.ts";

const STAMPS = [8, 10, 0, 0, 0, 1, 0, 0, 0, 2];
const SACK = [5, 10, 0, 0, 0, 1, 0, 0, 0, 9];

test.each<[string, number[], number[]]>([
  ["nothing else", [1, 1, ...STAMPS], []],
  [
    "the padding of others stays",
    [2, 4, 5, 180, 1, 3, 3, 7, 4, 2, ...STAMPS],
    [2, 4, 5, 180, 1, 3, 3, 7, 4, 2],
  ],
  ["both", [1, 1, ...STAMPS, 1, 1, ...SACK], []],
  ["padding at the end stays", [...STAMPS, 1, 1], [1, 1]],
  ["damaged ones stay as they are", [1, 8, 40, 7], [1, 8, 40, 7]],
  ["what stands behind the end stays", [...STAMPS, 0, 9, 9], [0, 9, 9]],
])("without timestamps and SACK: %s", (_, options, expected) => {
  const reduced = withoutTimestampsAndSack(sharedRows([{ flags: SYN }, { flags: ACK, options }]));
  expect([...optionOctets(reduced.segments, 1)]).toEqual(expected);
  expect(reduced.lacksTimestampsAndSack).toBe(true);
});

const ten = Array.from({ length: 10 }, (_, index) => ({
  from: index % 2 === 0 ? ("client" as const) : ("server" as const),
  flags: ACK,
  seq: index,
  payload: 2 ** index,
}));
const traffic = (segments: number, payload: number): FoldedTraffic => ({ segments, payload });
const keeping =
  (...rows: readonly number[]) =>
  (row: number): boolean =>
    rows.includes(row);

test("what is left out is noted at its place, with how much data of each end", () => {
  const { segments, folds } = keepSegments(sharedRows(ten), keeping(1, 2, 5));
  expect(Array.from(segments.sequenceNumber.subarray(0, segments.length))).toEqual([1, 2, 5]);
  expect(folds).toEqual<SharedFold[]>([
    { before: 0, client: traffic(1, 1), server: traffic(0, 0) },
    { before: 2, client: traffic(1, 16), server: traffic(1, 8) },
    { before: 3, client: traffic(2, 64 + 256), server: traffic(2, 128 + 512) },
  ]);
});

test("what was left out before is counted with what is left out now", () => {
  const once = keepSegments(sharedRows(ten), keeping(0, 1, 2, 3, 6, 9));
  const twice = keepSegments(once, keeping(0, 2, 5));
  expect(twice.folds).toEqual(keepSegments(sharedRows(ten), keeping(0, 2, 9)).folds);
});

test("the next connection and the errors stay where they belong", () => {
  const successor = { after: 6, time: Number.NaN, opener: 0, isSynSeen: true, isAnswered: false } as const;
  const error = { frame: 0, time: Number.NaN, version: 4, type: 3, code: 1, reporter: "r" } as const;
  const shared = sharedRows(ten, {
    successor,
    icmpErrors: [
      { ...error, flow: 1, sequenceNumber: 5 },
      { ...error, flow: 0, sequenceNumber: 4 },
      { ...error, flow: 0, sequenceNumber: 5 },
    ],
  });
  const kept = keepSegments(shared, keeping(1, 5, 7));
  expect(kept.successor).toEqual({ ...successor, after: 2 });
  expect(kept.icmpErrors).toEqual([{ ...error, flow: 1, sequenceNumber: 5 }]);
  expect(keepSegments(sharedRows(ten), keeping(1)).successor).toBeNull();
});
