import { FIN } from "../../segments/flags.ts";
import { advance, distance } from "../../segments/sequence-number.ts";
import type { Report } from "./annotation-report.ts";
import type { DirectionWatch } from "./direction-watch.ts";
import { SCALE_UNKNOWN } from "./direction-watch.ts";
import type { SequenceRow } from "./sequence-row.ts";

/** The kind of probe that a segment is; null: none. */
export type Probe = "keep-alive" | "window-probe" | null;

/** Keep-alive or window probe, docs/state-machine.md 7.1 no. 1 and 4, 7.2 for the second form of the probe. */
export function probeOf(row: SequenceRow, sender: DirectionWatch, receiver: DirectionWatch): Probe {
  if (!row.isSequenceSeen || !row.isLengthKnown || !isComparable(row, sender) || (row.flags & FIN) !== 0)
    return null;
  const isWindowShut = receiver.hasWindow && receiver.window === 0;
  if (row.payloadLength === 1 && row.sequenceNumber === sender.next && isWindowShut) return "window-probe";
  const isOneBack = distance(row.sequenceNumber, sender.next) === 1;
  if (!isOneBack || row.payloadLength > 1) return null;
  if (isWindowShut) return "window-probe";
  return row.payloadLength === 1 && isAwaited(row, receiver) ? null : "keep-alive";
}

/**
 * Whether the last octet is not acknowledged yet, so that the segment repeats it. A keep-alive is for a connection on
 * which nothing is outstanding (RFC 9293 section 3.8.4); Wireshark does not check that.
 */
function isAwaited(row: SequenceRow, receiver: DirectionWatch): boolean {
  return (
    receiver.hasAcknowledged &&
    receiver.isAcknowledgedRelative === row.isSequenceRelative &&
    distance(receiver.acknowledged, row.end) > 0
  );
}

/**
 * The probe carries an octet beyond what was sent: it does not advance the direction (docs/state-machine.md 7.1 no.
 * 12).
 */
export function isProbeAhead(row: SequenceRow, probe: Probe, sender: DirectionWatch): boolean {
  return probe === "window-probe" && row.sequenceNumber === sender.next;
}

/** Zero window, window full and window update: docs/state-machine.md 7.1 no. 2, 5 and 6. */
export function annotateWindow(
  row: SequenceRow,
  sender: DirectionWatch,
  receiver: DirectionWatch,
  report: Report,
): void {
  if ((row.flags & FIN) !== 0) return;
  if (row.isWindowKnown && row.window === 0) report("zero-window");
  if (isRepeatedAck(row, sender) && row.window !== 0 && row.window !== sender.window) report("window-update");
  if (fillsWindow(row, receiver)) report("window-full");
}

/** Answers to probes, and duplicate ACKs: docs/state-machine.md 7.1 no. 7 to 9. */
export function annotateRepeatedAck(
  row: SequenceRow,
  sender: DirectionWatch,
  receiver: DirectionWatch,
  report: Report,
): void {
  if (row.isChallengeAck || (row.flags & FIN) !== 0) return;
  if (answersWindowProbe(row, sender, receiver)) {
    report("window-probe-ack", { refersTo: receiver.lastPosition });
    return;
  }
  if (!isRepeatedAck(row, sender) || row.window === 0 || row.window !== sender.window) return;
  if (receiver.lastWas === "keep-alive") {
    report("keep-alive-ack", { refersTo: receiver.lastPosition });
    return;
  }
  if (!row.isSequenceSeen && !hasReasonToRepeat(row, sender, receiver)) return;
  sender.duplicates = Math.max(sender.duplicates, 0) + 1;
  report("duplicate-ack", { count: sender.duplicates, refersTo: sender.acknowledgedFirstAt });
}

/** Whether both numbers count from the same base. */
export function isComparable(row: SequenceRow, sender: DirectionWatch): boolean {
  return sender.hasNext && sender.isRelative === row.isSequenceRelative;
}

/** Whether the segment has no data, is at the next number, and acknowledges what the one before did. */
function isRepeatedAck(row: SequenceRow, sender: DirectionWatch): boolean {
  return (
    acknowledgesTheSame(row, sender) &&
    row.isSequenceKnown &&
    row.isWindowKnown &&
    sender.hasWindow &&
    isComparable(row, sender) &&
    row.sequenceNumber === sender.next
  );
}

function acknowledgesTheSame(row: SequenceRow, sender: DirectionWatch): boolean {
  return (
    row.payloadLength === 0 &&
    row.isLengthKnown &&
    row.acknowledges &&
    sender.hasAcknowledged &&
    sender.isAcknowledgedRelative === row.isAcknowledgmentRelative &&
    sender.acknowledged === row.acknowledgmentNumber
  );
}

function answersWindowProbe(row: SequenceRow, sender: DirectionWatch, receiver: DirectionWatch): boolean {
  return (
    receiver.lastWas === "window-probe" &&
    row.isWindowKnown &&
    row.window === 0 &&
    acknowledgesTheSame(row, sender)
  );
}

/**
 * tcpdump prints no sequence number on a pure ACK: a keep-alive looks like a repeated ACK there. It is certainly
 * a repeated ACK when the other end sent something in between, or has something outstanding.
 */
function hasReasonToRepeat(row: SequenceRow, sender: DirectionWatch, receiver: DirectionWatch): boolean {
  if (receiver.lastSequencePosition > sender.lastPosition) return true;
  return (
    receiver.hasNext &&
    receiver.isRelative === row.isAcknowledgmentRelative &&
    distance(row.acknowledgmentNumber, receiver.next) > 0
  );
}

function fillsWindow(row: SequenceRow, receiver: DirectionWatch): boolean {
  if (row.payloadLength === 0 || !row.isSequenceKnown) return false;
  if (!receiver.hasWindow || !receiver.hasAcknowledged || receiver.scale === SCALE_UNKNOWN) return false;
  if (receiver.isAcknowledgedRelative !== row.isSequenceRelative) return false;
  const window = receiver.windowIsUnscaled ? receiver.window : receiver.window * 2 ** receiver.scale;
  return row.end === advance(receiver.acknowledged, window);
}
