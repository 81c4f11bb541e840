import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import { FATES } from "../analysis.ts";
import type { ArrowEvent } from "../arrows.ts";
import type { Precedence, Succession } from "../connections/succession.ts";
import type { Delivery } from "../delivery/delivery.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { coverUpTo, SaidSoFar } from "../exchange/said-so-far.ts";
import type { Resets } from "../resets/classify-resets.ts";
import { RetransmissionLimits } from "../retransmission-limit.ts";
import type { TcpState } from "../state.ts";
import type { InitialStates } from "./initial-states.ts";
import { Machine, type MoveEvidence } from "./machine.ts";
import { type OneDirection, findOneDirection } from "./one-direction.ts";
import type { Unreachable } from "./quoted-errors.ts";

export type End = 0 | 1;

const AWAITS_FIN: ReadonlySet<TcpState | null> = new Set<TcpState>([
  "ESTABLISHED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
]);
const AWAITS_ACK_OF_FIN: ReadonlySet<TcpState | null> = new Set<TcpState>([
  "FIN-WAIT-1",
  "CLOSING",
  "LAST-ACK",
]);

const UNKNOWN = FATES.indexOf("unknown");
const DELIVERED = FATES.indexOf("delivered");

/** What the machine knows of one end: what it has said so far, and what the whole capture shows of it. */
export class EndRecord extends SaidSoFar {
  /** What its SYN,ACK acknowledges; NaN if none was seen. */
  acknowledgedBySyn = Number.NaN;
  /** When it sent its last segment so far, in nanoseconds; NaN before, and where the time is not known. */
  spokeAt = Number.NaN;
  /** The highest acknowledgment number in what no RST refused, unwrapped. */
  acknowledgedUnrefused = Number.NaN;
  /** The segment that acknowledged its FIN; -1 = none yet. */
  finAcknowledgedBy = -1;
  /** When it entered TIME-WAIT, in nanoseconds; null if it is in another state, or the time is not known. */
  timeWaitSince: number | null = null;
  expectsChallengeAck = false;
  /** The stray SYN that it must challenge; -1 = none. */
  straySyn = -1;
  /** The number of its SYN,ACK, unwrapped; NaN if none was captured. */
  synAckStart = Number.NaN;
  /** The turn of its first SYN,ACK; infinite if none was captured. */
  synAckTurn = Number.POSITIVE_INFINITY;
  /** The number of its first RST, unwrapped; NaN if it sent none. */
  firstReset = Number.NaN;
  /** Whether any FIN of it was captured, and the turn of its last data. */
  hasFin = false;
  lastDataTurn = -1;
  /** The highest number, in the whole capture, before which it sent no FIN that the capture lacks; NaN: not known. */
  shownUpTo = Number.NaN;
  /** Its rows that are neither SYN nor RST, in order of sending. */
  readonly plainRows: number[] = [];
  private plainAt = 0;

  /** Position of its first segment beyond the handshake after `position`; null if there is none. */
  nextPlain(position: number, place: Uint32Array): number | null {
    for (; this.plainAt < this.plainRows.length; this.plainAt++) {
      const at = place[this.plainRows[this.plainAt]];
      if (at > position) return this.plainRows[this.plainAt] + 1;
    }
    return null;
  }
}

/** What the connections before and after on the same pair show. */
export interface Neighbours {
  /** A first SYN that the connection before challenged moved nobody. */
  readonly precedence: Precedence;
  /** What the next connection shows; null if there is none. */
  readonly succession: Succession | null;
  /** Its SYN is an old duplicate: the client waits for the answer to the SYN of the next connection (figure 8). */
  readonly isOldDuplicate: boolean;
}

/** Everything that the steps of one connection depend on. */
export interface StepInput {
  readonly exchange: Exchange;
  readonly resets: Resets;
  readonly delivery: Delivery;
  readonly initial: InitialStates;
  readonly neighbours: Neighbours;
  readonly unreachable: Unreachable | null;
}

/** What sending and receiving share: the machine, both ends, and the findings. */
export class StepContext {
  readonly exchange: Exchange;
  readonly resets: Resets;
  readonly delivery: Delivery;
  readonly initial: InitialStates;
  readonly neighbours: Neighbours;
  /** Set where the capture holds what one end sent, and nothing of the other. */
  readonly oneDirection: OneDirection | null;
  /** What ended the connect(); null: nothing did. */
  readonly unreachable: Unreachable | null;
  readonly machine: Machine;
  readonly limits: RetransmissionLimits;
  readonly ends: readonly [EndRecord, EndRecord] = [new EndRecord(), new EndRecord()];
  /** Bits of `Finding`, by row. */
  readonly findings: Uint16Array;
  /** A SYN carried data that was accepted: the server may speak in SYN-RECEIVED (RFC 7413). */
  usesFastOpen = false;

