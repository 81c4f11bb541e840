import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { Mark, type SegmentTable } from "../../segments/segment-table.ts";
import { distance, isBefore } from "../../segments/sequence-number.ts";
import { sequenceEnd } from "../../segments/sequence-space.ts";
import { Ended, type Incarnations, Shown } from "./incarnations.ts";

/** Notes in the columns what a row shows of its incarnation: the light tracking of docs/state-machine.md 3.2. */
export class RowTracker {
  private readonly table: SegmentTable;
  private readonly incarnations: Incarnations;

  constructor(table: SegmentTable, incarnations: Incarnations) {
    this.table = table;
    this.incarnations = incarnations;
  }

  /** Takes the next row of an incarnation in. */
  take(row: number, incarnation: number): void {
    const { incarnations, table } = this;
    const flags = table.flags[row];
    const x = incarnation * 2 + (table.flow[row] & 1);
    incarnations.lastRow[incarnation] = row;
    incarnations.rows[incarnation]++;
    if (!this.repeatsOpening(row, incarnation)) incarnations.isMoreThanOpening[incarnation] = 1;
    if ((flags & RST) !== 0) {
      incarnations.ended[incarnation] |= this.endedByReset(row, x);
      incarnations.shown[x] |= Shown.Sent;
      return;
    }
    this.findPassiveOpener(row, incarnation, x);
    this.takeNumbers(row, x);
    this.takeFlags(row, incarnation, x);
  }

  /** Whether the row is of the kind with which the incarnation began, a SYN, or a SYN,ACK into an earlier connection. */
  private repeatsOpening(row: number, incarnation: number): boolean {
    const { flags } = this.table;
    const { firstRow } = this.incarnations;
    const kind = flags[row] & (SYN | ACK | RST | FIN);
    const isIntoEarlier = kind === (SYN | ACK) && this.incarnations.previous(incarnation) !== null;
    if (kind !== SYN && !isIntoEarlier) return false;
    return kind === (flags[firstRow[incarnation]] & (SYN | ACK | RST | FIN));
  }

  /** An end whose SYN,ACK has another ISS than its SYN did not send that SYN here: the other end is the opener. */
  private findPassiveOpener(row: number, incarnation: number, x: number): void {
    const { shown, initialSequence, opener } = this.incarnations;
    const isSynAck = (this.table.flags[row] & (SYN | ACK)) === (SYN | ACK);
    const isOther = (shown[x] & Shown.Syn) !== 0 && initialSequence[x] !== this.table.sequenceNumber[row];
    if (isSynAck && isOther && (shown[x ^ 1] & Shown.Syn) !== 0) opener[incarnation] = (x & 1) ^ 1;
  }

  private takeNumbers(row: number, x: number): void {
    const { incarnations, table } = this;
    const flags = table.flags[row];
    const isSyn = (flags & SYN) !== 0;
    const seq = table.sequenceNumber[row];
    const end = sequenceEnd(table, row);
    let shown = incarnations.shown[x];
    if ((shown & Shown.Sent) === 0) incarnations.firstSequence[x] = seq;
    const isNewInitial = isSyn && ((shown & Shown.Initial) === 0 || incarnations.initialSequence[x] !== seq);
    const isInferred = (table.marks[row] & Mark.SequenceInferred) !== 0;
    const isKnownAlready = (shown & Shown.Next) !== 0 && isInferred;
    const isUnknown = isKnownAlready || (table.marks[row] & Mark.SequenceUnknown) !== 0;
    const isFirst = (shown & Shown.Next) === 0 || isNewInitial;
    if (!isUnknown && (isFirst || isBefore(incarnations.next[x], end))) incarnations.next[x] = end;
    if (!isUnknown) shown |= Shown.Next;
    if (isSyn) {
      incarnations.initialSequence[x] = seq;
      shown |= Shown.Initial;
    }
    if ((flags & ACK) !== 0) {
      const ack = table.acknowledgmentNumber[row];
      if ((shown & Shown.FirstAck) === 0) incarnations.firstAck[x] = ack;
      incarnations.lastAck[x] = ack;
      shown |= Shown.Acknowledged | Shown.FirstAck;
    }
    incarnations.shown[x] = shown | Shown.Sent;
  }

