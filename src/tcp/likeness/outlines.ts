import { emptied, lengthened } from "../../base/doubled.ts";
import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { OptionKind } from "../../segments/options.ts";
import { Mark, type SegmentTable } from "../../segments/segment-table.ts";
import { advance, distance } from "../../segments/sequence-number.ts";
import { LARGEST_SHIFT, sequenceLength } from "../../segments/sequence-space.ts";
import { type Incarnations, Shown } from "../connections/incarnations.ts";
import { SHORTEST_TIMER } from "../retransmission-limit.ts";
import { IRREGULAR, NO_OUTLINE, OutlineTree } from "./outline-tree.ts";

/** The most rows of a connection with an outline; longer ones are rarely alike. */
const MOST_ROWS = 48;
/** After a longer silence a clock may have run out, or was set; nanoseconds. */
const LONGEST_SILENCE = 30e9;
const LONGEST_REPEAT = 600e9;
/** NOP NOP TSopt as nearly every host writes it (RFC 7323 appendix A). */
const PLAIN_TIMESTAMPS = 12;

/** How the acknowledgment of a row relates to what the peer has sent; from `All` on: all but so many segments. */
const Acknowledges = { Nothing: 0, TheSame: 1, All: 2, MostLeftOut: 13 } as const;

/**
 * Bits of an event above the nine control bits. What events do not hold must not change a summary beyond its numbers:
 * `worker/summaries.test.ts` compares that with the full analysis.
 */
const FROM_SERVER = 1 << 9;
const HAS_DATA = 1 << 10;
const WRAPS = 1 << 11;
const ACKNOWLEDGES_SHIFT = 12;
/** The text does not print the number. Events after the handshake have no SYN, so its bit is free. */
const IS_INFERRED = SYN;

/** Bits of `pending`: something of the direction was not acknowledged although its peer spoke. */
const PENDING = 1;

/**
 * Uneventful connections (complete from the SYN on, in sequence, without repetitions, with nothing that a clock
 * decides) whose events come in the same order differ only in their numbers, so one analysis serves them all. This
 * class follows every connection while it is read, and gives it the number of its outline or marks it irregular.
 */
export class Outlines {
  private readonly table: SegmentTable;
  private readonly incarnations: Incarnations;
  private readonly tree = new OutlineTree();
  private outline = new Uint32Array(256);
  /**
   * By `incarnation * 2 + direction`: how many numbers the last segment took that took any; how many each of those
   * just before it took, and how many of them took that many. With these, the ends of the last segments are known if
   * they are equally long.
   */
  private lastTook = new Uint16Array(512);
  private eachTook = new Uint16Array(512);
  private alike = new Uint8Array(512);
  /** The window as last offered. */
  private window = new Uint16Array(512);
  private pending = new Uint8Array(512);

  constructor(table: SegmentTable, incarnations: Incarnations) {
    this.table = table;
    this.incarnations = incarnations;
  }

  /** How many outlines there are; every one is below. */
  get count(): number {
    return this.tree.length;
  }

  /** The outline of an incarnation so far; {@link IRREGULAR} if it has none. */
  of(incarnation: number): number {
    const pending = this.pending[incarnation * 2] | this.pending[incarnation * 2 + 1];
    // Whether an unanswered segment was lost depends on the time that passed.
    return pending === 0 ? (this.outline[incarnation] ?? IRREGULAR) : IRREGULAR;
  }

  /** Ends the capture: frees the columns that only {@link take} reads. */
  finish(): void {
    this.lastTook = emptied(this.lastTook);
    this.eachTook = emptied(this.eachTook);
    this.alike = emptied(this.alike);
    this.window = emptied(this.window);
  }

  exclude(incarnation: number): void {
    if (incarnation >= this.outline.length) this.grow();
    this.outline[incarnation] = IRREGULAR;
  }

  /** Takes a row, before `incarnations` tracks it. */
  take(row: number, incarnation: number): void {
    if (incarnation >= this.outline.length) this.grow();
    const outline = this.outline[incarnation] ?? NO_OUTLINE;
    if (outline === IRREGULAR) return;
    const event = outline === NO_OUTLINE ? this.opening(row, incarnation) : this.following(row, incarnation);
    this.outline[incarnation] = event === 0 ? IRREGULAR : this.tree.after(outline, event);
  }

  /** The event that a connection begins with: a SYN; 0 = irregular. */
  private opening(row: number, incarnation: number): number {
    const { table } = this;
    const flags = table.flags[row];
    const isPlain =
      (flags & (SYN | ACK | RST | FIN)) === SYN &&
      table.payloadLength[row] === 0 &&
      table.window[row] !== 0 &&
      !Number.isNaN(table.time[row]) &&
      this.isReadable(row);
    const flow = table.flow[row] >>> 1;
    if (!isPlain || table.flows.isLoop(flow)) return 0;
    const x = incarnation * 2 + (table.flow[row] & 1);
    const seq = table.sequenceNumber[row];
    this.lastTook[x] = 1;
    this.window[x] = table.window[row];
    return flags | (seq === 0xffffffff ? WRAPS : 0);
  }