  constructor({ exchange, resets, delivery, initial, neighbours, unreachable }: StepInput) {
    this.exchange = exchange;
    this.resets = resets;
    this.delivery = delivery;
    this.initial = initial;
    this.neighbours = neighbours;
    this.unreachable = unreachable;
    this.machine = new Machine(initial);
    this.limits = new RetransmissionLimits(exchange);
    this.oneDirection = findOneDirection(exchange);
    this.findings = exchange.memory.uint16(exchange.length);
    for (let turn = 0; turn < exchange.length; turn++) this.noteRow(exchange.turns[turn], turn);
  }

  senderOf(row: number): End {
    return this.exchange.sender[row] === 0 ? 0 : 1;
  }

  receiverOf(row: number): End {
    return this.exchange.receiver[row] === 0 ? 0 : 1;
  }

  flagsOf(row: number): number {
    return this.exchange.flags[row];
  }

  timeOf(row: number): number {
    return this.exchange.columns.time[row];
  }

  isSkipped(row: number): boolean {
    return this.exchange.isInert[row] === 1;
  }

  /** Whether the captures show that its sender did not send the row. */
  isUnsent(row: number): boolean {
    return (this.exchange.columns.marks[row] & Mark.NotSent) !== 0;
  }

  stateOf(end: End): TcpState | null {
    return this.machine.state[end];
  }

  /** Whether the state of the end is only assumed: what leads out of it is no surer. */
  isAssumed(end: End): boolean {
    return this.machine.basis[end] === "assumed";
  }

  /**
   * How the state is known that the end leaves with the FIN or RST of the row: the segment is certain, but the arrow is no
   * surer than its tail (docs/state-machine.md 4.2).
   */
  basisOfLeaving(end: End, row: number): "sent" | "gap" | "assumed" {
    const basis = this.machine.basis[end];
    // A request sends no FIN: it becomes a socket first. A bare RST of its host says that it is gone, not since when (RFC
    // 9293 section 3.10.7.1). With one direction captured, it may have been accepted since.
    const isAbort = (this.flagsOf(row) & (RST | ACK)) === (RST | ACK);
    const isRequest = this.machine.isPassive[end] && !isAbort;
    const mayBeFurther = this.stateOf(end) === "SYN-RECEIVED" && (isRequest || this.oneDirection !== null);
    if (mayBeFurther || this.mayHaveMovedOn(end, row) || basis === "assumed") return "assumed";
    return basis === "gap" ? "gap" : "sent";
  }

  /**
   * Whether something that was sent to the end before the row, and is not known to have come, would have led it out of its
   * state: the FIN of its peer, captured or not, unless the row acknowledges less; or what acknowledges its SYN or FIN.
   */
  private mayHaveMovedOn(end: End, row: number): boolean {
    const own = this.ends[end];
    const peer = this.ends[end === 0 ? 1 : 0];
    const state = this.stateOf(end);
    if (state === "SYN-RECEIVED") return peer.acknowledgedUnrefused > own.synStart;
    if (AWAITS_ACK_OF_FIN.has(state) && peer.acknowledged >= own.finEnd) return true;
    if (!AWAITS_FIN.has(state)) return false;
    const isBeforeFin = Number.isNaN(peer.finEnd) || this.exchange.ack[row] < peer.finEnd;
    return own.acknowledged > peer.shownUpTo || !isBeforeFin;
  }

  /** ISS < SEG.ACK =< SND.NXT (RFC 9293 section 3.10.7.3); true where the SYN of that end was not captured. */
  acknowledgesSyn(row: number, end: End): boolean {
    const { synStart, next } = this.ends[end];
    const ack = this.exchange.ack[row];
    return Number.isNaN(synStart) || (ack > synStart && ack <= next);
  }

  /** The challenge ACK that answers it shows that a stray SYN came (RFC 5961 section 4.2). */
  noteArrival(row: number): void {
    const { fate, arrivesAt } = this.delivery;
    if (fate[row] !== UNKNOWN) return;
    fate[row] = DELIVERED;
    arrivesAt[row] = row + 1;
  }

  find(row: number, finding: number): void {
    this.findings[row] = this.findings[row] | finding;
  }

  /** An event after which the end is in one of two states, and nothing tells in which. */
  doubt(
    event: ArrowEvent,
    end: End,
    row: number,
    position: number,
    either: readonly [TcpState, TcpState],
  ): void {
    const causedBy = this.senderOf(row) === end || row + 1 === position ? null : row + 1;
    this.machine.move(event, end, { position, basis: "assumed", causedBy, either });
  }

