import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import type { RowMemory } from "../../segments/row-memory.ts";
import { Mark, type SegmentColumns } from "../../segments/segment-table.ts";
import { CIRCLE, distance, FLIGHT, isBefore } from "../../segments/sequence-number.ts";
import { sequenceLength } from "../../segments/sequence-space.ts";
import { type SaidRows, SaidSoFar } from "./said-so-far.ts";
import { ShownInitials } from "./shown-initials.ts";

const NOT_OF_THE_WIRE = Mark.SequenceUnknown | Mark.SequenceRelative | Mark.SequenceInferred;

/** Unwraps numbers and recognises copies, row by row. */
export class NumberSpaces {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly ack: Float64Array;
  readonly isStray: Uint8Array;
  readonly copyOf: Uint32Array;
  readonly isNewInitial: Uint8Array;
  readonly impliesFin: Uint8Array;
  readonly followsUnseen: Uint8Array;
  /** By direction a row whose sequence number lies one further than expected; -1 = none. */
  private readonly skipping: [number, number] = [-1, -1];

  private readonly rows: SaidRows;
  private readonly columns: SegmentColumns;
  private readonly sender: Uint8Array;
  private readonly receiver: Uint8Array;
  private readonly shown: ShownInitials;
  /** By end, the number of its first segment without SYN; NaN as long as there is none. */
  private readonly firstPlain = [Number.NaN, Number.NaN];
  /** Highest number known of each direction; NaN as long as there is none. */
  private readonly reference = [Number.NaN, Number.NaN];
  private readonly said = [new SaidSoFar(), new SaidSoFar()] as const;
  private readonly syn = [new FirstCopy(), new FirstCopy()] as const;
  private readonly synAck = [new FirstCopy(), new FirstCopy()] as const;
  private readonly fin = [new FirstCopy(), new FirstCopy()] as const;

  constructor({
    columns,
    sender,
    receiver,
    memory,
  }: {
    readonly columns: SegmentColumns;
    readonly sender: Uint8Array;
    readonly receiver: Uint8Array;
    readonly memory: RowMemory;
  }) {
    const { length } = columns;
    this.columns = columns;
    this.sender = sender;
    this.receiver = receiver;
    this.shown = new ShownInitials(columns, sender);
    this.start = memory.float64(length).fill(Number.NaN);
    this.end = memory.float64(length).fill(Number.NaN);
    this.ack = memory.float64(length).fill(Number.NaN);
    this.rows = { start: this.start, end: this.end, ack: this.ack, flags: columns.flags };
    this.isStray = memory.uint8(length);
    this.copyOf = memory.uint32(length);
    this.isNewInitial = memory.uint8(length);
    this.impliesFin = memory.uint8(length);
    this.followsUnseen = memory.uint8(length);
  }

  hasSyn(end: 0 | 1): boolean {
    return this.syn[end].row >= 0;
  }

  take(row: number): void {
    const { columns } = this;
    const x = this.sender[row] === 0 ? 0 : 1;
    const flags = columns.flags[row];
    const isRst = (flags & RST) !== 0;
    const isSyn = (flags & SYN) !== 0 && !isRst;
    const seq = columns.sequenceNumber[row];
    if (isSyn && this.takeSyn(row, x, seq, (flags & ACK) !== 0)) return;
    const start = this.startOf(row, x, seq, !isRst);
    const end = start + (isRst ? 0 : sequenceLength(flags, columns.payloadLength[row]));
    this.start[row] = start;
    this.end[row] = end;
    if (!isRst) this.findUnseen(row, x, (flags & FIN) !== 0);
    const isTold = (columns.marks[row] & NOT_OF_THE_WIRE) === 0;
    if (!isRst && !isSyn && isTold && Number.isNaN(this.firstPlain[x])) this.firstPlain[x] = seq;
    // A SYN with a FIN that repeats a SYN stays a copy of that.
    const copyOfFin = (flags & FIN) !== 0 && !isRst ? this.fin[x].take(row, end) : 0;
    this.copyOf[row] ||= copyOfFin;
    if ((flags & ACK) !== 0 && (columns.marks[row] & Mark.AcknowledgmentUnknown) === 0) {
      this.ack[row] = this.unwrap(this.receiver[row], columns.acknowledgmentNumber[row], !isRst);
    }
    if (!isRst) this.said[x].take(this.rows, row);
  }

