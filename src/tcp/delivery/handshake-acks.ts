import { ACK, FIN, SYN } from "../../segments/flags.ts";
import { distance } from "../../segments/sequence-number.ts";
import { Timestamps } from "../../segments/timestamps.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { SaidSoFar } from "../exchange/said-so-far.ts";
import type { Copies } from "../resets/own-copies.ts";

/** Read anew for each comparison. */
const OWN = new Timestamps();
const OTHER = new Timestamps();

/**
 * The most acknowledgments of a SYN,ACK or a FIN that are kept for contradiction, so that a hostile capture costs
 * linear time.
 */
const CLAIMS = 64;

interface AcknowledgmentSink {
  /** The acknowledgment arrives at that position, or at the row's own. */
  deliverAcknowledgment(row: number, at: number): void;
  loseAcknowledgment(row: number): void;
  /** It is open whether this one arrived or a later one. */
  doubt(row: number): void;
  /** The segment arrived after its receiver was gone. */
  ignore(row: number): void;
  /** At least one of the rows has arrived, because the peer went on. */
  guaranteeAcknowledgment(rows: readonly number[]): void;
}

interface HandshakeInput {
  readonly exchange: Exchange;
  readonly sink: AcknowledgmentSink;
  readonly copies: Copies;
  /** What each end has said before the row at hand. */
  readonly said: readonly [SaidSoFar, SaidSoFar];
  /** Shortest time so far, in nanoseconds, from a segment to the answer of that end; NaN if unknown. */
  readonly turnaround: (end: 0 | 1) => number;
}

/**
 * Acknowledgments that are contradicted because the peer repeats what they acknowledge, a SYN,ACK or a FIN, or because
 * its RST shows that it was gone before: docs/state-machine.md 5.2. Takes the rows in the order of sending.
 */
export class HandshakeAcks {
  private readonly exchange: Exchange;
  private readonly sink: AcknowledgmentSink;
  private readonly copies: Copies;
  private readonly turnaround: (end: 0 | 1) => number;
  private readonly ends: readonly [EndAcks, EndAcks];

  constructor({ exchange, sink, copies, said, turnaround }: HandshakeInput) {
    this.exchange = exchange;
    this.sink = sink;
    this.copies = copies;
    this.ends = [new EndAcks(said[0]), new EndAcks(said[1])];
    this.turnaround = turnaround;
  }

  /** Takes a segment that is no RST, before what its sender has said holds it. */
  take(row: number): void {
    const { sender, receiver, sentSyn, flags, ack } = this.exchange;
    const x = sender[row] === 0 ? 0 : 1;
    const own = this.ends[x];
    const peer = this.ends[receiver[row] === 0 ? 0 : 1];
    const isSyn = (flags[row] & SYN) !== 0;
    const hasAck = (flags[row] & ACK) !== 0;
    const cause = this.copies.causeOf(row);
    const isRepeated = cause === "timer" || cause === "answer";
    const isSecondSyn = isSyn && hasAck && sentSyn[x];
    if (isSyn && hasAck && isRepeated) this.contradictHandshake(row, peer, cause, isSecondSyn);
    if ((flags[row] & FIN) !== 0 && isRepeated) this.contradictClose(row, peer);
    if (!isSyn) this.takePlain(own, peer);
    if (!hasAck || (isSyn && !isSecondSyn)) return;
    if (!peer.said.isPlain && own.handshake.length < CLAIMS) own.handshake.push(row);
    if (ack[row] >= peer.said.finEnd && own.close.length < CLAIMS) own.close.push(row);
  }

  /**
   * Takes the RST with which an end leaves. It shows how much its sender had received: a bare one carries the
   * acknowledgment number of the segment that it answers (RFC 9293 section 3.10.7.1). So a number below the end of
   * the own FIN is that of a segment sent before the FIN was acknowledged, and what was sent after that segment found
   * the connection gone.
   * @param answered the row that it answers; -1 = unknown
   */
  takeLastReset(row: number, answered: number): void {
    const { sender, receiver, start, flags } = this.exchange;
    const x = sender[row] === 0 ? 0 : 1;
    const { finEnd, acknowledged } = this.ends[x].said;
    const peer = this.ends[receiver[row] === 0 ? 0 : 1];
    this.refuteByStranger(row, answered, this.ends[x], peer);
    // In LAST-ACK and CLOSING that ACK changes the state, whether the RST answers it or an older segment.
    if (acknowledged >= peer.said.finEnd) return;
    const isBare = (flags[row] & ACK) === 0;
    peer.close = peer.close.filter((claim) => {
      const isBeforeFin = Number.isNaN(finEnd) || start[row] < finEnd;
      const isRefuted = isBare ? isBeforeFin && claim > answered : this.leftBefore(row, claim, x);
      if (isRefuted) this.sink.ignore(claim);
      return !isRefuted;
    });
  }

