import { expect, test } from "vitest";
import { errorsOfPair } from "./quoted-rows.ts";
import { SegmentTableBuilder } from "./segment-table-builder.ts";

const PLAIN = { acknowledgmentNumber: 0, payloadLength: 0, window: 0, flags: 0 };
const ERROR = { frame: 9, version: 4, type: 3, code: 1, reporter: "192.0.2.9" } as const;

/** Segments of one pair as `[number, time, direction]`, and errors about its first direction as `[number, time]`. */
function tableOf(
  segments: readonly (readonly [number: number, time: number, direction?: 0 | 1])[],
  errors: readonly (readonly [number: number, time: number])[],
): SegmentTableBuilder {
  const table = new SegmentTableBuilder();
  const end = (port: number) => ({ address: "192.0.2.1", port });
  const flow = table.flows.internEndpoints(end(1), end(2));
  for (const [sequenceNumber, time, direction = 0] of segments)
    table.append({ ...PLAIN, frame: 1, time, flow: flow + direction, sequenceNumber });
  for (const [sequenceNumber, time] of errors)
    table.icmpErrors.push({ ...ERROR, flow, sequenceNumber, time });
  return table;
}

test("an error quotes the last segment of its receiver with that number that was sent before it", () => {
  const table = tableOf(
    [
      [7, 10],
      [8, 11],
      [7, 20],
      [7, 30],
      [7, 15, 1],
    ],
    [
      [7, 25],
      [7, 9],
      [7, 99],
      [5, 99],
      [8, 11],
      [7, 26],
    ],
  );
  expect([...errorsOfPair(table, 0)]).toEqual([
    [2, [0, 5]],
    [3, [2]],
    [1, [4]],
  ]);
  expect(errorsOfPair(table, 1).size).toBe(0);
});

test("where times are not known or go backwards, the last one in the capture counts that is not later", () => {
  const backwards = tableOf(
    [
      [7, 10],
      [7, 40],
      [7, 20],
      [7, 30],
    ],
    [
      [7, 25],
      [7, Number.NaN],
    ],
  );
  expect([...errorsOfPair(backwards, 0)]).toEqual([
    [2, [0]],
    [3, [1]],
  ]);
  const untimed = tableOf(
    [
      [7, Number.NaN],
      [7, Number.NaN],
    ],
    [[7, 1]],
  );
  expect([...errorsOfPair(untimed, 0)]).toEqual([[1, [0]]]);
});

test("what comes to the table later counts, too", () => {
  const table = tableOf([[7, 10]], [[7, 99]]);
  expect([...errorsOfPair(table, 0).keys()]).toEqual([0]);
  table.append({ ...PLAIN, frame: 1, time: 20, flow: 0, sequenceNumber: 7 });
  expect([...errorsOfPair(table, 0).keys()]).toEqual([1]);
});
