import { expect, test } from "vitest";
import { delayOf, drawnWith, isOrderProved, shownOffsets } from "../segments/witness-times.ts";
import type { Witnesses } from "../segments/witnesses.ts";
import { compactTable } from "../testing/compact-notation.ts";
import { mergedAnalysis, mergedTables } from "../testing/two-captures.ts";
import { witnessesOf } from "./witnesses-of.ts";

/** A handshake, data and its acknowledgment, seen at both ends; the second clock is ahead by so many nanoseconds. */
function handshake(ahead: number): { readonly witnesses: Witnesses; readonly fromClient: Uint8Array } {
  const [first, second] = [compactTable("cS sS. c. cP.+5 s."), compactTable("cS sS. c. cP.+5 s.")];
  const client = [0, 20e6, 21e6, 30e6, 60e6];
  const server = [9e6, 9e6, 33e6, 42e6, 50e6];
  for (let row = 0; row < client.length; row++) {
    first.time[row] = client[row] ?? 0;
    second.time[row] = (server[row] ?? 0) + ahead;
  }
  const merged = mergedTables(first, second);
  const { connection, fromClient } = mergedAnalysis(merged);
  return { witnesses: witnessesOf(merged, [first, second], connection), fromClient };
}

test("the offsets that are shown are those between both clocks", () => {
  const near = shownOffsets(handshake(0).witnesses);
  const far = shownOffsets(handshake(3.7e9).witnesses);
  expect([far?.low, far?.high].map((one) => (one ?? 0) - 3.7e9)).toEqual([near?.low, near?.high]);
  expect(near?.low).toBeLessThanOrEqual(0);
  expect(near?.high).toBeGreaterThanOrEqual(0);
});

test("only the sum of the delays of both directions is known", () => {
  const { witnesses } = handshake(0);
  const { clock } = witnesses;
  const sum = (shift: number): number => {
    const drawn = drawnWith(witnesses, shift);
    return delayOf(drawn, 0, true) + delayOf(drawn, 1, false);
  };
  const spare = ((clock?.high ?? 0) - (clock?.low ?? 0)) / 2;
  expect(spare).toBeGreaterThan(0);
  expect(sum(spare)).toBeCloseTo(sum(0), 3);
  expect(delayOf(drawnWith(witnesses, spare), 0, true)).toBeCloseTo(delayOf(witnesses, 0, true) - spare, 3);
  // Nothing arrives before it was sent, wherever the clock is drawn.
  for (const shift of [-spare, 0, spare])
    for (let row = 0; row < 5; row++) {
      const isFromClient = handshake(0).fromClient[row] === 1;
      expect(delayOf(drawnWith(witnesses, shift), row, isFromClient)).toBeGreaterThanOrEqual(-1);
    }
});

test("what arrived before the next one was sent came first, whatever the clocks are", () => {
  const { witnesses, fromClient } = handshake(-5e9);
  expect([0, 1, 2, 3, 4].map((row) => isOrderProved(witnesses, row, fromClient))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
});

test("two segments that cross are in no proved order if their times lie too near", () => {
  const { witnesses, fromClient } = handshake(0);
  // As if the SYN,ACK had been sent before the SYN came.
  const rows = { ...witnesses.rows, arrivedAt: witnesses.rows.arrivedAt.map(() => 0) };
  expect(isOrderProved({ ...witnesses, rows }, 1, fromClient)).toBe(false);
  // 60 ms and more apart, as no offset that is possible turns them.
  const later = Float64Array.from(witnesses.times[1], (time, row) => (row === 1 ? time + 60e6 : time));
  expect(isOrderProved({ ...witnesses, rows, times: [witnesses.times[0], later] }, 1, fromClient)).toBe(true);
});

test("without a relation between the clocks there are no offsets, no delays, and no order but that of arrivals", () => {
  const { witnesses, fromClient } = handshake(0);
  const unknown = { ...witnesses, clock: null };
  expect(shownOffsets(unknown)).toBeNull();
  expect(drawnWith(unknown, 5e6)).toBe(unknown);
  expect(delayOf(unknown, 0, true)).toBeNaN();
  expect([0, 1, 2, 3, 4].map((row) => isOrderProved(unknown, row, fromClient))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  // The last ACK reached nobody that either capture holds before it: only the clocks could say so.
  const unseen = { ...unknown, rows: { ...unknown.rows, arrivedAt: new Uint32Array(5) } };
  expect([1, 2, 3, 4].map((row) => isOrderProved(unseen, row, fromClient))).toEqual([
    false,
    false,
    true,
    false,
  ]);
});

test("where a capture tells the time of day alone, whole days are no offset", () => {
  const { witnesses } = handshake(0);
  const [first, second] = witnesses.timeBases;
  const later = { ...second, origin: second.origin + 3n * 86_400_000_000_000n };
  const dated = shownOffsets({ ...witnesses, timeBases: [first, later] });
  const undated = shownOffsets({ ...witnesses, timeBases: [first, { ...later, kind: "time-of-day" }] });
  expect((dated?.drawn ?? 0) - (undated?.drawn ?? 0)).toBe(3 * 86_400e9);
});
