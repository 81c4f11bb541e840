import { readLeadingStamp, type TimeStamp } from "../times/time-stamp.ts";

/** -A prints the packet from its IP header on: `E` is the first octet of IPv4, a backtick that of IPv6. */
const OPENING = /^(?:E\.(?!g\.)\S{2,}|E[.\x21-\x7e][.\x21-\x7e]\S\.\S|`(?!`)[.\x20-\x5f\x61-\x7e]{0,2}\.\.)/;
const TOLERATED_SECONDS = 1;

/**
 * Separates the payload that `tcpdump -A` prints from packet lines. Payload may hold anything, also lines that look
 * like tcpdump. It ends at a line that starts in the first column with the same kind of time stamp, not earlier than
 * the packet.
 */
export class PayloadLines {
  private stamp: TimeStamp | null = null;
  /** Whether the lines now read may be payload. */
  isOpen = false;

  /** Opens the payload of a packet if the line below it begins one. Returns whether it does. */
  open(line: string, stamp: TimeStamp | null): boolean {
    if (!OPENING.test(line)) return false;
    this.isOpen = true;
    this.stamp = stamp;
    return true;
  }

  /** Whether the line belongs to the open payload; a line that does not closes it. */
  holds(line: string): boolean {
    if (!this.isOpen) return false;
    this.isOpen = !this.isNextPacket(line);
    return this.isOpen;
  }

  private isNextPacket(line: string): boolean {
    if (this.stamp === null) return /^IP6? \S+ > \S+: /.test(line) || /^\s{0,6}IP6? \(/.test(line);
    const stamp = readLeadingStamp(line.replace(/^\s{0,6}\d{1,9}\s\s/, ""));
    if (stamp === null || stamp.kind !== this.stamp.kind) return false;
    return stamp.seconds >= this.stamp.seconds - TOLERATED_SECONDS;
  }
}
