import { ACK, RST, SYN } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import { advance, isBefore, type SequenceNumber } from "../../segments/sequence-number.ts";
import { sequenceLength, usedShift } from "../../segments/sequence-space.ts";
import type { SegmentNumbers } from "../segment-numbers.ts";

/** The prediction for the window of a first segment: what Linux offers at MSS 1460. */
const USUAL_WINDOW = 64240;

/** How far the search for the acknowledged end goes. */
const MOST_STEPS = 64;

/**
 * Predicts what one end sends next from what it has sent. Writer and reader keep the same two models; a link holds
 * only what differs from them. See docs/link-format.md, "Predictions".
 */
export class SenderModel {
  /** SND.NXT as far as the capture shows it; null before the first segment, unless the link gives it. */
  private next: SequenceNumber | null;
  /** The acknowledgment number of its last segment with ACK; null before. */
  lastAck: SequenceNumber | null = null;
  private lastWindow: number | null = null;
  private isWindowOfSyn = false;
  /** Shift count that its last SYN offers; null if it offers none. */
  private windowScale: number | null = null;
  /** Ends of its segments, ascending, that the other end may acknowledge; from {@link firstEnd} on. */
  private readonly ends: SequenceNumber[] = [];
  private firstEnd = 0;

  /** @param start sequence number of its first segment, where the link gives it */
  constructor(start: SequenceNumber | null) {
    this.next = start;
  }

  /** The sequence number it will use. */
  expectedSequence(marks: number, peer: SenderModel): SequenceNumber {
    return (marks & Mark.SequenceUnknown) === 0 ? (this.next ?? peer.lastAck ?? 0) : 0;
  }

  /** The acknowledgment number it will use. */
  expectedAcknowledgment(flags: number, marks: number, peer: SenderModel): SequenceNumber {
    if ((flags & ACK) === 0 || (marks & Mark.AcknowledgmentUnknown) !== 0) return 0;
    return peer.next ?? this.lastAck ?? 0;
  }

  /** @param peer its own scale counts only if both SYNs offer one */
  expectedWindow(flags: number, marks: number, peer: SenderModel): number {
    if ((flags & RST) !== 0 || (marks & Mark.WindowUnknown) !== 0) return 0;
    if (this.lastWindow === null) return USUAL_WINDOW;
    const isFirstBehindSyn = this.isWindowOfSyn && (flags & SYN) === 0;
    if (!isFirstBehindSyn || this.windowScale === null || peer.windowScale === null) return this.lastWindow;
    return Math.ceil(this.lastWindow / 2 ** usedShift(this.windowScale));
  }

  /** The `step`-th (from 1) end of a segment of this sender that lies after `from`; null if there are not so many. */
  endAfter(from: SequenceNumber, step: number): SequenceNumber | null {
    return this.ends[this.firstAfter(from) + step - 1] ?? null;
  }

  /** The reverse of {@link endAfter}: which step leads to `end`; 0 if none does. */
  stepTo(from: SequenceNumber, end: SequenceNumber): number {
    const first = this.firstAfter(from);
    for (let step = 1; step <= MOST_STEPS; step++) if (this.ends[first + step - 1] === end) return step;
    return 0;
  }

  /** Notes the shift count that the options of a SYN offer; null if they offer none. */
  offerScale(flags: number, shift: number | null): void {
    if ((flags & SYN) !== 0) this.windowScale = shift;
  }

  /** Notes a segment that this end sent. */
  take(segment: SegmentNumbers, peer: SenderModel): void {
    const { flags, marks, sequenceNumber, acknowledgmentNumber } = segment;
    if ((marks & Mark.SequenceUnknown) === 0) this.takeEnd(segment);
    if ((flags & ACK) !== 0 && (marks & Mark.AcknowledgmentUnknown) === 0) {
      this.lastAck = acknowledgmentNumber;
      peer.forgetUpTo(acknowledgmentNumber);
    }
    if ((flags & RST) === 0 && (marks & Mark.WindowUnknown) === 0) {
      this.lastWindow = segment.window;
      this.isWindowOfSyn = (flags & SYN) !== 0;
    }
    if ((flags & SYN) !== 0) this.next = advance(sequenceNumber, segment.payloadLength + 1);
  }

  private takeEnd({ flags, sequenceNumber, payloadLength }: SegmentNumbers): void {
    if ((flags & RST) !== 0) return;
    const end = advance(sequenceNumber, sequenceLength(flags, payloadLength));
    if (this.next !== null && !isBefore(this.next, end)) return;
    if (this.next !== null || end !== sequenceNumber) this.ends.push(end);
    this.next = end;
  }

  private firstAfter(from: SequenceNumber): number {
    let first = this.firstEnd;
    while (first < this.ends.length && !isBefore(from, this.ends[first])) first++;
    return first;
  }

  /** Forgets ends that were acknowledged: only the last one is acknowledged again. */
  private forgetUpTo(acknowledged: SequenceNumber): void {
    while (this.firstEnd < this.ends.length && !isBefore(acknowledged, this.ends[this.firstEnd])) {
      this.firstEnd++;
    }
  }
}
