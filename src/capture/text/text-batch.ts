import { present } from "../../base/assert.ts";
import { ACK } from "../../segments/flags.ts";
import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import { Mark } from "../../segments/segment-table.ts";
import type { ReadReport } from "../read-report.ts";
import type { WarningCode } from "../reading-codes.ts";
import { type OptionWriter, shiftSackEdges } from "./dialects/option-writer.ts";
import { type EndpointPair, Ipv4Pair, payloadLength, type TextSegment } from "./dialects/text-segment.ts";
import { Conversations } from "./numbers/conversations.ts";
import { absoluteValue, type Coordinate, type LineNumbers, printedValue } from "./numbers/sequence-table.ts";
import { type ResolvedTimes, type TimedLine, TimeLine } from "./times/time-line.ts";
import type { TimeStamp } from "./times/time-stamp.ts";

/**
 * Packet lines are decided in batches. The first is large enough for whatever people paste; later ones follow its
 * decisions, and are small to save memory.
 */
const FIRST_BATCH_LINES = 8192;
const BATCH_LINES = 512;

/** A packet line that holds no segment. */
interface Passing {
  readonly stamp: TimeStamp | null;
  /** The index in the batch of the segment that it precedes. */
  readonly before: number;
  readonly error: PrintedError | null;
}

/** An ICMP error and the segment that it is about. */
export interface PrintedError {
  readonly line: number;
  readonly reporter: string;
  readonly version: 4 | 6;
  readonly type: number;
  readonly code: number;
  /** The ends of the segment it quotes, in the direction in which that segment went. */
  readonly quoted: EndpointPair;
  /** The quoted sequence number where the line prints it as on the wire, else null. */
  readonly sequence: number | null;
}

/**
 * Collects segments as printed. It appends them to the table batch by batch, once the lines of a batch have shown
 * what numbers and times count from.
 */
export class TextBatch {
  private readonly builder: SegmentTableBuilder;
  private readonly report: ReadReport;
  private readonly options: OptionWriter;
  private readonly conversations = new Conversations();
  private readonly timeLine = new TimeLine();
  private segments: TextSegment[] = [];
  private passing: Passing[] = [];
  private hasOrigin = false;
  private size = FIRST_BATCH_LINES;

  constructor(builder: SegmentTableBuilder, report: ReadReport, options: OptionWriter) {
    this.builder = builder;
    this.report = report;
    this.options = options;
  }

  /** Segments that wait for the rest of their batch, in file order. */
  get waiting(): readonly TextSegment[] {
    return this.segments;
  }

  /** Takes the next segment. */
  add(segment: TextSegment): void {
    this.segments.push(segment);
  }

  /** Takes a packet line without a segment. */
  pass(stamp: TimeStamp | null): void {
    if (stamp !== null) this.passing.push({ stamp, before: this.segments.length, error: null });
  }

  /** Takes an ICMP error about a segment. */
  passError(stamp: TimeStamp | null, error: PrintedError): void {
    this.passing.push({ stamp, before: this.segments.length, error });
  }

  /** Drops some of the segments that wait. */
  leaveOut(some: { has(segment: TextSegment): boolean }): void {
    let kept = 0;
    let next = 0;
    for (const [i, segment] of this.segments.entries()) {
      for (; (this.passing[next]?.before ?? Infinity) <= i; next++) this.move(next, kept);
      if (!some.has(segment)) this.segments[kept++] = segment;
    }
    for (; next < this.passing.length; next++) this.move(next, kept);
    this.segments.length = kept;
  }

  private move(passing: number, before: number): void {
    const packet = this.passing[passing];
    if (packet !== undefined) this.passing[passing] = { ...packet, before };
  }

  get isFull(): boolean {
    return this.segments.length >= this.size || this.passing.length >= this.size;
  }

  /** Appends everything that was taken. */
  flush(): void {
    const { segments, passing } = this;
    for (const segment of segments) {
      const flow = this.flowOf(segment.endpoints);
      segment.pair = flow >>> 1;
      segment.side = (flow & 1) as 0 | 1;
    }
    const numbers = this.conversations.read(segments);
    const firstRow = this.builder.length;
    const { times, isSuspect, passingTimes } = this.resolveTimes();
    for (let i = 0; i < segments.length; i++) {
      const segment = present(segments[i], "a segment of the batch");
      this.append(segment, present(numbers[i], "the numbers of a line"), times[i], isSuspect[i] === 1);
    }
    for (const [i, { error, before }] of passing.entries()) {
      if (error !== null) this.appendError(error, passingTimes[i], firstRow + before);
    }
    this.segments = [];
    this.passing = [];
    this.options.endBatch();
    this.size = BATCH_LINES;
  }

  private flowOf(endpoints: EndpointPair): number {
    const { flows } = this.builder;
    if (endpoints.flow < 0) {
      endpoints.flow =
        endpoints instanceof Ipv4Pair
          ? endpoints.internIn(flows)
          : flows.internEndpoints(endpoints.source, endpoints.destination);
    }
    return endpoints.flow;
  }

