import { SYN } from "../../segments/flags.ts";
import { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import { Mark } from "../../segments/segment-table.ts";
import { advance } from "../../segments/sequence-number.ts";
import { contradiction } from "../link-refusal.ts";
import type { OctetReader } from "../octet-reader.ts";
import { largeUnzigzag, unzigzag } from "../zigzag.ts";
import { type FRAME_MODES, Head, KIND_SHIFT, KINDS, OTHER_KIND, Part } from "./format.ts";
import { OptionReader } from "./read-options.ts";
import type { Timing } from "./read-timing.ts";
import { SenderModel } from "./sender-model.ts";
import type { StartingNumbers } from "./starting-numbers.ts";

const CONTROL_BITS = 0x1ff;
const LARGEST_WINDOW = 0xffffffff;
const HIGHEST_MARKS = 0x1fff & ~Mark.HasIpId;

/** What is known before the segments are read. */
export interface SegmentsToRead {
  readonly length: number;
  readonly timing: Timing;
  readonly has: (part: number) => boolean;
  readonly frameMode: (typeof FRAME_MODES)[number];
  readonly firstFrame: number;
  readonly starts: StartingNumbers;
}

/** The columns that a link holds before the segments can be built. */
interface Columns {
  readonly heads: Uint8Array;
  readonly marks: Uint16Array;
  readonly flags: Uint16Array;
  readonly payloadLength: Uint32Array;
  readonly sequence: readonly number[];
  readonly acknowledgment: readonly number[];
  readonly window: readonly number[];
  readonly time: Float64Array;
  readonly lastTick: bigint;
  readonly frame: Float64Array;
}

/**
 * Reads the segments that `writeSegments` wrote. In the column `flow`, 0 is from the client and 1 from the server.
 */
export function readSegments(reader: OctetReader, wish: SegmentsToRead): SegmentTableBuilder {
  const columns = readColumns(reader, wish);
  const options = new OptionReader(reader, columns.heads, columns.flags, wish.starts);
  const models = [
    new SenderModel(wish.starts.sequence[0]),
    new SenderModel(wish.starts.sequence[1]),
  ] as const;
  const { kind, unit, start, resolution, lastRecord } = wish.timing;
  const builder = new SegmentTableBuilder();
  builder.timeBase = { kind, origin: start, ...(resolution !== null && { resolution }) };
  const numbers = {
    sequence: columns.sequence.values(),
    acknowledgment: columns.acknowledgment.values(),
    window: columns.window.values(),
  };
  for (let row = 0; row < wish.length; row++) {
    const head = columns.heads[row];
    const flags = columns.flags[row];
    const marks = columns.marks[row];
    const end = (head & Head.FromServer) === 0 ? 0 : 1;
    const [own, peer] = [models[end], models[end === 0 ? 1 : 0]];
    const code = (bit: number, codes: Iterator<number>): number | null =>
      (head & bit) === 0 ? null : (codes.next().value as number);
    const sequenceNumber = sequenceOf(code(Head.Sequence, numbers.sequence), marks, own, peer);
    const acknowledgmentNumber = acknowledgmentOf(
      code(Head.Acknowledgment, numbers.acknowledgment),
      own.expectedAcknowledgment(flags, marks, peer),
      own,
      peer,
    );
    const window = windowOf(code(Head.Window, numbers.window), own.expectedWindow(flags, marks, peer));
    const payloadLength = columns.payloadLength[row];
    const time = columns.time[row];
    const { octets, windowScale } = options.next(row, end, time, acknowledgmentNumber);
    if ((flags & SYN) !== 0) own.offerScale(flags, windowScale);
    own.take({ flags, marks, sequenceNumber, acknowledgmentNumber, payloadLength, window }, peer);
    builder.append({
      frame: columns.frame[row],
      time,
      flow: end,
      sequenceNumber,
      acknowledgmentNumber,
      payloadLength,
      window,
      flags,
      marks,
      octets,
      optionsAt: 0,
      optionsLength: octets.length,
    });
  }
  builder.lastRecordTime =
    lastRecord === null ? Number.NaN : Number((columns.lastTick + lastRecord) * BigInt(unit));
  return builder;
}

function readColumns(reader: OctetReader, wish: SegmentsToRead): Columns {
  const { length, has } = wish;
  const heads = reader.take(length);
  const marks = new Uint16Array(length);
  if (has(Part.Marks)) for (let row = 0; row < length; row++) marks[row] = readMarks(reader);
  const flags = new Uint16Array(length);
  const payloadLength = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const kind = (heads[row] & Head.Kind) >>> KIND_SHIFT;
    flags[row] = kind === OTHER_KIND ? reader.varint(CONTROL_BITS) : (KINDS[kind]?.flags ?? 0);
    if (kind === OTHER_KIND || KINDS[kind]?.hasData) payloadLength[row] = reader.varint(0xffffffff);
  }
  const codes = (bit: number, limit: number): number[] => {
    const told = heads.reduce((count, head) => count + ((head & bit) === 0 ? 0 : 1), 0);
    return Array.from({ length: told }, () => reader.varint(limit));
  };
  const sequence = codes(Head.Sequence, 2 ** 32);
  const acknowledgment = codes(Head.Acknowledgment, 2 ** 33 + 1);
  const window = codes(Head.Window, 2 * LARGEST_WINDOW);
  const { time, lastTick } = readTimes(reader, wish);
  const frame = readFrames(reader, wish);
  return { heads, marks, flags, payloadLength, sequence, acknowledgment, window, time, lastTick, frame };
}

