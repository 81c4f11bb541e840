import { onFirstClock } from "../segments/clock-relation.ts";
import { FIN, PSH } from "../segments/flags.ts";
import { appendRow, rowFields } from "../segments/row-fields.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { type IcmpError, Mark, type SegmentTable } from "../segments/segment-table.ts";
import { advance } from "../segments/sequence-number.ts";
import { Shown } from "../segments/witnessed-rows.ts";
import { senderOf, timeOf } from "./judge-single-rows.ts";
import type { MergedRows } from "./merged-rows.ts";
import type { Paired } from "./order-rows.ts";
import { type Both, otherOf, readersOf, type RowReader, type Witness } from "./strand.ts";

/** A table of the segments of both captures, in the order of sending, and when each arrived. */
export interface MergedTable {
  readonly table: SegmentTable;
  /** As in `WitnessedRows`. */
  readonly arrivalTime: Float64Array;
}

/**
 * Lays the merged rows into a table: addresses and numbers as in the first capture, times of sending on its clock. Of
 * what both captures hold, the sender's side gives the header.
 */
export function mergedTable(paired: Paired, merged: MergedRows): MergedTable {
  const table = new SegmentTableBuilder();
  const [first, second] = paired.tables;
  table.timeBase = first.timeBase;
  const until = second.lastRecordTime;
  const ofSecond = paired.clock === null ? until : onFirstClock(paired.clock, until);
  table.lastRecordTime = Math.max(first.lastRecordTime, ofSecond);
  for (const names of [second.hostNames, first.hostNames])
    for (const [address, name] of names) table.hostNames.set(address, name);
  const readers = paired.strands.map((strand) => readersOf(paired.tables, strand));
  const flows = paired.strands.map((strand) => flowOfStrand(table, paired.tables, strand.rows));
  const arrivalTime = new Float64Array(merged.length).fill(Number.NaN);
  for (let index = 0; index < merged.length; index++) {
    const strand = merged.strand[index];
    const sender = senderOf(paired, merged, index);
    const side = headerSide(paired, merged, index, sender);
    appendMerged({ table, reader: readers[strand][side], flow: flows[strand] }, merged, index, {
      side,
      frame:
        merged.rows[0][index] < 0 ? second.frame[merged.rows[1][index]] : first.frame[merged.rows[0][index]],
      time: timeOf(paired, merged, merged.rows[sender][index] < 0 ? side : sender, index),
    });
    if (merged.arrivedAt[index] !== 0) arrivalTime[index] = timeOf(paired, merged, otherOf(sender), index);
  }
  appendErrors(table, paired, flows);
  return { table, arrivalTime };
}

/** The capture that gives the header: the sender's side; of pieces the one with the smaller row. */
function headerSide(
  { tables }: Paired,
  { rows, parts }: MergedRows,
  index: number,
  sender: Witness,
): Witness {
  const other = otherOf(sender);
  if (rows[sender][index] < 0) return other;
  if (rows[other][index] < 0 || !parts.has(index)) return sender;
  const octets = (witness: Witness): number => tables[witness].payloadLength[rows[witness][index]];
  return octets(other) < octets(sender) ? other : sender;
}

/** `flow * 2` of the strand's endpoints as in the first capture. */
function flowOfStrand(
  table: SegmentTableBuilder,
  [first]: Both<SegmentTable>,
  rows: Both<Uint32Array>,
): number {
  const flow = first.flow[rows[0][0]] >>> 1;
  return table.flows.internEndpoints(first.flows.a(flow), first.flows.b(flow));
}

interface Target {
  readonly table: SegmentTableBuilder;
  readonly reader: RowReader;
  readonly flow: number;
}

function appendMerged(
  { table, reader, flow }: Target,
  merged: MergedRows,
  index: number,
  { side, frame, time }: { readonly side: Witness; readonly frame: number; readonly time: number },
): void {
  const source = reader.table;
  const row = merged.rows[side][index];
  const part = merged.parts.get(index);
  const offset = part?.offsets[side] ?? 0;
  const payloadLength = part?.length ?? source.payloadLength[row];
  const isUnsent = (merged.shown[index] & (Shown.NotSent | Shown.Again)) !== 0;
  const isLast = offset + payloadLength === source.payloadLength[row];
  const place = { frame, time, flow: flow ^ reader.direction(row) };
  appendRow(table, source, row, {
    ...rowFields(source, row, place),
    sequenceNumber: advance(reader.sequence(row), offset),
    acknowledgmentNumber: reader.acknowledgment(row),
    payloadLength,
    flags: isLast ? source.flags[row] : source.flags[row] & ~(FIN | PSH),
    marks: source.marks[row] | (isUnsent ? Mark.NotSent : 0),
  });
}

/** The ICMP errors that came to the side of the end whose segment they quote. */
function appendErrors(table: SegmentTableBuilder, paired: Paired, flows: readonly number[]): void {
  const byFlow = [errorsByFlow(paired.tables[0]), errorsByFlow(paired.tables[1])] as const;
  for (const [index, strand] of paired.strands.entries()) {
    for (const witness of [0, 1] as const) {
      const flow = paired.tables[witness].flow[strand.rows[witness][0]] >>> 1;
      for (const error of byFlow[witness].get(flow) ?? []) {
        const direction = (error.flow & 1) ^ (witness === 0 ? 0 : strand.turned);
        if ((direction === 0 ? strand.side : otherOf(strand.side)) !== witness) continue;
        const { clock } = paired;
        const time = witness === 0 || clock === null ? error.time : onFirstClock(clock, error.time);
        const shift = witness === 0 ? 0 : strand.shift[direction];
        table.icmpErrors.push({
          ...error,
          time,
          flow: flows[index] ^ direction,
          sequenceNumber: advance(error.sequenceNumber, shift),
        });
      }
    }
  }
}

function errorsByFlow({ icmpErrors }: SegmentTable): ReadonlyMap<number, readonly IcmpError[]> {
  const byFlow = new Map<number, IcmpError[]>();
  for (const error of icmpErrors) {
    const errors = byFlow.get(error.flow >>> 1) ?? [];
    byFlow.set(error.flow >>> 1, errors);
    errors.push(error);
  }
  return byFlow;
}
