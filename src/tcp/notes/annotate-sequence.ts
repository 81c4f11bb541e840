import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { optionsOf } from "../../segments/options.ts";
import { distance, latest } from "../../segments/sequence-number.ts";
import { usedShift } from "../../segments/sequence-space.ts";
import { isMadeLater } from "../../segments/timestamps.ts";
import type { SteppedConnection } from "../analysis.ts";
import type { Position } from "../position.ts";
import { isSkippedAt } from "../segment-at.ts";
import {
  annotateRepeatedAck,
  annotateWindow,
  isComparable,
  isProbeAhead,
  probeOf,
} from "./annotate-windows.ts";
import type { Report } from "./annotation-report.ts";
import { classifyRepetition } from "./classify-repetition.ts";
import { DirectionWatch } from "./direction-watch.ts";
import type { RowClock } from "./row-clock.ts";
import type { SequenceRow } from "./sequence-row.ts";
import { sequenceRow } from "./sequence-row.ts";

/** How many copies there are, and the one before. */
interface Copy {
  readonly count: number;
  readonly refersTo: Position;
}

/**
 * Annotates what the numbers of a connection show, row by row: repetitions, holes, duplicate ACKs, probes and
 * windows. These are the tests of Wireshark's sequence analysis as in docs/state-machine.md 7.2, so that both agree
 * unless there is a reason to differ. Visit the positions in order.
 */
export class SequenceAnnotator {
  private readonly stepped: SteppedConnection;
  private readonly clock: RowClock;
  private readonly client = new DirectionWatch();
  private readonly server: DirectionWatch;
  /** What the host sent at which the capture was made. */
  private readonly ownCapture: DirectionWatch | null;
  /** By the first copy of a SYN, SYN,ACK or FIN, how often it was sent again, and the last copy. */
  private readonly copies = new Map<Position, Copy>();
  private lastSyn: Position = 0;
  private lastElided: Position = 0;
  private firstAck: Position = 0;
  private initialRoundTrip: number | null = null;

  constructor(stepped: SteppedConnection, clock: RowClock) {
    this.stepped = stepped;
    this.clock = clock;
    // A socket connected to itself acknowledges its own numbers.
    this.server = stepped.connection.isSelfConnect ? this.client : new DirectionWatch();
    this.ownCapture = stepped.capturedAt === null ? null : this[stepped.capturedAt];
  }

  visit(position: Position, report: Report): void {
    const row = sequenceRow(this.stepped, position);
    if (row.isElidedBefore) this.lastElided = position;
    if ((row.flags & (SYN | ACK)) === SYN) this.lastSyn = position;
    if (isSkippedAt(this.stepped, position)) return;
    const isFromClient = this.stepped.fromClient[position - 1] === 1;
    const sender = isFromClient ? this.client : this.server;
    const receiver = isFromClient ? this.server : this.client;

    if ((row.flags & RST) !== 0) {
      this.annotateUnseen(row, receiver, report);
      return;
    }
    if (receiver.hasNext) this.noteRoundTrip(row);
    noteAcceptedProbe(row, receiver);
    if ((row.flags & SYN) !== 0) this.visitSyn(row, sender, receiver, report);
    else this.visitSynchronized(row, sender, receiver, report);
    noteAcknowledgment(row, sender);
    sender.lastPosition = position;
    if (row.end !== row.sequenceNumber) sender.lastSequencePosition = position;
  }

  private visitSyn(row: SequenceRow, sender: DirectionWatch, receiver: DirectionWatch, report: Report): void {
    const isSynAck = (row.flags & ACK) !== 0;
    const copy = this.noteCopy(row.position);
    if (copy !== null) report(isSynAck ? "syn-ack-retransmission" : "syn-retransmission", copy);
    else if (sender.synNumber !== row.sequenceNumber) this.openDirection(row, sender, report);
    sender.synNumber = row.sequenceNumber;
    sender.lastWas = null;
    noteWindow(row, sender);
    noteScale(this.stepped, row, sender, receiver);
  }

  /** Counts a SYN, SYN,ACK or FIN that was sent before; null for its first copy. */
  private noteCopy(position: Position): Copy | null {
    const first = this.stepped.copyOf[position - 1];
    if (first === 0) return null;
    const before = this.copies.get(first);
    this.copies.set(first, { count: (before?.count ?? 0) + 1, refersTo: position });
    return { count: (before?.count ?? 0) + 1, refersTo: before?.refersTo ?? first };
  }