function readMarks(reader: OctetReader): number {
  const marks = reader.varint(0xffff);
  if ((marks & ~HIGHEST_MARKS) !== 0) throw contradiction("segments");
  return marks;
}

/** Nanoseconds from the first time, of every row, and the ticks of the last row that has a time. */
function readTimes(
  reader: OctetReader,
  { length, timing, has }: SegmentsToRead,
): Pick<Columns, "time" | "lastTick"> {
  const time = new Float64Array(length).fill(Number.NaN);
  if (timing.kind === "none") return { time, lastTick: 0n };
  const unit = BigInt(timing.unit);
  const isMissing = has(Part.TimesMissing);
  const isBackward = has(Part.TimesBackward);
  let before: bigint | null = null;
  for (let row = 0; row < length; row++) {
    if (before === null && !isMissing) before = 0n;
    else {
      const code = reader.largeVarint();
      if (isMissing && code === 0n) continue;
      const step: bigint = isMissing ? code - 1n : code;
      before = before === null ? 0n : before + (isBackward ? largeUnzigzag(step) : step);
    }
    time[row] = Number(before * unit);
  }
  if (before === null) throw contradiction("times");
  return { time, lastTick: before };
}

function readFrames(reader: OctetReader, { length, frameMode, firstFrame }: SegmentsToRead): Float64Array {
  const frames = new Float64Array(length);
  let frame = firstFrame;
  for (let row = 0; row < length; row++) {
    if (row > 0) frame += frameMode === "each" ? reader.varint(0xffffffff) : 1;
    if (frame < 1 || frame > 0xffffffff) throw contradiction("segments");
    frames[row] = frame;
  }
  return frames;
}

function sequenceOf(code: number | null, marks: number, own: SenderModel, peer: SenderModel): number {
  const expected = own.expectedSequence(marks, peer);
  return code === null ? expected : advance(expected, unzigzag(code));
}

function acknowledgmentOf(
  code: number | null,
  expected: number,
  own: SenderModel,
  peer: SenderModel,
): number {
  if (code === null) return expected;
  const last = own.lastAck ?? 0;
  if (code % 2 === 1) return advance(last, unzigzag((code - 1) / 2));
  const acknowledged = code === 0 ? last : peer.endAfter(last, code / 2);
  if (acknowledged === null) throw contradiction("segments");
  return acknowledged;
}

function windowOf(code: number | null, expected: number): number {
  const window = code === null ? expected : expected + unzigzag(code);
  if (window < 0 || window > LARGEST_WINDOW) throw contradiction("segments");
  return window;
}
