import { doubled, emptied, lengthened, release } from "../../base/doubled.ts";
import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { Mark, type SegmentTable } from "../../segments/segment-table.ts";
import { distance, isBefore } from "../../segments/sequence-number.ts";
import type { Connection, StartReason } from "../connection.ts";
import { Outlines } from "../likeness/outlines.ts";
import type { ConnectionSoFar } from "./connection-so-far.ts";
import { foldStraySyns } from "./fold-stray-syns.ts";
import { GroupedConnections } from "./grouped-connections.ts";
import { Incarnations, Shown } from "./incarnations.ts";

/** Linux's TIME-WAIT, in nanoseconds. */
const TIME_WAIT = 60e9;
/** Numbers further apart than this belong to different connections (docs/state-machine.md N10). */
const FAR = 2 ** 24;
/** How many incarnations back a late segment is looked for (docs/state-machine.md N9). */
const LOOK_BACK = 4;

/**
 * Groups the rows of a table that may still grow into connections: docs/state-machine.md 3.3 (N1 to N11), folding and
 * roles. The cost of a row does not depend on how many there are.
 */
export class ConnectionGrouping {
  private readonly table: SegmentTable;
  private readonly incarnations = new Incarnations();
  private readonly outlines: Outlines;
  /** 1 + the current incarnation of a flow. */
  private current = new Uint32Array(256);
  private incarnationOfRow = new Uint32Array(1024);
  private rowsTaken = 0;
  private complete: GroupedConnections | null = null;
  private listed: readonly Connection[] | null = null;

  constructor(table: SegmentTable) {
    this.table = table;
    this.outlines = new Outlines(table, this.incarnations);
  }

  /** How many connections have begun so far; stray SYNs count until {@link finish}. */
  get count(): number {
    return this.incarnations.length;
  }

  /** The connections, once {@link finish} was called; none before. */
  get connections(): readonly Connection[] {
    this.listed ??= this.complete?.list() ?? null;
    return this.listed ?? [];
  }

  /** Segments so far of the connection that began as number `line`, from 0; below {@link count}. */
  segmentsSoFar(line: number): number {
    return this.incarnations.rows[line];
  }

  /** The connection that began as number `line`, from 0, below {@link count}; provisional until {@link finish}. */
  soFar(line: number): ConnectionSoFar {
    const { flows } = this.table;
    const { firstRow, flow: flowOf, opener } = this.incarnations;
    const flow = flowOf[line];
    const told = opener[line] ?? 2;
    const clientDirection = told === 2 ? this.table.flow[firstRow[line]] & 1 : told;
    const [a, b] = [flows.a(flow), flows.b(flow)];
    const [client, server] = clientDirection === 0 ? [a, b] : [b, a];
    return { line, client, server, rolesTold: told !== 2, segments: this.segmentsSoFar(line) };
  }

  /** Takes in the rows that the table has gained. */
  advance(): void {
    const { table, incarnations } = this;
    // Estimates as many incarnations for each row as so far, for all rows that the table has room for.
    if (this.rowsTaken > 0) {
      incarnations.expected = Math.ceil((incarnations.length * table.flow.length) / this.rowsTaken);
    }
    for (let row = this.rowsTaken; row < table.length; row++) {
      const incarnation = this.incarnationFor(row);
      if (row >= this.incarnationOfRow.length) {
        this.incarnationOfRow = lengthened(this.incarnationOfRow, table.flow.length);
      }
      this.incarnationOfRow[row] = incarnation;
      this.outlines.take(row, incarnation);
      this.track(row, incarnation);
    }
    this.rowsTaken = table.length;
  }

  /** Says that the table is complete: stray SYNs are folded back, roles are given. */
  finish(): GroupedConnections {
    if (this.complete !== null) return this.complete;
    this.advance();
    const foldedInto = foldStraySyns(this.incarnations);
    this.listed = null;
    this.complete = new GroupedConnections(
      this.table,
      this.incarnations,
      this.outlines,
      foldedInto,
      this.incarnationOfRow.subarray(0, this.rowsTaken),
    );
    this.incarnations.finish();
    this.outlines.finish();
    release(foldedInto);
    this.incarnationOfRow = emptied(this.incarnationOfRow);
    this.current = emptied(this.current);
    return this.complete;
  }

  private incarnationFor(row: number): number {
    const { table } = this;
    const flow = table.flow[row] >>> 1;
    while (flow >= this.current.length) this.current = doubled(this.current);
    const current = this.current[flow] - 1;
    const flags = table.flags[row];
    if (current < 0) return this.start(flow, row, "first", null);
    const isSyn = (flags & (SYN | RST)) === SYN;
    if (isSyn && (flags & ACK) === 0) return this.forSyn(row, flow, current);
    if (isSyn) return this.forSynAck(row, flow, current);
    return this.forOther(row, flow, current);
  }