  /** The event of a later row; 0 = irregular. */
  private following(row: number, incarnation: number): number {
    const { table, incarnations } = this;
    const { lastRow, rows, firstRow, shown, next } = incarnations;
    const silence = table.time[row] - table.time[lastRow[incarnation]];
    if (this.repeatsSyn(row, incarnation, silence)) return table.flags[row];
    const isOver = (table.flags[lastRow[incarnation]] & RST) !== 0;
    const isInTime = silence >= 0 && silence <= LONGEST_SILENCE;
    if (!isInTime || isOver || rows[incarnation] >= MOST_ROWS || !this.isReadable(row)) return 0;
    const direction = table.flow[row] & 1;
    const fromServer = direction === (table.flow[firstRow[incarnation]] & 1) ? 0 : FROM_SERVER;
    const x = incarnation * 2 + direction;
    const flags = table.flags[row];
    const own = shown[x];
    const isInferred = (table.marks[row] & Mark.SequenceInferred) !== 0;
    if ((own & Shown.Sent) === 0) {
      // Which of several SYNs arrived depends on times.
      const isFirstSynAnswered = fromServer !== 0 && rows[incarnation] === 1;
      return isFirstSynAnswered && !isInferred ? this.answer(row, x, flags) : 0;
    }
    if ((flags & (SYN | ACK)) !== ACK || (shown[x ^ 1] & Shown.Initial) === 0) return 0;
    const isInSequence = table.sequenceNumber[row] === next[x];
    const acknowledges = isInSequence ? this.acknowledgmentOf(row, x) : Acknowledges.Nothing;
    if (acknowledges === Acknowledges.Nothing || (own & Shown.Initial) === 0) return 0;
    const known = fromServer | (acknowledges << ACKNOWLEDGES_SHIFT);
    return this.synchronized(row, x, isInferred ? known | IS_INFERRED : known);
  }

  /** Another copy of the SYN, before either end has sent anything else. */
  private repeatsSyn(row: number, incarnation: number, silence: number): boolean {
    const { table, incarnations } = this;
    const x = incarnation * 2 + (table.flow[row] & 1);
    return (
      incarnations.isMoreThanOpening[incarnation] === 0 &&
      (table.flags[row] & (SYN | ACK | RST | FIN)) === SYN &&
      (incarnations.shown[x] & Shown.Syn) !== 0 &&
      incarnations.shown[x ^ 1] === 0 &&
      table.sequenceNumber[row] === incarnations.initialSequence[x] &&
      table.payloadLength[row] === 0 &&
      table.window[row] !== 0 &&
      // What comes sooner is no repetition by a timer.
      silence >= SHORTEST_TIMER &&
      silence <= LONGEST_REPEAT &&
      incarnations.rows[incarnation] < MOST_ROWS &&
      this.isReadable(row)
    );
  }

  /** The server's first segment: SYN,ACK or a refusal. */
  private answer(row: number, x: number, flags: number): number {
    const { table, incarnations } = this;
    const kind = flags & (SYN | ACK | RST | FIN);
    const isRefusal = kind === (RST | ACK);
    const acknowledgesSyn = table.acknowledgmentNumber[row] === incarnations.next[x ^ 1];
    if (!acknowledgesSyn || table.payloadLength[row] !== 0) return 0;
    const event = flags | FROM_SERVER | (Acknowledges.All << ACKNOWLEDGES_SHIFT);
    if (isRefusal) return table.sequenceNumber[row] === 0 ? event : 0;
    if (kind !== (SYN | ACK) || table.window[row] === 0) return 0;
    const seq = table.sequenceNumber[row];
    this.lastTook[x] = 1;
    this.window[x] = table.window[row];
    return event | (seq === 0xffffffff ? WRAPS : 0);
  }

  /** A segment in sequence after the SYNs of both ends. @param known the bits of its event so far */
  private synchronized(row: number, x: number, known: number): number {
    const { table, incarnations } = this;
    const flags = table.flags[row];
    const length = table.payloadLength[row];
    const hasClosed = (incarnations.shown[x] & Shown.Fin) !== 0;
    const isFin = (flags & FIN) !== 0;
    if ((flags & RST) !== 0) {
      if (length > 0 || isFin || (hasClosed && this.mayHaveLeft(row, x))) return 0;
      this.notePending(row, x);
      return flags | known;
    }
    const window = table.window[row];
    const isRepetition = length === 0 && !isFin && known >>> ACKNOWLEDGES_SHIFT === Acknowledges.TheSame;
    const isBeyondEnd = hasClosed && (length > 0 || isFin);
    if (window === 0 || window > 0xffff || length >= 0xffff || isRepetition || isBeyondEnd) return 0;
    if (length > 0 && this.mayFillWindow(row, x, length)) return 0;
    const seq = table.sequenceNumber[row];
    const taken = sequenceLength(flags, length);
    const end = advance(seq, taken);
    if (taken > 0) this.noteTaken(x, taken);
    this.window[x] = window;
    this.notePending(row, x);
    return flags | known | (length > 0 ? HAS_DATA : 0) | (end < seq ? WRAPS : 0);
  }