  /** If the text does not print the number, a pure ACK is at SND.NXT of this connection. */
  private startOf(row: number, x: 0 | 1, seq: number, isTrusted: boolean): number {
    const marks = this.columns.marks[row];
    const { next } = this.said[x];
    if ((marks & Mark.SequenceUnknown) !== 0) return next;
    const isInferred = (marks & Mark.SequenceInferred) !== 0 && !Number.isNaN(next);
    return isInferred ? next : this.unwrap(x, seq, isTrusted);
  }

  /** @returns whether the SYN is a stray one, which drives nothing */
  private takeSyn(row: number, x: 0 | 1, seq: number, hasAck: boolean): boolean {
    const kind = hasAck ? this.synAck[x] : this.syn[x];
    const before = kind.key;
    if (this.meetsOpenConnection(x, seq) || (hasAck ? this.isOtherSynAck(x, seq) : this.isOtherSyn(x, seq))) {
      this.isStray[row] = 1;
      return true;
    }
    this.copyOf[row] = kind.take(row, seq);
    if (hasAck && !Number.isNaN(before) && before !== seq) {
      this.said[x].beginAnew();
      this.isNewInitial[row] = 1;
      // A new number space, so that nothing of the old attempt compares with it.
      this.reference[x] = (Math.floor(this.reference[x] / CIRCLE) + 4) * CIRCLE + seq;
    }
    return false;
  }

  /**
   * An end that spoke in an open connection sends no SYN there (RFC 9293 section 3.10.7.4, fourth check; RFC 5961 section
   * 4.2), but for one that was captured late. One to which the peer answers no SYN,ACK, though it speaks, is a copy, and
   * meets the connection that it opened. A peer that has sent nothing but its SYN has no open connection.
   */
  private meetsOpenConnection(x: 0 | 1, seq: number): boolean {
    const isOpening = this.syn[x].row >= 0 || this.synAck[x].row >= 0;
    const y = x === 0 ? 1 : 0;
    const isPeerInSynSent = this.syn[y].row >= 0 && Number.isNaN(this.firstPlain[y]);
    const first = this.firstPlain[x];
    const isNear = isBefore(seq, first) && distance(seq, first) <= FLIGHT;
    const isLate = isNear && !this.shown.leavesUnanswered(x, seq);
    return !isOpening && !isPeerInSynSent && !Number.isNaN(first) && !isLate;
  }

  /** A SYN,ACK with another ISS behind the one that counts. */
  private isOtherSynAck(x: 0 | 1, seq: number): boolean {
    const before = this.synAck[x].key;
    return before !== seq && before === this.shown.accepted(x);
  }

  /**
   * A SYN with another ISS than the one before, or than the SYN,ACK of the end; and one behind its SYN,ACK, which shows
   * that it opened passively.
   */
  private isOtherSyn(x: 0 | 1, seq: number): boolean {
    const isFirst = this.syn[x].row < 0;
    if (!isFirst && this.syn[x].key !== seq) return true;
    return (isFirst && this.synAck[x].row >= 0) || this.shown.deniesSyn(x, seq);
  }

  private findUnseen(row: number, x: 0 | 1, hasFin: boolean): void {
    const start = this.start[row];
    const candidate = this.skipping[x];
    if (hasFin && candidate >= 0 && this.start[candidate] === this.end[row]) this.impliesFin[candidate] = 1;
    const isPure = start === this.end[row];
    const { next, coveredUpTo } = this.said[x];
    if (start > coveredUpTo) this.followsUnseen[row] = 1;
    if (candidate < 0 && isPure && start === next + 1) this.skipping[x] = row;
  }

  private unwrap(end: number, number: number, isTrusted: boolean): number {
    const reference = this.reference[end];
    if (Number.isNaN(reference)) {
      if (isTrusted) this.reference[end] = CIRCLE + number;
      return CIRCLE + number;
    }
    const unwrapped = reference + distance(reference % CIRCLE, number);
    if (isTrusted && unwrapped > reference) this.reference[end] = unwrapped;
    return unwrapped;
  }
}

/** The first row of a run of copies. */
class FirstCopy {
  row = -1;
  key = Number.NaN;

  /** @returns the first copy as row + 1, or 0 if this row is the first */
  take(row: number, key: number): number {
    if (key === this.key) return this.row + 1;
    this.row = row;
    this.key = key;
    return 0;
  }
}
