import { expect, test } from "vitest";
import { optionOctets } from "../segments/options.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { exchangeOf } from "../testing/lab-exchange.ts";
import { Random } from "../testing/random.ts";
import { analyseTable } from "./analyse-table.ts";

/*
 * Captures lose segments, begin late, repeat and reorder; attackers and broken stacks send anything. The analysis may
 * then know little, but it never takes an arrow that is not in the table (the machine asserts) and never fails.
 */

function copyOfRows(
  table: SegmentTable,
  rows: readonly number[],
  change: (row: number) => Partial<Fields>,
): SegmentTable {
  const copy = new SegmentTableBuilder();
  for (const row of rows) {
    const flow = table.flow[row] ?? 0;
    const [a, b] = [table.flows.a(flow >>> 1), table.flows.b(flow >>> 1)];
    const octets = optionOctets(table, row);
    copy.append({
      frame: row + 1,
      time: BigInt(Math.round(table.time[row] ?? 0)),
      flow: (flow & 1) === 0 ? copy.flows.internEndpoints(a, b) : copy.flows.internEndpoints(b, a),
      sequenceNumber: table.sequenceNumber[row] ?? 0,
      acknowledgmentNumber: table.acknowledgmentNumber[row] ?? 0,
      payloadLength: table.payloadLength[row] ?? 0,
      window: table.window[row] ?? 0,
      flags: table.flags[row] ?? 0,
      ipId: table.ipId[row] ?? 0,
      ttl: table.ttl[row] ?? 0,
      octets,
      optionsAt: 0,
      optionsLength: octets.length,
      ...change(row),
    });
  }
  return copy;
}

interface Fields {
  readonly flags: number;
  readonly sequenceNumber: number;
  readonly acknowledgmentNumber: number;
}

function rowsOf(table: SegmentTable): number[] {
  return Array.from({ length: table.length }, (_, row) => row);
}

/** Positions are in order, every segment has a fate, and the result can cross to the page. Throws if the machine does. */
function isWellFormed(table: SegmentTable): boolean {
  return analyseTable(table).every((analysis) => {
    const positions = analysis.moves.map(({ position }) => position);
    const isInOrder = positions.every((position, index) => position >= (positions[index - 1] ?? 1));
    const crossed = structuredClone(analysis);
    return (
      isInOrder &&
      analysis.fate.length === analysis.segments.length &&
      crossed.moves.length === analysis.moves.length
    );
  });
}

test("captures that lack segments", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { table } = exchangeOf(seed, true);
    const random = new Random(seed);
    const start = random.chance(0.5) ? random.below(table.length) : 0;
    const kept = rowsOf(table).filter((row) => row >= start && !random.chance(0.2));
    expect(isWellFormed(copyOfRows(table, kept, () => ({}))), `seed ${seed}`).toBe(true);
  }
});

test("captures that repeat and reorder segments", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { table } = exchangeOf(seed, true);
    const random = new Random(seed);
    const mixed = rowsOf(table).flatMap((row) => (random.chance(0.1) ? [row, row] : [row]));
    for (let i = 1; i < mixed.length; i++) {
      if (random.chance(0.8)) continue;
      const other = Math.max(0, i - random.below(5));
      [mixed[i], mixed[other]] = [mixed[other] ?? 0, mixed[i] ?? 0];
    }
    expect(isWellFormed(copyOfRows(table, mixed, () => ({}))), `seed ${seed}`).toBe(true);
  }
});

test("segments with any flags and numbers", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const { table } = exchangeOf(seed, true);
    const random = new Random(seed);
    const vary = (row: number): Partial<Fields> =>
      random.chance(0.8)
        ? {}
        : {
            flags: random.chance(0.5) ? random.below(64) : (table.flags[row] ?? 0),
            sequenceNumber: Math.max(0, (table.sequenceNumber[row] ?? 0) + random.below(300) - 150) >>> 0,
            acknowledgmentNumber: random.chance(0.5)
              ? random.below(2 ** 32)
              : (table.acknowledgmentNumber[row] ?? 0),
          };
    expect(isWellFormed(copyOfRows(table, rowsOf(table), vary)), `seed ${seed}`).toBe(true);
  }
});
