import { tcpdumpText } from "../export/tcpdump-text.ts";
import type { SentSegment } from "../lab/host/segment.ts";
import type { Trace } from "../lab/run/trace.ts";
import { tableSeenFrom } from "../lab/told/trace-table.ts";
import { optionOctets } from "../segments/options.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { Mark, type SegmentTable } from "../segments/segment-table.ts";
import { sequenceEnd } from "../segments/sequence-space.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import type { Random } from "./random.ts";
import { tableOfText } from "./story.ts";

export type { SentSegment };

/** How a capture differs from what its host sent and got. */
export interface Distortion {
  /** What its clock shows when the true time is 0, in nanoseconds, and how much faster it runs than the true one. */
  readonly offset: number;
  readonly rate: number;
  /** Nanoseconds between two ticks. */
  readonly resolution: 1 | 1000;
  /** The share of the records that it lacks. */
  readonly loss: number;
  /** Whether segments that follow each other at once are one record (TSO where they are sent, GRO where they arrive). */
  readonly joins: boolean;
  /** Whether its records are cut behind the fixed header. */
  readonly isCut: boolean;
  /** Whether it is the text of tcpdump. */
  readonly isText: boolean;
}

/** The capture of one end of an exchange, and the segments of each row. */
export interface EndCapture {
  readonly table: SegmentTable;
  readonly rows: readonly (readonly SentSegment[])[];
}

/** Rows of a table that are one record. */
type Joined = readonly number[];

/** Two segments are joined if they follow each other within so many nanoseconds. */
const AT_ONCE = 2e6;

/** What a capture at the end holds of an exchange. */
export async function captureOfEnd(
  trace: Trace,
  end: 0 | 1,
  distortion: Distortion,
  random: Random,
): Promise<EndCapture> {
  const seen = tableSeenFrom(trace, end);
  const kept = Array.from({ length: seen.table.length }, (_, row) => row).filter(
    () => !random.chance(distortion.loss),
  );
  const records = distortion.joins ? joinRows(seen.table, kept) : kept.map((row) => [row]);
  const table = new SegmentTableBuilder();
  table.setTimeKind("epoch");
  table.noteTimeResolution(distortion.resolution);
  for (const [index, rows] of records.entries()) append(table, index, seen.table, rows, distortion);
  const rows = records.map((joined) => joined.flatMap((row) => seen.rows.slice(row, row + 1)));
  if (!distortion.isText) return { table, rows };
  const texts = analyseTable(table).map((analysis) => tcpdumpText(analysis));
  // Of several connections the lines would not stand in the order of the records.
  return texts.length === 1 ? { table: await tableOfText(texts[0] ?? ""), rows } : { table, rows };
}

function joinRows(table: SegmentTable, kept: readonly number[]): Joined[] {
  const joined: Joined[] = [];
  for (const row of kept) {
    const last = joined.at(-1);
    if (last !== undefined && follows(table, last, row)) joined[joined.length - 1] = [...last, row];
    else joined.push([row]);
  }
  return joined;
}

function follows(table: SegmentTable, before: Joined, row: number): boolean {
  const [first = 0] = before;
  const last = before.at(-1) ?? 0;
  const isSame = (column: "flow" | "flags" | "acknowledgmentNumber" | "window"): boolean =>
    table[column][last] === table[column][row];
  return (
    isSame("flow") &&
    isSame("flags") &&
    isSame("acknowledgmentNumber") &&
    isSame("window") &&
    (table.payloadLength[last] ?? 0) > 0 &&
    (table.payloadLength[row] ?? 0) > 0 &&
    sequenceEnd(table, last) === table.sequenceNumber[row] &&
    optionOctets(table, last).join() === optionOctets(table, row).join() &&
    (table.time[row] ?? 0) - (table.time[first] ?? 0) < AT_ONCE
  );
}

function append(
  table: SegmentTableBuilder,
  index: number,
  seen: SegmentTable,
  rows: Joined,
  { offset, rate, resolution, isCut }: Distortion,
): void {
  const [row = 0] = rows;
  const octets = isCut ? new Uint8Array(0) : optionOctets(seen, row).slice();
  const time = Number(seen.timeBase.origin) + (seen.time[row] ?? 0);
  const shown = Math.floor((offset + time * (1 + rate)) / resolution) * resolution;
  const flow = seen.flow[row] ?? 0;
  const [a, b] = [seen.flows.a(flow >>> 1), seen.flows.b(flow >>> 1)];
  table.append({
    frame: index + 1,
    time: BigInt(shown),
    flow: (flow & 1) === 0 ? table.flows.internEndpoints(a, b) : table.flows.internEndpoints(b, a),
    sequenceNumber: seen.sequenceNumber[row] ?? 0,
    acknowledgmentNumber: seen.acknowledgmentNumber[row] ?? 0,
    payloadLength: rows.reduce((sum, one) => sum + (seen.payloadLength[one] ?? 0), 0),
    window: seen.window[row] ?? 0,
    flags: seen.flags[row] ?? 0,
    marks: isCut ? Mark.Truncated : 0,
    ipId: ((seen.marks[row] ?? 0) & Mark.HasIpId) === 0 ? undefined : seen.ipId[row],
    ttl: 64,
    octets,
    optionsAt: 0,
    optionsLength: octets.length,
  });
}
