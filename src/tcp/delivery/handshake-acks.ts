import { ACK, FIN, SYN } from "../../segments/flags.ts";
import type { Exchange } from "../exchange/exchange.ts";

/**
 * The most acknowledgments of a SYN,ACK that are kept for contradiction, so that a hostile capture costs linear time.
 */
const CLAIMS = 64;

interface Verdicts {
  /** The acknowledgment arrives at that position, or at the row's own. */
  deliverAcknowledgment(row: number, at: number): void;
  loseAcknowledgment(row: number): void;
  /** At least one of the rows has arrived, because the peer went on. */
  guaranteeAcknowledgment(rows: readonly number[]): void;
}

/**
 * Acknowledgments that are contradicted because the peer repeats what they acknowledge, a SYN,ACK or a FIN:
 * docs/state-machine.md 5.2. Takes the rows in the order of sending.
 */
export class HandshakeAcks {
  private readonly exchange: Exchange;
  private readonly verdicts: Verdicts;
  private readonly ends: readonly [EndAcks, EndAcks] = [new EndAcks(), new EndAcks()];

  constructor(exchange: Exchange, verdicts: Verdicts) {
    this.exchange = exchange;
    this.verdicts = verdicts;
  }

  take(row: number): void {
    const { columns, sender, receiver, end, copyOf, sentSyn } = this.exchange;
    const x = sender[row] === 0 ? 0 : 1;
    const own = this.ends[x];
    const peer = this.ends[receiver[row] === 0 ? 0 : 1];
    const flags = columns.flags[row];
    const isSyn = (flags & SYN) !== 0;
    const hasAck = (flags & ACK) !== 0;
    if (isSyn && !hasAck) own.syns++;
    if (isSyn && hasAck) own.synAcks++;
    const isSecondSyn = isSyn && hasAck && sentSyn[x];
    if (isSyn && hasAck && (copyOf[row] !== 0 || isSecondSyn)) this.contradictHandshake(row, own, peer);
    if ((flags & FIN) !== 0 && copyOf[row] !== 0) this.contradictClose(row, peer);
    if ((flags & FIN) !== 0) own.finEnd = end[row];
    if (!isSyn) this.takePlain(own, peer);
    if (!hasAck || (isSyn && !isSecondSyn)) return;
    if (!peer.isPlain && own.handshake.length < CLAIMS) own.handshake.push(row);
    if (this.exchange.ack[row] >= peer.finEnd) own.close.push(row);
  }

  /** `own` repeats its SYN,ACK at `row`, so the peer's acknowledgments had not arrived by then. */
  private contradictHandshake(row: number, own: EndAcks, peer: EndAcks): void {
    const { ack, start, place } = this.exchange;
    const at = place[row];
    const isCrossing = own.synAcks <= peer.syns;
    const kept: number[] = [];
    for (const claim of peer.handshake) {
      if (!(ack[claim] > start[row])) continue;
      if (isCrossing) {
        this.verdicts.deliverAcknowledgment(claim, at);
        kept.push(claim);
      } else {
        this.verdicts.loseAcknowledgment(claim);
        peer.lostHandshake = claim;
        peer.lostAt = at;
        peer.hasSpokenSince = false;
      }
    }
    peer.handshake = kept;
  }

  private contradictClose(row: number, peer: EndAcks): void {
    const { ack, end } = this.exchange;
    for (const claim of peer.close) {
      if (ack[claim] >= end[row]) this.verdicts.loseAcknowledgment(claim);
    }
    peer.close = [];
  }

  /**
   * The end goes on beyond its SYN,ACK, so one acknowledgment of it has arrived. If all were contradicted and none
   * was sent since, the last one had only crossed the repetition.
   */
  private takePlain(own: EndAcks, peer: EndAcks): void {
    const isFirst = !own.isPlain && own.synAcks > 0;
    if (isFirst && peer.lostHandshake >= 0 && !peer.hasSpokenSince) {
      this.verdicts.deliverAcknowledgment(peer.lostHandshake, peer.lostAt);
    }
    if (isFirst && peer.handshake.length > 0) this.verdicts.guaranteeAcknowledgment(peer.handshake);
    own.isPlain = true;
    if (own.lostHandshake >= 0) own.hasSpokenSince = true;
  }
}

class EndAcks {
  syns = 0;
  synAcks = 0;
  /** Whether it has sent anything but SYNs. */
  isPlain = false;
  finEnd = Number.POSITIVE_INFINITY;
  /** Its pure ACKs that the peer may still contradict. */
  handshake: number[] = [];
  close: number[] = [];
  /** Its last ACK that a repeated SYN,ACK contradicted, and where. */
  lostHandshake = -1;
  lostAt = 0;
  hasSpokenSince = false;
}
