import { doubled, emptied, lengthened, release } from "../../base/doubled.ts";
import { ACK, RST, SYN } from "../../segments/flags.ts";
import { Mark, type SegmentTable } from "../../segments/segment-table.ts";
import { distance, FLIGHT, isBefore } from "../../segments/sequence-number.ts";
import type { Connection, StartReason } from "../connection.ts";
import { Outlines } from "../likeness/outlines.ts";
import { SHORTEST_TIMER, TIME_WAIT_LENGTH } from "../retransmission-limit.ts";
import type { ConnectionSoFar } from "./connection-so-far.ts";
import { foldStraySyns, goesOn } from "./fold-stray-syns.ts";
import { GroupedConnections } from "./grouped-connections.ts";
import { Incarnations, Shown } from "./incarnations.ts";
import { NumberFit } from "./number-fit.ts";
import { SynDatagrams } from "./syn-datagrams.ts";
import { RowTracker } from "./track-row.ts";

/** Numbers that compare with no other connection's. */
const RELATIVE = Mark.SequenceUnknown | Mark.SequenceRelative;

/**
 * Groups the rows of a table that may still grow into connections: docs/state-machine.md 3.3 (N1 to N11), folding and
 * roles. The cost of a row does not depend on how many there are.
 */
export class ConnectionGrouping {
  private readonly table: SegmentTable;
  private readonly incarnations = new Incarnations();
  private readonly outlines: Outlines;
  private readonly fit: NumberFit;
  private readonly tracker: RowTracker;
  private readonly datagrams: SynDatagrams;
  /** 1 + the current incarnation of a flow. */
  private current = new Uint32Array(256);
  private incarnationOfRow = new Uint32Array(1024);
  private rowsTaken = 0;
  private complete: GroupedConnections | null = null;
  private listed: readonly Connection[] | null = null;