  private takeFlags(row: number, incarnation: number, x: number): void {
    const { incarnations, table } = this;
    const flags = table.flags[row];
    const direction = x & 1;
    let shown = incarnations.shown[x];
    if ((flags & SYN) === 0) {
      shown |= Shown.BeyondHandshake;
      incarnations.lastPlainRow[x] = row + 1;
    } else if ((flags & ACK) === 0) {
      const hasSyn = (incarnations.shown[x ^ 1] & Shown.Syn) !== 0;
      if (!hasSyn) incarnations.opener[incarnation] = direction;
      shown |= Shown.Syn;
    } else {
      if (incarnations.opener[incarnation] === 2) incarnations.opener[incarnation] = direction ^ 1;
      shown |= Shown.SynAck;
    }
    // Without the ACK flag a FIN is dropped (RFC 9293 section 3.10.7.4, fifth check).
    const isFin = (flags & (FIN | ACK)) === (FIN | ACK);
    if (isFin) shown |= Shown.Fin;
    incarnations.shown[x] = shown;
    if (!isFin) return;
    const isLoop = table.flows.isLoop(incarnations.flow[incarnation]);
    const peerShown = isLoop ? shown : incarnations.shown[x ^ 1];
    if ((peerShown & Shown.Fin) !== 0) incarnations.ended[incarnation] |= Ended.Both;
  }

  /**
   * Which ends a RST of direction `x` shows to be gone. Its receiver, if it has to accept it; its sender too, unless
   * it was in SYN-SENT: there it answers what it does not acknowledge, or something else on its host does, and the
   * attempt may go on (docs/state-machine.md 6.4).
   */
  private endedByReset(row: number, x: number): number {
    const { shown } = this.incarnations;
    const y = x ^ 1;
    if (!this.hasToAccept(row, x)) return 0;
    const isOwnAttempt = (shown[x] & (Shown.Syn | Shown.BeyondHandshake)) === Shown.Syn;
    if (isOwnAttempt) return this.refusesAcknowledgment(row, x) ? 0 : Ended.Perhaps;
    return (1 << (x & 1)) | (1 << (y & 1));
  }

  /**
   * Whether the receiver of the RST has to accept it. In SYN-SENT it must acknowledge the SYN (RFC 9293 section
   * 3.10.7.3, second check). In a synchronized state it must stand at RCV.NXT (3.10.7.4, second check, RFC 5961
   * section 3.2); what it acknowledged last may be older than what it has received, and Linux takes RCV.NXT - 1 after
   * a FIN. Where the capture does not tell, it is taken to have to.
   */
  private hasToAccept(row: number, x: number): boolean {
    const { shown, initialSequence, lastAck, next } = this.incarnations;
    const { table } = this;
    const y = x ^ 1;
    const marks = table.marks[row];
    const isInSynSent = (shown[y] & (Shown.Syn | Shown.SynAck | Shown.BeyondHandshake)) === Shown.Syn;
    if (isInSynSent) {
      if ((table.flags[row] & ACK) === 0) return false;
      if ((marks & (Mark.AcknowledgmentUnknown | Mark.AcknowledgmentRelative)) !== 0) return true;
      const ack = table.acknowledgmentNumber[row];
      return isBefore(initialSequence[y], ack) && !isBefore(next[y], ack);
    }
    const isTold = (shown[y] & Shown.Acknowledged) !== 0 && (marks & Mark.SequenceUnknown) === 0;
    if (!isTold) return true;
    const ahead = distance(lastAck[y], table.sequenceNumber[row]);
    if (ahead === 0 || (ahead === -1 && (shown[x] & Shown.Fin) !== 0)) return true;
    return ahead > 0 && (shown[x] & Shown.Next) !== 0 && !isBefore(next[x], table.sequenceNumber[row]);
  }

  /** A bare RST that answers a SYN,ACK or ACK of something that its sender, in SYN-SENT, did not send. */
  private refusesAcknowledgment(row: number, x: number): boolean {
    const { shown, initialSequence, lastAck, next } = this.incarnations;
    const y = x ^ 1;
    if ((shown[y] & Shown.Acknowledged) === 0 || (this.table.flags[row] & ACK) !== 0) return false;
    const ack = lastAck[y];
    const isAcceptable = isBefore(initialSequence[x], ack) && !isBefore(next[x], ack);
    return !isAcceptable && ack === this.table.sequenceNumber[row];
  }
}