  /**
   * An end that had to repeat its SYN,ACK, and then knows nothing of the connection, has given it up in between: no
   * acknowledgment before what it answers so had come (RFC 9293 section 3.10.7.1).
   */
  private refuteByStranger(row: number, answered: number, own: EndAcks, peer: EndAcks): void {
    const isStranger = (this.exchange.flags[row] & ACK) === 0 && own.said.hasSynAck && !own.said.isPlain;
    if (!isStranger || answered < 0 || peer.lostHandshake < 0) return;
    for (const claim of peer.handshake) this.sink.loseAcknowledgment(claim);
    peer.handshake = [];
  }

  /**
   * Whether the row, of end `x`, was sent before the claim had arrived there: it echoes an older timestamp, or came
   * too soon.
   */
  private leftBefore(row: number, claim: number, x: 0 | 1): boolean {
    const { columns } = this.exchange;
    OWN.read(columns, row);
    OTHER.read(columns, claim);
    // A segment beyond a hole does not update TS.Recent (RFC 7323 section 4.3).
    const isEchoed = this.exchange.start[claim] <= this.ends[x].said.acknowledged;
    if (isEchoed && OWN.isPresent && OTHER.isPresent) return distance(OWN.echoReply, OTHER.value) > 0;
    return this.waitBetween(claim, row) < this.turnaround(x);
  }

  /**
   * The SYN,ACK is repeated at `row`, so the peer's acknowledgments had not arrived when it was sent. What its timer
   * repeats waited long enough for them; the answer to a SYN did not, because that SYN was sent before them.
   */
  private contradictHandshake(
    row: number,
    peer: EndAcks,
    cause: "timer" | "answer",
    isSecondSyn: boolean,
  ): void {
    const { ack, start, place } = this.exchange;
    const at = place[row];
    const kept: number[] = [];
    for (const claim of peer.handshake) {
      if (!(ack[claim] > start[row])) continue;
      if (!isSecondSyn && this.isCrossing(row, claim)) {
        kept.push(claim);
      } else if (cause === "answer") {
        this.sink.deliverAcknowledgment(claim, at);
        kept.push(claim);
      } else {
        this.sink.loseAcknowledgment(claim);
        peer.lostHandshake = claim;
        peer.lostAt = at;
        peer.hasSpokenSince = false;
      }
    }
    peer.handshake = kept;
  }

  /** Whether the repetition was sent before the claim could arrive, so that it contradicts nothing. */
  private isCrossing(row: number, claim: number): boolean {
    return this.waitBetween(claim, row) < this.turnaround(this.exchange.sender[row] === 0 ? 0 : 1);
  }

  private waitBetween(from: number, to: number): number {
    const { time } = this.exchange.columns;
    return time[to] - time[from];
  }

  private contradictClose(row: number, peer: EndAcks): void {
    const { ack, end } = this.exchange;
    peer.close = peer.close.filter((claim) => {
      if (!(ack[claim] >= end[row])) return false;
      const isCrossing = this.isCrossing(row, claim);
      if (isCrossing) this.sink.doubt(claim);
      else this.sink.loseAcknowledgment(claim);
      return isCrossing;
    });
  }

  /**
   * The end goes on beyond its SYN,ACK, so one acknowledgment of it has arrived. If all were contradicted and none
   * was sent since, the last one had only crossed the repetition.
   */
  private takePlain(own: EndAcks, peer: EndAcks): void {
    const isFirst = !own.said.isPlain && own.said.hasSynAck;
    if (isFirst && peer.lostHandshake >= 0 && !peer.hasSpokenSince) {
      this.sink.deliverAcknowledgment(peer.lostHandshake, peer.lostAt);
    }
    if (isFirst && peer.handshake.length > 0) this.sink.guaranteeAcknowledgment(peer.handshake);
    if (own.lostHandshake >= 0) own.hasSpokenSince = true;
  }
}

class EndAcks {
  readonly said: SaidSoFar;
  /** Its pure ACKs that the peer may still contradict. */
  handshake: number[] = [];
  close: number[] = [];
  /** Its last ACK that a repeated SYN,ACK contradicted, and where. */
  lostHandshake = -1;
  lostAt = 0;
  hasSpokenSince = false;

  constructor(said: SaidSoFar) {
    this.said = said;
  }
}