  private openDirection(row: SequenceRow, sender: DirectionWatch, report: Report): void {
    // The SYN was captured late, after the segments that follow it, so the direction is open already.
    if (isComparable(row, sender) && row.end === sender.first) {
      report("out-of-order");
      return;
    }
    sender.restart(row.sequenceNumber, row.end, row.position, row.isSequenceRelative);
    if (row.end < row.sequenceNumber && !row.isSequenceRelative) report("wrap");
  }

  private visitSynchronized(
    row: SequenceRow,
    sender: DirectionWatch,
    receiver: DirectionWatch,
    report: Report,
  ): void {
    const probe = probeOf(row, sender, receiver);
    const isAhead = isProbeAhead(row, probe, sender);
    if (!isAhead) {
      annotateWindow(row, sender, receiver, report);
      this.annotateGap(row, sender, report);
    }
    if (probe !== null) report(probe);
    if (!isAhead) annotateRepeatedAck(row, sender, receiver, report);
    if (row.acknowledges && row.acknowledgmentNumber !== sender.acknowledged) sender.duplicates = 0;
    this.annotateUnseen(row, receiver, report);
    if (probe === null) this.annotateRepetition(row, sender, receiver, report);
    if (isAhead) sender.probeAhead = { end: row.end, position: row.position };
    else noteSequence(row, sender, report);
    sender.lastWas = probe;
    noteWindow(row, sender);
  }

  private annotateGap(row: SequenceRow, sender: DirectionWatch, report: Report): void {
    if (!row.isSequenceSeen || !isComparable(row, sender)) return;
    const missing = distance(sender.next, row.sequenceNumber);
    if (missing <= 0) return;
    const isElided = this.lastElided > sender.lastPosition;
    report("gap-before", { octets: missing, refersTo: isElided ? this.lastElided : null });
  }

  /** docs/state-machine.md 7.1 no. 10. */
  private annotateUnseen(row: SequenceRow, receiver: DirectionWatch, report: Report): void {
    if (!row.acknowledges || !receiver.hasNext) return;
    if (receiver.isRelative !== row.isAcknowledgmentRelative) return;
    if (distance(receiver.contiguous, row.acknowledgmentNumber) <= 0) return;
    const isRst = (row.flags & RST) !== 0;
    const details = this.describeUnseen(row, receiver);
    if (distance(receiver.contiguous, receiver.next) > 0) {
      if (!isRst) receiver.contiguous = receiver.next;
      report("ack-unseen", details);
    } else {
      if (receiver.duplicates === 0) report("ack-unseen", details);
      if (!isRst) receiver.duplicates = -1;
    }
  }

  /** Octets 0: a longer copy, which Wireshark does not look for, brought all of it. */
  private describeUnseen(
    row: SequenceRow,
    { filled, next, contiguousPosition }: DirectionWatch,
  ): { readonly refersTo: Position | null; readonly octets?: number } {
    if (filled !== null && distance(row.acknowledgmentNumber, filled.end) >= 0) {
      return { refersTo: filled.position, octets: 0 };
    }
    const isElided = this.lastElided > contiguousPosition;
    const beyond = Math.max(distance(next, row.acknowledgmentNumber), 0);
    return { refersTo: isElided ? this.lastElided : null, ...(beyond > 0 ? { octets: beyond } : {}) };
  }

  private annotateRepetition(
    row: SequenceRow,
    sender: DirectionWatch,
    receiver: DirectionWatch,
    report: Report,
  ): void {
    const isFin = (row.flags & FIN) !== 0;
    if (!isFin && row.payloadLength === 0) return;
    const copy = isFin ? this.noteCopy(row.position) : null;
    if (copy !== null) {
      report("fin-retransmission", copy);
      return;
    }
    if (!row.isSequenceSeen || (sender.hasNext && !isComparable(row, sender))) return;
    const { clock, initialRoundTrip } = this;
    const isOwnCapture = sender === this.ownCapture;
    const isNewerThan = (before: Position, position: Position): boolean =>
      isMadeLater(this.stepped.segments, before - 1, position - 1);
    const context = { sender, receiver, clock, isOwnCapture, initialRoundTrip, isNewerThan };
    const kind = classifyRepetition(row, context);
    if (kind !== null) report(kind, { refersTo: sender.sent.find(row.sequenceNumber) });
  }

