import { SYN } from "../segments/flags.ts";
import { appendRow, rowFields } from "../segments/row-fields.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { sharedFlows } from "./find-strands.ts";

/** A file that holds a part of a capture. */
export interface Piece {
  readonly table: SegmentTable;
  /** Its records, of any protocol. */
  readonly records: number;
}

/** Nanoseconds by which records that several processors wrote may be out of order at the border of two files. */
const DISORDER = 1e6;

/**
 * The order of files that are one capture, cut by size or time into a ring (`-C`, `-G`, `-W` of tcpdump, `-b` of
 * dumpcap): by the times of their records, whatever their names are. null if they are not: some have no dates, or two of
 * them run at the same time.
 */
export function orderOfPieces(tables: readonly SegmentTable[]): readonly number[] | null {
  if (
    tables.some(({ timeBase, lastRecordTime }) => timeBase.kind !== "epoch" || Number.isNaN(lastRecordTime))
  )
    return null;
  const order = [...tables.keys()].toSorted((a, b) => compare(startOf(tables[a]), startOf(tables[b])));
  for (let at = 1; at < order.length; at++) {
    const { timeBase, lastRecordTime } = tables[order[at - 1]];
    const gap = Number(startOf(tables[order[at]]) - timeBase.origin) - lastRecordTime;
    if (gap < -DISORDER) return null;
  }
  return order;
}

function startOf({ timeBase }: SegmentTable): bigint {
  return timeBase.origin;
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** How many connections go on from one file to the next one. @param tables in their order */
export function crossings(tables: readonly SegmentTable[]): number {
  let crossing = 0;
  for (let at = 1; at < tables.length; at++) {
    const next = tables[at];
    for (const { rows } of sharedFlows([tables[at - 1], next]))
      if ((next.flags[rows[1][0]] & SYN) === 0) crossing++;
  }
  return crossing;
}

/**
 * Lays the files of one capture, in their order, into one table: connections that cross a border are whole. Frames count
 * on from file to file, as in one that was never cut. Linear in the rows.
 */
export function joinPieces(pieces: readonly Piece[]): SegmentTable {
  const joined = new SegmentTableBuilder();
  const [first] = pieces;
  if (first === undefined) return joined;
  joined.timeBase = first.table.timeBase;
  let frames = 0;
  for (const { table, records } of pieces) {
    const later = Number(startOf(table) - startOf(first.table));
    appendPiece(joined, table, frames, later);
    joined.noteRelativeTime(table.lastRecordTime + later);
    frames += records;
  }
  return joined;
}

function appendPiece(joined: SegmentTableBuilder, table: SegmentTable, frames: number, later: number): void {
  /** By flow: `flow * 2 + direction` of its `a` in the joined table. */
  const flows: number[] = [];
  for (let flow = 0; flow < table.flows.length; flow++)
    flows.push(joined.flows.internEndpoints(table.flows.a(flow), table.flows.b(flow)));
  const flowOf = (flow: number): number => flows[flow >>> 1] ^ (flow & 1);
  const { resolution } = table.timeBase;
  if (resolution !== undefined) joined.noteTimeResolution(resolution);
  for (let row = 0; row < table.length; row++) {
    const place = {
      frame: frames + table.frame[row],
      time: table.time[row] + later,
      flow: flowOf(table.flow[row]),
    };
    appendRow(joined, table, row, rowFields(table, row, place));
  }
  for (const error of table.icmpErrors)
    joined.icmpErrors.push({
      ...error,
      frame: frames + error.frame,
      time: error.time + later,
      flow: flowOf(error.flow),
    });
  for (const [address, name] of table.hostNames) joined.hostNames.set(address, name);
}
