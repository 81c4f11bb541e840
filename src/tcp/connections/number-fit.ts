import { ACK, RST } from "../../segments/flags.ts";
import { Mark, type SegmentTable } from "../../segments/segment-table.ts";
import { distance, FLIGHT } from "../../segments/sequence-number.ts";
import { type Incarnations, Shown } from "./incarnations.ts";

/** Numbers further apart than this belong to different connections (N10). */
const FAR = 2 ** 24;
/** The distance of a number that cannot be compared: between a number that fits (0) and any that does not (at least 1). */
const UNKNOWN = 0.5;
/** How many incarnations back a late segment is looked for (N9). */
const LOOK_BACK = 4;

/** To which incarnation of its pair the numbers of a row belong: docs/state-machine.md 3.3, N9, N10 and N12. */
export class NumberFit {
  private readonly table: SegmentTable;
  private readonly incarnations: Incarnations;

  constructor(table: SegmentTable, incarnations: Incarnations) {
    this.table = table;
    this.incarnations = incarnations;
  }

  /**
   * N9: the earlier incarnation that the numbers of the row fit better than the current one; null if none. Where the
   * current one holds no SYN,ACK, a row that fits a connection that is open stays there, although it may fit both:
   * only a RST could come from an end that has not answered the SYN (RFC 9293 section 3.10.7.2).
   */
  closestEarlier(row: number, current: number): number | null {
    const { incarnations } = this;
    const { shown } = incarnations;
    if (incarnations.previous(current) === null) return null;
    const hasSynAck = ((shown[current * 2] | shown[current * 2 + 1]) & Shown.SynAck) !== 0;
    // A SYN,ACK alone answers a SYN that nobody has seen.
    const isAnswered = hasSynAck && incarnations.isMoreThanOpening[current] === 1;
    const own = this.misfit(row, current) ?? (isAnswered ? 0 : FAR);
    // A RST that fits no number of the connection meets it all the same.
    if (isAnswered && (own < FAR || (this.table.flags[row] & RST) !== 0)) return null;
    let best = Math.min(own, FAR);
    let earlier: number | null = null;
    const consider = (candidate: number): void => {
      const misfit = this.misfit(row, candidate) ?? FAR;
      if (!(misfit < best || (misfit === 0 && earlier === null && this.isOpen(candidate)))) return;
      best = misfit;
      earlier = candidate;
    };
    const home = incarnations.home(current);
    if (home !== null) consider(home);
    let candidate = incarnations.previous(current);
    for (let steps = 0; candidate !== null && steps < LOOK_BACK; steps++) {
      if (candidate !== home) consider(candidate);
      candidate = incarnations.previous(candidate);
    }
    return earlier;
  }

  /** N12, RFC 9293 figure 8: an earlier incarnation whose SYN the SYN,ACK acknowledges; null if none. */
  answeredEarlier(row: number, current: number): number | null {
    let candidate = this.incarnations.previous(current);
    for (let steps = 0; candidate !== null && steps < LOOK_BACK; steps++) {
      if (this.answersSyn(row, candidate)) return candidate;
      candidate = this.incarnations.previous(candidate);
    }
    return null;
  }

  /** Whether the row acknowledges just the SYN of its receiver. */
  answersSyn(row: number, incarnation: number): boolean {
    const { shown, initialSequence } = this.incarnations;
    const y = incarnation * 2 + ((this.table.flow[row] & 1) ^ 1);
    return (
      (shown[y] & Shown.Initial) !== 0 &&
      distance(initialSequence[y], this.table.acknowledgmentNumber[row]) === 1
    );
  }

  /** N10: whether a number of the row cannot belong to the incarnation. */
  isFar(row: number, incarnation: number): boolean {
    const { next, shown } = this.incarnations;
    const { table } = this;
    const x = incarnation * 2 + (table.flow[row] & 1);
    const isAway = (index: number, number: number): boolean =>
      (shown[index] & Shown.Next) !== 0 && Math.abs(distance(next[index], number)) >= FAR;
    const hasAck = (table.flags[row] & ACK) !== 0;
    return (
      (!this.isInferred(row) && isAway(x, table.sequenceNumber[row])) ||
      (hasAck && isAway(x ^ 1, table.acknowledgmentNumber[row]))
    );
  }

  /** The text does not print the sequence number: it was inferred from rows of any incarnation. */
  isInferred(row: number): boolean {
    return (this.table.marks[row] & Mark.SequenceInferred) !== 0;
  }

  /**
   * How far the numbers of the row lie from those that the incarnation has in flight: from what the receiver
   * acknowledged to what the sender sent. Below 1 where they fit: 0 for both, next to nothing where one does and the
   * other lies within a window, a half where only one can be compared. Null where it expects nothing.
   */
  private misfit(row: number, incarnation: number): number | null {
    const { table } = this;
    const x = incarnation * 2 + (table.flow[row] & 1);
    const hasAck = (table.flags[row] & ACK) !== 0;
    const isRefusal = hasAck && (table.flags[row] & RST) !== 0;
    const ack = hasAck ? this.outside(x ^ 1, x, table.acknowledgmentNumber[row]) : null;
    const isComparable = !isRefusal && !this.isInferred(row);
    const seq = isComparable ? this.outside(x, x ^ 1, table.sequenceNumber[row]) : null;
    if (ack === null) return seq === null ? null : seq + UNKNOWN;
    if (seq === null) return ack + UNKNOWN;
    const isInWindow = (ack === 0 || seq === 0) && ack + seq < FLIGHT;
    return isInWindow ? ((ack + seq) / FLIGHT) * UNKNOWN : ack + seq;
  }

  /**
   * How far a number lies outside of what `sender` sent and `receiver` has not acknowledged; null where nothing is known
   * of it. What lies below the initial sequence number cannot belong to it at all.
   */
  private outside(sender: number, receiver: number, number: number): number | null {
    const { next, lastAck, shown, initialSequence } = this.incarnations;
    if ((shown[sender] & Shown.Next) === 0) return null;
    const beyond = distance(next[sender], number);
    if (beyond >= 0) return beyond;
    if ((shown[sender] & Shown.Initial) !== 0 && distance(initialSequence[sender], number) < 0) return FAR;
    const isAcknowledged = (shown[receiver] & Shown.Acknowledged) !== 0;
    return Math.max(0, isAcknowledged ? distance(number, lastAck[receiver]) : -beyond);
  }

  private isOpen(incarnation: number): boolean {
    return (
      this.incarnations.ended[incarnation] === 0 && this.incarnations.isMoreThanOpening[incarnation] === 1
    );
  }
}