  private start(flow: number, row: number, reason: StartReason, previous: number | null): number {
    const index = this.incarnations.append(flow, row, reason, previous);
    this.current[flow] = index + 1;
    // The results for a connection may depend on others of the same pair.
    if (previous !== null) {
      this.outlines.exclude(previous);
      this.outlines.exclude(index);
    }
    return index;
  }

  private forSyn(row: number, flow: number, current: number): number {
    const { incarnations, table } = this;
    const { shown, initialSequence, firstSequence, firstAck } = incarnations;
    const seq = table.sequenceNumber[row];
    const x = this.directionIndex(row, current);
    const y = this.peerIndex(row, current);
    const sent = shown[x];
    const peerSent = shown[y];
    const isDead = incarnations.isDead[current] === 1;
    if ((sent & Shown.Initial) !== 0 && initialSequence[x] === seq) {
      return isDead ? this.start(flow, row, "same-isn-again", current) : current;
    }
    const peerIsInSynSent =
      (peerSent & (Shown.Syn | Shown.SynAck | Shown.BeyondHandshake)) === Shown.Syn && !isDead;
    if (sent === 0 && peerIsInSynSent) return current;
    const isLate =
      (sent & Shown.Initial) === 0 &&
      !isDead &&
      ((sent !== 0 && distance(seq, firstSequence[x]) === 1) ||
        ((peerSent & Shown.FirstAck) !== 0 && distance(seq, firstAck[y]) === 1));
    if (isLate) return current;
    return this.start(flow, row, this.reasonForReuse(row, current), current);
  }

  private forSynAck(row: number, flow: number, current: number): number {
    const { incarnations, table } = this;
    const { shown, initialSequence } = incarnations;
    const seq = table.sequenceNumber[row];
    const ack = table.acknowledgmentNumber[row];
    const x = this.directionIndex(row, current);
    const y = this.peerIndex(row, current);
    const sent = shown[x];
    const answersSyn = (shown[y] & Shown.Initial) !== 0 && distance(initialSequence[y], ack) === 1;
    const repeats = (sent & Shown.Initial) !== 0 && initialSequence[x] === seq;
    // Without Y's SYN, the first SYN,ACK shows its number: another one with the same acknowledgment answers it too.
    const answersSameSyn =
      (shown[y] & Shown.Initial) === 0 && (sent & Shown.SynAck) !== 0 && incarnations.firstAck[x] === ack;
    if (answersSyn || answersSameSyn || repeats) return current;
    const hasEnded = incarnations.isDead[current] === 1;
    // A server that has gone beyond the handshake cannot send another SYN,ACK in the same connection.
    const hasMovedOn = (sent & Shown.Initial) !== 0 && (sent & Shown.BeyondHandshake) !== 0;
    return hasEnded || hasMovedOn ? this.start(flow, row, "syn-not-captured", current) : current;
  }

  private forOther(row: number, flow: number, current: number): number {
    const { incarnations, table } = this;
    const { shown } = incarnations;
    if ((table.marks[row] & (Mark.SequenceUnknown | Mark.SequenceRelative)) !== 0) return current;
    const hasSynAck = ((shown[current * 2] | shown[current * 2 + 1]) & Shown.SynAck) !== 0;
    if (!hasSynAck) {
      const earlier = this.closestEarlier(row, current);
      if (earlier !== null) return earlier;
    }
    const isRst = (table.flags[row] & RST) !== 0;
    if (!isRst && incarnations.isDead[current] === 1 && this.isFar(row, current)) {
      return this.start(flow, row, "mid-stream", current);
    }
    return current;
  }

  /** The earlier incarnation that the numbers of the row fit better (docs/state-machine.md N9); null if none. */
  private closestEarlier(row: number, current: number): number | null {
    let best = this.misfit(row, current);
    let earlier: number | null = null;
    let candidate = this.incarnations.previous(current);
    for (let steps = 0; candidate !== null && steps < LOOK_BACK; steps++) {
      const misfit = this.misfit(row, candidate);
      if (misfit < best) {
        best = misfit;
        earlier = candidate;
      }
      candidate = this.incarnations.previous(candidate);
    }
    return earlier;
  }

  /** How far the numbers of the row are from what the incarnation expects; `FAR` if it expects nothing. */
  private misfit(row: number, incarnation: number): number {
    const { next, shown } = this.incarnations;
    const { table } = this;
    const hasAck = (table.flags[row] & ACK) !== 0;
    const x = this.directionIndex(row, incarnation);
    const y = this.peerIndex(row, incarnation);
    let misfit: number | null = null;
    if (hasAck && (shown[y] & Shown.Next) !== 0) {
      misfit = Math.abs(distance(next[y], table.acknowledgmentNumber[row]));
    }
    const isRefusal = hasAck && (table.flags[row] & RST) !== 0;
    if (!isRefusal && !this.isInferred(row) && (shown[x] & Shown.Next) !== 0) {
      misfit = (misfit ?? 0) + Math.abs(distance(next[x], table.sequenceNumber[row]));
    }
    return misfit ?? FAR;
  }