  constructor(table: SegmentTable) {
    this.table = table;
    this.outlines = new Outlines(table, this.incarnations);
    this.fit = new NumberFit(table, this.incarnations);
    this.tracker = new RowTracker(table, this.incarnations);
    this.datagrams = new SynDatagrams(table);
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
      this.tracker.take(row, incarnation);
    }
    this.rowsTaken = table.length;
  }

  /** Says that the table is complete: stray SYNs are folded back, roles are given. */
  finish(): GroupedConnections {
    if (this.complete !== null) return this.complete;
    this.advance();
    const foldedInto = foldStraySyns(this.incarnations, this.table.time);
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
    this.datagrams.finish();
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
    if ((table.marks[row] & Mark.NotSent) !== 0) return current;
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
    const { shown, initialSequence, firstSequence, next } = incarnations;
    const seq = table.sequenceNumber[row];
    const x = current * 2 + (table.flow[row] & 1);
    const y = x ^ 1;
    const sent = shown[x];
    const peerSent = shown[y];
    const hasEnded = incarnations.ended[current] !== 0;
    if ((sent & Shown.Initial) !== 0 && initialSequence[x] === seq) {
      const isGone = (incarnations.ended[current] & (1 << (x & 1))) !== 0;
      if (isGone && !this.isCopyOfSyn(row, current)) return this.start(flow, row, "same-isn-again", current);
      this.datagrams.take(row, current);
      return current;
    }
    const peerIsInSynSent =
      (peerSent & (Shown.Syn | Shown.SynAck | Shown.BeyondHandshake)) === Shown.Syn && !hasEnded;
    // A bare ACK moves nothing in SYN-SENT (RFC 9293 section 3.10.7.3, fifth check): the handshake is split.
    const hasTakenNumbers =
      (sent & Shown.Initial) !== 0 || ((sent & Shown.Next) !== 0 && next[x] !== firstSequence[x]);
    const home = incarnations.previous(current);
    // A SYN whose sender has gone on in the connection before is stray, and opens nothing with this one.
    const isPeerStray = home !== null && goesOn(incarnations, home, y & 1, current);
    if (!hasTakenNumbers && peerIsInSynSent && !isPeerStray) return current;
    if (!hasEnded && this.isCapturedLate(row, x, 1)) return current;
    return this.start(flow, row, this.reasonForReuse(row, current), current);
  }

  /**
   * Whether the SYN or SYN,ACK, the first of its direction, stands at most so many numbers before the first that was
   * captured of it.
   */
  private isCapturedLate(row: number, x: number, reach: number): boolean {
    const { shown, firstSequence, firstAck } = this.incarnations;
    const seq = this.table.sequenceNumber[row];
    if ((shown[x] & Shown.Initial) !== 0) return false;
    const isJustBefore = (number: number): boolean => isBefore(seq, number) && distance(seq, number) <= reach;
    const isFirst = (shown[x] & Shown.Sent) !== 0 && isJustBefore(firstSequence[x]);
    return isFirst || ((shown[x ^ 1] & Shown.FirstAck) !== 0 && isJustBefore(firstAck[x ^ 1]));
  }

  /**
   * Whether the SYN, which has the ISN of an attempt that ended, is a copy that the network or the capture made of it. A
   * host that tries a refused SYN again waits for longer than any timer (Windows half a second).
   */
  private isCopyOfSyn(row: number, current: number): boolean {
    const { firstRow, lastRow } = this.incarnations;
    const { time } = this.table;
    return (
      this.datagrams.has(row, current, firstRow[current]) ||
      time[row] - time[lastRow[current]] < SHORTEST_TIMER
    );
  }

  private forSynAck(row: number, flow: number, current: number): number {
    const { incarnations, table, fit } = this;
    const { shown, initialSequence } = incarnations;
    const x = current * 2 + (table.flow[row] & 1);
    const sent = shown[x];
    if (fit.answersSyn(row, current)) return current;
    const earlier = fit.answeredEarlier(row, current);
    if (earlier !== null) return earlier;
    const repeats = (sent & Shown.Initial) !== 0 && initialSequence[x] === table.sequenceNumber[row];
    // Without Y's SYN, the first SYN,ACK shows its number: another one with the same acknowledgment answers it too.
    const answersSameSyn =
      (shown[x ^ 1] & Shown.Initial) === 0 &&
      (sent & Shown.SynAck) !== 0 &&
      incarnations.firstAck[x] === table.acknowledgmentNumber[row];
    if (answersSameSyn || repeats) return current;
    const hasEnded = incarnations.ended[current] !== 0;
    // A server that has gone beyond the handshake cannot send another SYN,ACK in the same connection.
    const isRelative = (table.marks[incarnations.firstRow[current]] & RELATIVE) !== 0;
    const isCompared = (sent & Shown.Initial) !== 0 || !isRelative;
    const hasMovedOn =
      (sent & Shown.BeyondHandshake) !== 0 && isCompared && !this.isCapturedLate(row, x, FLIGHT);
    return hasEnded || hasMovedOn ? this.start(flow, row, "syn-not-captured", current) : current;
  }

  private forOther(row: number, flow: number, current: number): number {
    const { incarnations, table, fit } = this;
    if ((table.marks[row] & RELATIVE) !== 0) return current;
    const earlier = fit.closestEarlier(row, current);
    if (earlier !== null) return earlier;
    const isRst = (table.flags[row] & RST) !== 0;
    const isAnother = !isRst && incarnations.ended[current] !== 0 && fit.isFar(row, current);
    return isAnother ? this.start(flow, row, "mid-stream", current) : current;
  }

  private reasonForReuse(row: number, current: number): StartReason {
    const { incarnations, table } = this;
    if (incarnations.ended[current] === 0) return "reuse-while-open";
    const both = incarnations.shown[current * 2] & incarnations.shown[current * 2 + 1];
    const idle = table.time[row] - table.time[incarnations.lastRow[current]];
    return (both & Shown.Fin) !== 0 && idle < TIME_WAIT_LENGTH ? "reuse-in-time-wait" : "reuse-after-close";
  }
}