  private noteRoundTrip({ flags, position }: SequenceRow): void {
    const opening = flags & (SYN | ACK);
    if (opening !== ACK || this.firstAck !== 0 || this.lastSyn === 0) return;
    this.firstAck = position;
    const roundTrip = this.clock(this.lastSyn, position);
    // Two segments with the same time stamp measure nothing.
    this.initialRoundTrip = roundTrip === 0 ? null : roundTrip;
  }
}

/** Notes that the octet of a window probe was accepted although the window was shut, so that it counts as sent. */
function noteAcceptedProbe(row: SequenceRow, receiver: DirectionWatch): void {
  const { probeAhead } = receiver;
  if (probeAhead === null || !row.acknowledges || receiver.isRelative !== row.isAcknowledgmentRelative)
    return;
  if (distance(probeAhead.end, row.acknowledgmentNumber) < 0) return;
  receiver.probeAhead = null;
  if (distance(receiver.next, probeAhead.end) === 1)
    receiver.advance(receiver.next, probeAhead.end, probeAhead.position);
}

function noteSequence(row: SequenceRow, sender: DirectionWatch, report: Report): void {
  if (!row.isSequenceKnown) return;
  if (!row.isLengthKnown) {
    // Its end is not known, so the next segment is measured from its own first number.
    sender.hasNext = false;
    return;
  }
  const { sequenceNumber, end, position } = row;
  if (!sender.hasNext) {
    sender.restart(sequenceNumber, end, position, row.isSequenceRelative);
    if (end < sequenceNumber && !row.isSequenceRelative) report("wrap");
    return;
  }
  if (!row.isSequenceSeen || !isComparable(row, sender)) return;
  const before = sender.next;
  if (distance(before, end) > 0) {
    sender.next = end;
    sender.nextPosition = position;
    const start = latest(before, sequenceNumber);
    sender.sent.addAdvancing(start, end, position);
    if (start !== sequenceNumber) sender.sent.addRepeated(sequenceNumber, position);
    if (end < before && !row.isSequenceRelative) report("wrap");
  } else if (end !== sequenceNumber) sender.sent.addRepeated(sequenceNumber, position);
  const isLonger = distance(sequenceNumber, sender.contiguous) > 0 && distance(sender.contiguous, end) > 0;
  // A FIN behind octets that are sent again is no data, which alone Wireshark's note is about.
  const addsFinAlone = isLonger && (row.flags & FIN) !== 0 && distance(sender.contiguous, end) === 1;
  if (sequenceNumber === sender.contiguous || addsFinAlone) {
    sender.contiguous = sender.next;
    sender.contiguousPosition = position;
  } else if (isLonger) sender.filled = { end: sender.next, position };
}

function noteAcknowledgment(row: SequenceRow, sender: DirectionWatch): void {
  if (!row.acknowledges) return;
  if (!sender.hasAcknowledged || sender.acknowledged !== row.acknowledgmentNumber) {
    sender.acknowledgedFirstAt = row.position;
  }
  sender.hasAcknowledged = true;
  sender.acknowledged = row.acknowledgmentNumber;
  sender.isAcknowledgedRelative = row.isAcknowledgmentRelative;
  sender.acknowledgedLastAt = row.position;
}

function noteWindow(row: SequenceRow, sender: DirectionWatch): void {
  sender.hasWindow = row.isWindowKnown;
  sender.window = row.window;
  sender.windowIsUnscaled = (row.flags & SYN) !== 0 || row.isWindowScaled;
}

function noteScale(
  stepped: SteppedConnection,
  row: SequenceRow,
  sender: DirectionWatch,
  receiver: DirectionWatch,
): void {
  if (!row.areOptionsKnown) return;
  const { windowScale } = optionsOf(stepped.segments, row.position - 1);
  if (windowScale !== undefined) {
    const isRefused = (row.flags & ACK) !== 0 && receiver.isScalingOff;
    sender.scale = isRefused ? 0 : usedShift(windowScale);
    return;
  }
  sender.scale = 0;
  receiver.scale = 0;
  sender.isScalingOff = true;
  receiver.isScalingOff = true;
}