  private isFar(row: number, incarnation: number): boolean {
    const { next, shown } = this.incarnations;
    const { table } = this;
    const x = this.directionIndex(row, incarnation);
    const y = this.peerIndex(row, incarnation);
    const isAway = (index: number, number: number): boolean =>
      (shown[index] & Shown.Next) !== 0 && Math.abs(distance(next[index], number)) >= FAR;
    const hasAck = (table.flags[row] & ACK) !== 0;
    return (
      (!this.isInferred(row) && isAway(x, table.sequenceNumber[row])) ||
      (hasAck && isAway(y, table.acknowledgmentNumber[row]))
    );
  }

  /** The text does not print the sequence number: it was inferred from rows of any incarnation. */
  private isInferred(row: number): boolean {
    return (this.table.marks[row] & Mark.SequenceInferred) !== 0;
  }

  private reasonForReuse(row: number, current: number): StartReason {
    const { incarnations, table } = this;
    if (incarnations.isDead[current] === 0) return "reuse-while-open";
    const both = incarnations.shown[current * 2] & incarnations.shown[current * 2 + 1];
    const idle = table.time[row] - table.time[incarnations.lastRow[current]];
    return (both & Shown.Fin) !== 0 && idle < TIME_WAIT ? "reuse-in-time-wait" : "reuse-after-close";
  }

  private directionIndex(row: number, incarnation: number): number {
    return incarnation * 2 + (this.table.flow[row] & 1);
  }

  private peerIndex(row: number, incarnation: number): number {
    return incarnation * 2 + ((this.table.flow[row] & 1) ^ 1);
  }

  private track(row: number, incarnation: number): void {
    const { incarnations, table } = this;
    const flags = table.flags[row];
    const x = this.directionIndex(row, incarnation);
    incarnations.lastRow[incarnation] = row;
    incarnations.rows[incarnation] = incarnations.rows[incarnation] + 1;
    if ((flags & (SYN | ACK | RST | FIN)) !== SYN) incarnations.isMoreThanSyns[incarnation] = 1;
    if ((flags & RST) !== 0) {
      if (!this.refusesAcknowledgment(row, incarnation)) incarnations.isDead[incarnation] = 1;
      incarnations.shown[x] = incarnations.shown[x] | Shown.Sent;
      return;
    }
    this.trackNumbers(row, x);
    this.trackFlags(row, incarnation, x);
  }

  private trackNumbers(row: number, x: number): void {
    const { incarnations, table } = this;
    const flags = table.flags[row];
    const isSyn = (flags & SYN) !== 0;
    const seq = table.sequenceNumber[row];
    const controls = (isSyn ? 1 : 0) + ((flags & FIN) === 0 ? 0 : 1);
    const end = (seq + table.payloadLength[row] + controls) >>> 0;
    let shown = incarnations.shown[x];
    if ((shown & Shown.Sent) === 0) incarnations.firstSequence[x] = seq;
    const isNewInitial = isSyn && ((shown & Shown.Initial) === 0 || incarnations.initialSequence[x] !== seq);
    const isKnownAlready = (shown & Shown.Next) !== 0 && this.isInferred(row);
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

  private trackFlags(row: number, incarnation: number, x: number): void {
    const { incarnations } = this;
    const flags = this.table.flags[row];
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
    if ((flags & FIN) !== 0) shown |= Shown.Fin;
    incarnations.shown[x] = shown;
    if ((flags & FIN) === 0) return;
    const peerShown = this.isSelfConnect(incarnation) ? shown : incarnations.shown[x ^ 1];
    if ((peerShown & Shown.Fin) !== 0) incarnations.isDead[incarnation] = 1;
  }

  /**
   * A bare RST of an end in SYN-SENT that answers an unacceptable SYN,ACK or ACK: the attempt goes on
   * (docs/state-machine.md 6.4).
   */
  private refusesAcknowledgment(row: number, incarnation: number): boolean {
    const { incarnations, table } = this;
    const { shown, initialSequence, lastAck, next } = incarnations;
    const x = this.directionIndex(row, incarnation);
    const y = this.peerIndex(row, incarnation);
    const isInSynSent =
      (shown[x] & (Shown.Syn | Shown.BeyondHandshake)) === Shown.Syn && (shown[y] & Shown.Acknowledged) !== 0;
    if (!isInSynSent || (table.flags[row] & ACK) !== 0) return false;
    const ack = lastAck[y];
    const isAcceptable = isBefore(initialSequence[x], ack) && !isBefore(next[x], ack);
    return !isAcceptable && ack === table.sequenceNumber[row];
  }

  private isSelfConnect(incarnation: number): boolean {
    return this.table.flows.isLoop(this.incarnations.flow[incarnation]);
  }
}
