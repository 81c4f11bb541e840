import { readRecords } from "../../capture/records/read-records.ts";
import { TracingDecoder } from "../../capture/records/trace-record.ts";
import { SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Side } from "../../tcp/state.ts";
import type { FollowedPart } from "../questions.ts";
import { type CaptureFile, FileChanged } from "./capture-file.ts";
import { isSegmentOf } from "./segment-octets.ts";

/** Octets of data in one part. */
const A_PART = 1 << 20;

/** Data that one row holds first, or, where `row` is null, data that no row holds. */
interface Span {
  readonly row: number | null;
  /** Octets of the row's data before it, which earlier rows hold. */
  readonly skip: number;
  readonly length: number;
  /** Octets of data, without gaps, before it. */
  readonly at: number;
}

/** What one end of a connection sent, in order, each octet once: of several copies, the first that was captured. */
export class FollowedStream {
  private readonly connection: number;
  private readonly side: Side;
  private readonly spans: readonly Span[];
  private readonly total: number;

  constructor(file: CaptureFile, analysis: ConnectionAnalysis, side: Side) {
    this.connection = analysis.connection.id;
    this.side = side;
    this.spans = spansOf(file, analysis, side);
    this.total = this.spans.reduce((sum, { row, length }) => (row === null ? sum : sum + length), 0);
  }

  isOf(connection: number, side: Side): boolean {
    return this.connection === connection && this.side === side;
  }

  /** The data from an octet on. */
  async part(file: CaptureFile, from: number): Promise<FollowedPart> {
    const until = Math.min(from + A_PART, this.total);
    const isLast = until === this.total;
    const spans = this.spans.filter(({ row, at, length }) =>
      row === null ? at >= from && (at < until || isLast) : at < until && at + length > from,
    );
    const rows = spans.flatMap(({ row }) => (row === null ? [] : [row]));
    const data = await dataOf(file, rows);
    const octets = new Uint8Array(until - from);
    const pieces: FollowedPart["pieces"][number][] = [];
    let end = 0;
    for (const span of spans) {
      if (span.row === null) {
        pieces.push({ length: span.length, gap: "missing" });
        continue;
      }
      const first = Math.max(0, from - span.at);
      const wanted = Math.min(span.length, until - span.at) - first;
      const known = data.get(span.row) ?? new Uint8Array(0);
      const there = known.subarray(span.skip + first, span.skip + first + wanted);
      octets.set(there, end);
      end += there.length;
      if (there.length > 0) pieces.push({ length: there.length, gap: null });
      if (there.length < wanted) pieces.push({ length: wanted - there.length, gap: "cut" });
    }
    return { octets: octets.slice(0, end), pieces, until, total: this.total };
  }
}

function spansOf({ connections }: CaptureFile, analysis: ConnectionAnalysis, side: Side): Span[] {
  const { segments, fromClient, numbers } = analysis;
  const isClient = side === "client" ? 1 : 0;
  const held: { readonly from: number; readonly end: number; readonly row: number }[] = [];
  for (let index = 0; index < segments.length; index++) {
    const length = segments.payloadLength[index] ?? 0;
    const start = numbers.start[index] ?? Number.NaN;
    if (fromClient[index] !== isClient || length === 0 || Number.isNaN(start)) continue;
    // SYN takes the number before the data (RFC 9293 section 3.4).
    const from = start + (((segments.flags[index] ?? 0) & SYN) === 0 ? 0 : 1);
    held.push({ from, end: from + length, row: connections.rowAt(analysis.connection.id, index + 1) });
  }
  held.sort((one, other) => one.from - other.from || one.row - other.row);
  const spans: Span[] = [];
  const origin = numbers.origin[side];
  let next = origin === null ? (held[0]?.from ?? 0) : origin + 1;
  let at = 0;
  for (const { from, end, row } of held) {
    if (end <= next) continue;
    if (from > next) spans.push({ row: null, skip: 0, length: from - next, at });
    const skip = Math.max(0, next - from);
    const length = end - from - skip;
    spans.push({ row, skip, length, at });
    at += length;
    next = end;
  }
  return spans;
}

/** The captured data of rows. */
async function dataOf(
  { capture: { table }, format, index, readRanges }: CaptureFile,
  rows: readonly number[],
): Promise<Map<number, Uint8Array>> {
  const data = new Map<number, Uint8Array>();
  const byFrame = new Map<number, number[]>();
  for (const row of rows) {
    const frame = table.frame[row] ?? 0;
    byFrame.set(frame, [...(byFrame.get(frame) ?? []), row]);
  }
  const decoder = new TracingDecoder();
  const take = (segments: ReturnType<TracingDecoder["trace"]>): void => {
    for (const segment of segments) {
      const row = byFrame.get(segment.fields.frame)?.find((one) => isSegmentOf(table, one, segment));
      if (row !== undefined) data.set(row, segment.octets.slice(segment.payloadAt, segment.capturedEnd));
    }
  };
  await readRecords(format, index, index.withFragments(byFrame.keys()), readRanges, {
    record: (record) => take(decoder.trace(record)),
  });
  take(decoder.traceIncomplete());
  if (rows.some((row) => !data.has(row))) throw new FileChanged("a record holds another segment");
  return data;
}
