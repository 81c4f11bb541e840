import { Mark, type SegmentColumns } from "../../segments/segment-table.ts";
import { distance } from "../../segments/sequence-number.ts";
import { OctetWriter } from "../octet-writer.ts";
import { numbersAt, type SegmentNumbers } from "../segment-numbers.ts";
import { largeZigzag, zigzag } from "../zigzag.ts";
import { type FRAME_MODES, Head, KIND_SHIFT, KINDS, OTHER_KIND } from "./format.ts";
import { SenderModel } from "./sender-model.ts";
import type { StartingNumbers } from "./starting-numbers.ts";
import type { TickTimes } from "./tick-times.ts";
import { OptionColumns } from "./write-options.ts";

/** The segments that {@link writeSegments} writes, and how. */
export interface SegmentsToWrite {
  readonly segments: SegmentColumns;
  readonly times: TickTimes;
  /** Ticks from the first time, for every row; null for a row without a time. */
  readonly ticks: readonly (bigint | null)[];
  readonly isMissing: boolean;
  readonly isBackward: boolean;
  readonly frameMode: (typeof FRAME_MODES)[number];
  readonly starts: StartingNumbers;
}

/**
 * The marks that a link of version 1 holds. Identifications and copies follow from the column of repeats, what was not
 * sent from what two captures show (version 2).
 */
export function keptMarks(marks: number): number {
  return marks & ~(Mark.HasIpId | Mark.CapturedAgain | Mark.AcknowledgmentInferred | Mark.NotSent);
}

/** Writes the columns of the segments one after the other. */
export function writeSegments(writer: OctetWriter, wish: SegmentsToWrite): void {
  const { segments, starts } = wish;
  const models = [new SenderModel(starts.sequence[0]), new SenderModel(starts.sequence[1])] as const;
  const options = new OptionColumns(segments, wish.times, starts);
  const heads = new OctetWriter();
  const kinds = new OctetWriter();
  const numbers = {
    sequence: new OctetWriter(),
    acknowledgment: new OctetWriter(),
    window: new OctetWriter(),
  };
  for (let row = 0; row < segments.length; row++) {
    const segment = numbersAt(segments, row);
    const end = segments.flow[row] === 0 ? 0 : 1;
    const [own, peer] = [models[end], models[end === 0 ? 1 : 0]];
    const kind = headKind(segment);
    if (kind === OTHER_KIND) kinds.varint(segment.flags);
    if (kind === OTHER_KIND || KINDS[kind]?.hasData) kinds.varint(segment.payloadLength);
    const head =
      end |
      (kind << KIND_SHIFT) |
      (writeSequence(numbers.sequence, segment, own, peer) ? Head.Sequence : 0) |
      (writeAcknowledgment(numbers.acknowledgment, segment, own, peer) ? Head.Acknowledgment : 0) |
      (writeWindow(numbers.window, segment, own, peer) ? Head.Window : 0);
    own.offerScale(segment.flags, options.windowScaleOf(row));
    own.take(segment, peer);
    heads.octet(head | (options.take(row, end) ? Head.Options : 0));
  }
  const hasMarks = segments.marks.subarray(0, segments.length).some((marks) => keptMarks(marks) !== 0);
  writer.all(heads.written());
  if (hasMarks) {
    for (let row = 0; row < segments.length; row++) writer.varint(keptMarks(segments.marks[row]));
  }
  writer.all(kinds.written());
  writer.all(numbers.sequence.written());
  writer.all(numbers.acknowledgment.written());
  writer.all(numbers.window.written());
  writeTimes(writer, wish);
  if (wish.frameMode === "each") {
    for (let row = 1; row < segments.length; row++) {
      writer.varint(segments.frame[row] - segments.frame[row - 1]);
    }
  }
  options.writeTo(writer);
}

function headKind({ flags, payloadLength }: SegmentNumbers): number {
  const kind = KINDS.findIndex((one) => one.flags === flags && one.hasData === payloadLength > 0);
  return kind < 0 ? OTHER_KIND : kind;
}

/** @returns whether the number was not as predicted and was written */
function writeSequence(
  writer: OctetWriter,
  { marks, sequenceNumber }: SegmentNumbers,
  own: SenderModel,
  peer: SenderModel,
): boolean {
  const off = distance(own.expectedSequence(marks, peer), sequenceNumber);
  if (off !== 0) writer.varint(zigzag(off));
  return off !== 0;
}

function writeAcknowledgment(
  writer: OctetWriter,
  { flags, marks, acknowledgmentNumber }: SegmentNumbers,
  own: SenderModel,
  peer: SenderModel,
): boolean {
  if (acknowledgmentNumber === own.expectedAcknowledgment(flags, marks, peer)) return false;
  const last = own.lastAck ?? 0;
  const step = acknowledgmentNumber === last ? 0 : peer.stepTo(last, acknowledgmentNumber);
  const isStep = step > 0 || acknowledgmentNumber === last;
  writer.varint(isStep ? step * 2 : zigzag(distance(last, acknowledgmentNumber)) * 2 + 1);
  return true;
}

function writeWindow(
  writer: OctetWriter,
  { flags, marks, window }: SegmentNumbers,
  own: SenderModel,
  peer: SenderModel,
): boolean {
  const off = window - own.expectedWindow(flags, marks, peer);
  if (off !== 0) writer.varint(zigzag(off));
  return off !== 0;
}

/** Ticks since the row before that has a time. */
function writeTimes(writer: OctetWriter, { times, ticks, isMissing, isBackward }: SegmentsToWrite): void {
  if (times.kind === "none") return;
  let before: bigint | null = null;
  for (const tick of ticks) {
    if (tick === null) writer.varint(0);
    else if (before === null) {
      if (isMissing) writer.varint(1);
      before = tick;
    } else {
      const step: bigint = isBackward ? largeZigzag(tick - before) : tick - before;
      writer.largeVarint(isMissing ? step + 1n : step);
      before = tick;
    }
  }
}