  /**
   * Whether the end that sent a FIN, and now a RST, may have left before the acknowledgment of its FIN came to it: times
   * and timestamps tell (`HandshakeAcks.takeLastReset`), of which the outline has nothing.
   */
  private mayHaveLeft(row: number, x: number): boolean {
    const { lastAck, next, shown } = this.incarnations;
    const y = x ^ 1;
    const isFinAcknowledged = (shown[y] & Shown.Acknowledged) !== 0 && lastAck[y] === next[x];
    const hasTakenFin = (shown[y] & Shown.Fin) !== 0 && this.table.acknowledgmentNumber[row] === next[y];
    return isFinAcknowledged && !hasTakenFin;
  }

  private acknowledgmentOf(row: number, x: number): number {
    const { lastAck, next, shown } = this.incarnations;
    const ack = this.table.acknowledgmentNumber[row];
    const y = x ^ 1;
    const hasAcknowledged = (shown[x] & Shown.Acknowledged) !== 0;
    if (hasAcknowledged && ack === lastAck[x]) return Acknowledges.TheSame;
    if (hasAcknowledged && distance(lastAck[x], ack) < 0) return Acknowledges.Nothing;
    const left = distance(ack, next[y]);
    if (left === 0) return Acknowledges.All;
    return hasAcknowledged && left > 0 ? this.leavingOut(y, left) : Acknowledges.Nothing;
  }

  /** Which of the last segments of `y` an acknowledgment leaves out, given how many numbers it leaves out. */
  private leavingOut(y: number, numbers: number): number {
    const beforeLast = numbers - this.lastTook[y];
    const step = this.eachTook[y];
    const count = beforeLast === 0 ? 0 : beforeLast / step;
    const isEndOfOne = count >= 0 && count <= this.alike[y] && Number.isInteger(count);
    return isEndOfOne && count < Acknowledges.MostLeftOut
      ? Acknowledges.All + 1 + count
      : Acknowledges.Nothing;
  }

  private noteTaken(x: number, numbers: number): void {
    const before = this.lastTook[x];
    const isAlike = this.eachTook[x] === before;
    this.alike[x] = isAlike ? Math.min(this.alike[x] + 1, MOST_ROWS) : 1;
    this.eachTook[x] = before;
    this.lastTook[x] = numbers;
  }

  /** Notes whether the row leaves something of its peer unacknowledged. */
  private notePending(row: number, x: number): void {
    const y = x ^ 1;
    this.pending[y] = this.table.acknowledgmentNumber[row] === this.incarnations.next[y] ? 0 : PENDING;
  }

  /** Whether the segment may end exactly where the peer's window does, for any scale of that window. */
  private mayFillWindow(row: number, x: number, length: number): boolean {
    const { lastAck } = this.incarnations;
    const y = x ^ 1;
    const ahead = distance(lastAck[y], (this.table.sequenceNumber[row] + length) >>> 0);
    const window = this.window[y];
    if (window === 0) return false;
    let reach = window;
    while (reach < ahead) reach *= 2;
    return reach === ahead && reach <= window * 2 ** LARGEST_SHIFT;
  }

  /**
   * Whether the capture has all of the row, and no option makes it special. In a text, the number of a segment
   * without sequence space may be inferred from the rows before.
   */
  private isReadable(row: number): boolean {
    const { table } = this;
    const isSyn = (table.flags[row] & SYN) !== 0;
    const usual = isSyn ? Mark.HasIpId : Mark.HasIpId | Mark.SequenceInferred;
    if ((table.marks[row] & ~usual) !== 0) return false;
    const length = table.optionsLength[row];
    if (length === 0) return true;
    const { optionBytes } = table;
    let at = table.optionsAt[row];
    const isPlain =
      length === PLAIN_TIMESTAMPS &&
      optionBytes[at] === OptionKind.NoOperation &&
      optionBytes[at + 1] === OptionKind.NoOperation &&
      optionBytes[at + 2] === OptionKind.Timestamps;
    if (isPlain) return true;
    for (const end = at + length; at < end;) {
      const kind = optionBytes[at];
      if (kind > OptionKind.SackPermitted && kind !== OptionKind.Timestamps) return false;
      if (kind === OptionKind.End) return true;
      if (kind === OptionKind.NoOperation) at++;
      else {
        const octets = optionBytes[at + 1];
        if (octets < 2) return false;
        at += octets;
      }
    }
    return true;
  }

  /** Grows the columns to the size of those of the incarnations. */
  private grow(): void {
    const { length } = this.incarnations.flow;
    this.outline = lengthened(this.outline, length);
    this.lastTook = lengthened(this.lastTook, length * 2);
    this.eachTook = lengthened(this.eachTook, length * 2);
    this.alike = lengthened(this.alike, length * 2);
    this.window = lengthened(this.window, length * 2);
    this.pending = lengthened(this.pending, length * 2);
  }
}
