import { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import type { SegmentTable } from "../../segments/segment-table.ts";
import type { SentSegment } from "../host/segment.ts";
import type { Trace } from "../run/trace.ts";
import { type End, otherEnd } from "../script/script.ts";
import { optionOctetsOf } from "./option-octets.ts";

/** The ends of every run, in addresses that are for examples (RFC 5737). */
export const ENDPOINTS = [
  { address: "192.0.2.1", port: 40_000 },
  { address: "192.0.2.2", port: 80 },
] as const;

/** A segment table, with the segment of each row. */
export interface TraceTable {
  readonly table: SegmentTable;
  readonly rows: readonly SentSegment[];
}

/** A segment, or an ICMP error that quotes it, passes a place of capture. */
interface Passing {
  readonly segment: SentSegment;
  readonly time: number;
  readonly order: number;
  readonly isError: boolean;
}

/** Every segment of a run, in order of sending, as if both hosts had written down what they send. */
export function tableOfSends(trace: Trace): TraceTable {
  return tableOf(
    trace,
    trace.segments.flatMap((segment) => sending(segment)),
    null,
  );
}

/** What a capture at that host holds: what it sends, and what arrives there. */
export function tableSeenFrom(trace: Trace, end: End): TraceTable {
  const passings = trace.segments.flatMap((segment) => {
    const isOwn = segment.from === end && !segment.isInjected;
    return isOwn ? sending(segment) : segment.from === end ? [] : arriving(segment);
  });
  return tableOf(
    trace,
    passings.sort((a, b) => a.time - b.time || a.order - b.order),
    end,
  );
}

function sending(segment: SentSegment): Passing[] {
  const { sentAt: time, order, bouncedAt } = segment;
  const passing = { segment, time, order, isError: false };
  return bouncedAt === null ? [passing] : [passing, { ...passing, time: bouncedAt, isError: true }];
}

function arriving(segment: SentSegment): Passing[] {
  return segment.arrivals.map(({ capturedAt, order }) => ({
    segment,
    time: capturedAt,
    order,
    isError: false,
  }));
}

/** @param at the host of the capture; null: none */
function tableOf(trace: Trace, passings: readonly Passing[], at: End | null): TraceTable {
  const table = new SegmentTableBuilder();
  table.setTimeKind("relative");
  const rows: SentSegment[] = [];
  for (const [index, passing] of passings.entries()) {
    if (passing.isError) noteError(table, passing, index + 1);
    else {
      append(table, passing, index + 1, at);
      rows.push(passing.segment);
    }
  }
  table.noteRecordTime(BigInt(trace.end));
  return { table, rows };
}

function append(table: SegmentTableBuilder, { segment, time }: Passing, frame: number, at: End | null): void {
  const octets = optionOctetsOf(segment.options);
  table.append({
    frame,
    time: BigInt(time),
    flow: flowOf(table, segment),
    sequenceNumber: segment.sequence,
    acknowledgmentNumber: segment.acknowledgment,
    payloadLength: segment.octets,
    window: segment.window,
    flags: segment.flags,
    ipId: (segment.id + 1) & 0xffff,
    ttl: at === null || segment.from === at ? 64 : 63,
    octets,
    optionsAt: 0,
    optionsLength: octets.length,
  });
}

function flowOf(table: SegmentTableBuilder, { from }: SentSegment): number {
  return table.flows.internEndpoints(ENDPOINTS[from], ENDPOINTS[otherEnd(from)]);
}

/** Port unreachable, as a packet filter at the other host answers (ICMP type 3, code 3). */
function noteError(table: SegmentTableBuilder, { segment, time }: Passing, frame: number): void {
  table.icmpErrors.push({
    frame,
    time: table.noteRecordTime(BigInt(time)),
    version: 4,
    type: 3,
    code: 3,
    reporter: ENDPOINTS[otherEnd(segment.from)].address,
    flow: flowOf(table, segment),
    sequenceNumber: segment.sequence,
  });
}