  /** An event that a sent segment itself shows. Returns whether it moved the end. */
  send(
    event: ArrowEvent,
    end: End,
    position: number,
    basis: "sent" | "gap" | "assumed" = "sent",
    causedBy: number | null = null,
  ): boolean {
    return this.machine.move(event, end, { position, basis, causedBy });
  }

  /**
   * Applies the event that the arrival of a row is. Returns whether it moved the end.
   * @param provedBy position; 0 or null: nothing proves it
   */
  receive(event: ArrowEvent, end: End, row: number, position: number, provedBy: number | null): boolean {
    if (this.meetsNextAttempt(end, row)) return false;
    const isProved = provedBy !== null && provedBy > 0;
    const hasArrived = this.delivery.seen?.isSeen[row] === 1 && (isProved || !this.mayDropSilently(end));
    const evidence: MoveEvidence = {
      position,
      basis: hasArrived ? "arrived" : isProved ? "proved" : "assumed",
      causedBy: row + 1 === position ? null : row + 1,
      provedBy: isProved ? provedBy : null,
    };
    const isMoved = this.machine.move(event, end, evidence);
    // A FIN that comes again restarts the wait (RFC 9293 section 3.10.7.4).
    if (isMoved && this.stateOf(end) === "TIME-WAIT") {
      this.ends[end].timeWaitSince = timeOrNull(this.timeOf(position - 1));
    }
    return isMoved;
  }

  /**
   * Whether the row finds that its receiver has opened the next connection: it was sent too shortly before that to have come
   * first. In SYN-SENT it is refused (RFC 9293 section 3.10.7.3, first check).
   */
  private meetsNextAttempt(end: End, row: number): boolean {
    const { succession } = this.neighbours;
    if (succession === null || succession.opener !== end || this.delivery.provedBy[row] !== 0) return false;
    return succession.time - this.timeOf(row) < this.delivery.crossing[end];
  }

  /**
   * Whether the end may drop what comes without a word: a listener whose queue is full, of whom nothing shows later that
   * it has accepted.
   */
  private mayDropSilently(end: End): boolean {
    const hasSpoken = this.resets.lastPlainTurn[end] > 0;
    return this.machine.isPassive[end] && this.stateOf(end) === "SYN-RECEIVED" && !hasSpoken;
  }

  /** Whether the FIN of the row takes effect: everything before it has arrived. */
  hasEffectiveFin(row: number): boolean {
    return (this.flagsOf(row) & FIN) !== 0 && this.delivery.fate[row] !== UNKNOWN;
  }

  /**
   * Whether a pure ACK that acknowledges nothing beyond what the SYN,ACK of its sender did. In SYN-RECEIVED, too, what is
   * not acceptable is answered so: a RST, or the SYN of the next connection (RFC 9293 section 3.10.7.4, first and fourth
   * check; RFC 5961). It does not show that its sender has left that state.
   */
  private tellsNothingNew(row: number, { acknowledgedBySyn }: EndRecord): boolean {
    return isPureAck(this, row) && this.exchange.ack[row] === acknowledgedBySyn;
  }

  private noteRow(row: number, turn: number): void {
    const flags = this.flagsOf(row);
    if (this.isSkipped(row) || this.isUnsent(row)) return;
    const end = this.ends[this.senderOf(row)];
    if ((flags & RST) !== 0) {
      if (Number.isNaN(end.firstReset)) end.firstReset = this.exchange.start[row];
      return;
    }
    if ((flags & SYN) === 0 && !this.tellsNothingNew(row, end)) end.plainRows.push(row);
    if ((flags & (SYN | ACK)) === (SYN | ACK)) {
      end.acknowledgedBySyn = this.exchange.ack[row];
      end.synAckStart = this.exchange.start[row];
      end.synAckTurn = Math.min(end.synAckTurn, turn);
    }
    if ((flags & FIN) !== 0) end.hasFin = true;
    if (this.exchange.columns.payloadLength[row] > 0) end.lastDataTurn = turn;
    end.shownUpTo = coverUpTo(this.exchange, row, end.shownUpTo);
  }
}

/** Whether a pure ACK: no data, no SYN, FIN or RST. */
export function isPureAck(context: StepContext, row: number): boolean {
  const { start, end } = context.exchange;
  return (context.flagsOf(row) & (ACK | RST)) === ACK && start[row] === end[row];
}

/** A time of the column; null for NaN. */
export function timeOrNull(time: number): number | null {
  return Number.isNaN(time) ? null : time;
}