  /** Times of the segments alone; those of the other packets go to the builder, which notes the last one. */
  private resolveTimes(): ResolvedTimes & { readonly passingTimes: Float64Array } {
    const { segments, passing } = this;
    if (passing.length === 0) return { ...this.resolve(segments), passingTimes: new Float64Array(0) };
    const lines: TimedLine[] = [];
    const places = new Uint32Array(segments.length);
    const passingPlaces = new Uint32Array(passing.length);
    let next = 0;
    for (let i = 0; i <= segments.length; i++) {
      for (let other = passing[next]; other !== undefined && other.before <= i; other = passing[++next]) {
        passingPlaces[next] = lines.length;
        lines.push({ stamp: other.stamp, pair: -1 });
      }
      const segment = segments[i];
      if (segment === undefined) break;
      places[i] = lines.length;
      lines.push(segment);
    }
    const all = this.resolve(lines);
    return {
      passingTimes: Float64Array.from(passingPlaces, (place) => all.times[place]),
      times: Float64Array.from(places, (place) => all.times[place]),
      isSuspect: Uint8Array.from(places, (place) => all.isSuspect[place]),
    };
  }

  /** Times of packets of any kind. */
  private resolve(lines: readonly TimedLine[]): ResolvedTimes {
    const all = this.timeLine.resolve(lines);
    if (!this.hasOrigin && this.timeLine.origin !== null) {
      this.hasOrigin = true;
      this.builder.setTimeKind(this.timeLine.kind);
      this.builder.noteRecordTime(this.timeLine.origin);
    }
    for (const time of all.times) this.builder.noteRelativeTime(time);
    return all;
  }

  private append(segment: TextSegment, numbers: LineNumbers, time: number, isSuspect: boolean): void {
    if (isSuspect) this.warn(segment, "time-out-of-order");
    const acknowledgment = (segment.flags & ACK) !== 0 ? numbers.acknowledgment : 0;
    let marks = (isSuspect ? Mark.TimeSuspect : 0) | marksOfNumbers(numbers.sequence, numbers.isInferred);
    if (acknowledgment === null) marks |= Mark.AcknowledgmentUnknown;
    else if (absoluteValue(acknowledgment) === null) marks |= Mark.AcknowledgmentRelative;
    const isAckTold = segment.acknowledgment !== null || segment.wire !== null || (segment.flags & ACK) === 0;
    if (!isAckTold && acknowledgment !== null) marks |= Mark.AcknowledgmentInferred;
    marks |= marksOfPrint(segment);
    const optionsAt = this.options.indexOf(segment.optionsAt);
    const base = numbers.sackBase === null ? null : absoluteValue(numbers.sackBase);
    if (base !== null && base !== 0 && segment.optionsLength > 0) {
      shiftSackEdges(this.options.octets, optionsAt, segment.optionsLength, base);
    }
    this.builder.append({
      frame: segment.line,
      time,
      flow: segment.pair * 2 + segment.side,
      sequenceNumber: columnValue(numbers.sequence),
      acknowledgmentNumber: columnValue(acknowledgment),
      payloadLength: payloadLength(segment) ?? 0,
      window: segment.window ?? 0,
      flags: segment.flags,
      marks,
      ipId: segment.ipId ?? undefined,
      ttl: segment.ttl,
      octets: this.options.octets,
      optionsAt,
      optionsLength: Math.min(segment.optionsLength, 255),
      urgentPointer: segment.urgent,
    });
  }

  /** An error without the quoted number is about the last segment in that direction. */
  private appendError(error: PrintedError, time: number, rowsBefore: number): void {
    const { builder } = this;
    const flow = this.flowOf(error.quoted);
    let { sequence } = error;
    for (let row = rowsBefore - 1; row >= 0 && sequence === null; row--) {
      if (builder.flow[row] === flow) sequence = builder.sequenceNumber[row];
    }
    if (sequence === null) return;
    const { line, reporter, version, type, code } = error;
    builder.icmpErrors.push({
      frame: line,
      time,
      version,
      type,
      code,
      reporter,
      flow,
      sequenceNumber: sequence,
    });
  }

  private warn(segment: TextSegment, code: WarningCode): void {
    const text = segment.text.trim().slice(0, 80);
    this.report.warn({ place: { kind: "line", at: segment.line }, text, reason: { code } });
  }
}

function columnValue(coordinate: Coordinate | null): number {
  return coordinate === null ? 0 : (absoluteValue(coordinate) ?? printedValue(coordinate)) >>> 0;
}

function marksOfNumbers(sequence: Coordinate | null, isInferred: boolean): number {
  if (sequence === null) return Mark.SequenceUnknown;
  const isRelative = absoluteValue(sequence) === null;
  return (isInferred ? Mark.SequenceInferred : 0) | (isRelative ? Mark.SequenceRelative : 0);
}

function marksOfPrint(segment: TextSegment): number {
  let marks = 0;
  if (segment.isWindowScaled) marks |= Mark.WindowScaled;
  if (segment.window === null) marks |= Mark.WindowUnknown;
  if (payloadLength(segment) === null) marks |= Mark.LengthUnknown;
  if (segment.areFlagsInferred) marks |= Mark.FlagsInferred;
  if (segment.isAgain) marks |= Mark.CapturedAgain;
  if (segment.isElidedBefore) marks |= Mark.ElidedBefore;
  if (segment.isTruncated) marks |= Mark.Truncated;
  return marks;
}
