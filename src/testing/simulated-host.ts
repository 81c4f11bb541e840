import { ACK, FIN, PSH, RST, SYN } from "../segments/flags.ts";
import { distance } from "../segments/sequence-number.ts";
import type { TcpState } from "../tcp/state.ts";
import { ReceiveQueue } from "./receive-queue.ts";
import { RetransmissionQueue, type Unacknowledged } from "./retransmission-queue.ts";
import type { Surroundings, TrueMove, WireSegment } from "./simulated-surroundings.ts";

const MSS = 100;
const TIME_WAIT = 60;

/**
 * One end of a connection as RFC 9293 and Linux do it, as far as states, sequence numbers, retransmission and resets go.
 * Numbers inside are offsets from the initial sequence numbers.
 */
export class SimulatedHost {
  state: TcpState;
  readonly initial: TcpState;
  readonly moves: TrueMove[] = [];

  private readonly world: Surroundings;
  readonly isn: number;
  private peerIsn = 0;
  private readonly isPassive: boolean;
  private sndUna = 0;
  private sndNxt = 0;
  private rcvNxt = 0;
  private queued = 0;
  private wantsFin = false;
  private hasClosedFully = false;
  private readonly unacknowledged: RetransmissionQueue;
  private readonly outOfOrder = new ReceiveQueue();
  private ackTimer = 0;
  private timeWait = 0;
  private echo = 0;
  private readonly delaysAcks: boolean;

  constructor(
    world: Surroundings,
    options: { readonly isn: number; readonly listens: boolean; readonly delaysAcks: boolean },
  ) {
    this.world = world;
    this.isn = options.isn;
    this.isPassive = options.listens;
    this.delaysAcks = options.delaysAcks;
    this.initial = options.listens ? "LISTEN" : "CLOSED";
    this.state = this.initial;
    this.unacknowledged = new RetransmissionQueue({
      after: world.after.bind(world),
      firstWait: () => (this.sndUna === 0 ? 1 : 0.4),
      repeat: (segment) => this.repeat(segment),
      giveUp: () => this.end(this.stateOfFailedOpen(), true),
    });
  }

  connect(): void {
    if (this.state !== "CLOSED") return;
    this.become("SYN-SENT");
    this.sendNew(SYN, 0);
  }

  send(octets: number): void {
    if (this.wantsFin || !this.isOpen()) return;
    this.queued += octets;
    this.push();
  }

  /** shutdown(SHUT_WR), or close() when `fully`: then arriving data is answered with a RST. */
  close(fully: boolean): void {
    if (this.wantsFin || !this.isOpen()) return;
    this.wantsFin = true;
    this.hasClosedFully = fully;
    this.push();
  }

  abort(): void {
    if (!this.isOpen() && this.state !== "FIN-WAIT-1" && this.state !== "FIN-WAIT-2") return;
    this.emit(RST | ACK, this.sndNxt, 0);
    this.end("CLOSED", false);
  }

  /** Drops what is left of this connection, because the pair is used again. */
  vanish(): void {
    if (this.state !== "CLOSED" && this.state !== "LISTEN") this.end("CLOSED", false);
  }

  receive(segment: WireSegment): void {
    if (this.state === "CLOSED") this.refuse(segment);
    else if (this.state === "LISTEN") this.receiveInListen(segment);
    else if (this.state === "SYN-SENT") this.receiveInSynSent(segment);
    else this.receiveSynchronized(segment);
  }

  private isOpen(): boolean {
    return this.state === "ESTABLISHED" || this.state === "CLOSE-WAIT";
  }

  private become(to: TcpState, isSilent = false): void {
    this.moves.push({ at: this.world.now(), from: this.state, to, isSilent });
    this.state = to;
  }

  private end(to: TcpState, isSilent: boolean): void {
    this.become(to, isSilent);
    this.unacknowledged.clear();
    this.outOfOrder.clear();
    this.ackTimer++;
    if (to === "LISTEN") this.sndNxt = this.sndUna = 0;
  }

  private emit(flags: number, offset: number, length: number): void {
    this.ackTimer++;
    this.world.transmit({
      flags,
      seq: (this.isn + offset) >>> 0,
      ack: (flags & ACK) === 0 ? 0 : (this.peerIsn + this.rcvNxt) >>> 0,
      length,
      timestampValue: Math.round(this.world.now() * 1000) >>> 0,
      timestampEcho: (flags & ACK) === 0 ? 0 : this.echo,
    });
  }

  private sendNew(flags: number, length: number): void {
    const start = this.sndNxt;
    const end = start + length + ((flags & (SYN | FIN)) === 0 ? 0 : 1);
    this.unacknowledged.push({ start, end, flags });
    this.sndNxt = end;
    this.emit(flags, start, length);
    if (this.unacknowledged.length === 1) this.unacknowledged.startTimer();
  }

  private push(): void {
    if (this.state !== "ESTABLISHED" && this.state !== "CLOSE-WAIT") return;
    while (this.queued > 0 && this.unacknowledged.length < 8) {
      const length = Math.min(MSS, this.queued);
      this.queued -= length;
      const carriesFin = this.queued === 0 && this.wantsFin && length < MSS;
      if (carriesFin) this.become(this.state === "ESTABLISHED" ? "FIN-WAIT-1" : "LAST-ACK");
      this.sendNew(carriesFin ? FIN | PSH | ACK : PSH | ACK, length);
      if (carriesFin) return;
    }
    if (this.queued > 0 || !this.wantsFin) return;
    this.become(this.state === "ESTABLISHED" ? "FIN-WAIT-1" : "LAST-ACK");
    this.sendNew(FIN | ACK, 0);
  }

  private repeat({ start, end, flags }: Unacknowledged): void {
    const controls = (flags & (SYN | FIN)) === 0 ? 0 : 1;
    this.emit(this.withAck(flags), start, end - start - controls);
  }

  /** A passive opener listens again. */
  private stateOfFailedOpen(): TcpState {
    return this.state === "SYN-RECEIVED" && this.isPassive ? "LISTEN" : "CLOSED";
  }

  /** A SYN of a simultaneous open is repeated as SYN,ACK once the peer's SYN has come. */
  private withAck(flags: number): number {
    return flags === SYN && this.state === "SYN-RECEIVED" ? SYN | ACK : flags;
  }

  private refuse({ flags, seq, ack, length }: WireSegment): void {
    if ((flags & RST) !== 0) return;
    const end = (seq + length + ((flags & SYN) === 0 ? 0 : 1) + ((flags & FIN) === 0 ? 0 : 1)) >>> 0;
    const reply =
      (flags & ACK) === 0 ? { flags: RST | ACK, seq: 0, ack: end } : { flags: RST, seq: ack, ack: 0 };
    this.world.transmit({ ...reply, length: 0, timestampValue: 0, timestampEcho: 0 });
  }

  private receiveInListen(segment: WireSegment): void {
    if ((segment.flags & RST) !== 0) return;
    if ((segment.flags & ACK) !== 0) {
      this.refuse(segment);
      return;
    }
    if ((segment.flags & SYN) === 0) return;
    this.peerIsn = segment.seq;
    this.rcvNxt = 1;
    this.echo = segment.timestampValue;
    this.become("SYN-RECEIVED");
    this.sendNew(SYN | ACK, 0);
  }

  private receiveInSynSent(segment: WireSegment): void {
    const { flags } = segment;
    const hasAck = (flags & ACK) !== 0;
    const isAcceptable = hasAck && distance(this.isn, segment.ack) === 1;
    if (hasAck && !isAcceptable) {
      if ((flags & RST) === 0) this.refuse(segment);
      return;
    }
    if ((flags & RST) !== 0) {
      if (isAcceptable) this.end("CLOSED", false);
      return;
    }
    if ((flags & SYN) === 0) return;
    this.peerIsn = segment.seq;
    this.rcvNxt = 1;
    this.echo = segment.timestampValue;
    if (!hasAck) {
      this.become("SYN-RECEIVED");
      this.emit(SYN | ACK, 0, 0);
      return;
    }
    this.acknowledge(1);
    this.become("ESTABLISHED");
    this.emit(ACK, this.sndNxt, 0);
    this.world.onEstablished();
  }

  private receiveSynchronized(segment: WireSegment): void {
    const { flags } = segment;
    const start = distance(this.peerIsn, segment.seq);
    if ((flags & RST) !== 0) {
      this.receiveReset(start);
      return;
    }
    if ((flags & SYN) !== 0) {
      this.receiveSyn(segment, start);
      return;
    }
    if ((flags & ACK) === 0) return;
    const ack = distance(this.isn, segment.ack);
    if (ack > this.sndNxt || start > this.rcvNxt + 65535) {
      this.emit(ACK, this.sndNxt, 0);
      return;
    }
    if (this.state === "SYN-RECEIVED") {
      if (ack < 1) return;
      this.become("ESTABLISHED");
      this.acknowledge(ack);
      this.world.onEstablished();
    } else {
      this.acknowledge(ack);
    }
    if (this.state !== "CLOSED") this.receiveText(segment, start);
  }

  private receiveReset(start: number): void {
    if (start === this.rcvNxt) {
      this.end(this.stateOfFailedOpen(), false);
    } else if (start > this.rcvNxt && start < this.rcvNxt + 65535) {
      this.emit(ACK, this.sndNxt, 0);
    }
  }

  private receiveSyn(segment: WireSegment, start: number): void {
    if (this.state !== "SYN-RECEIVED" || start !== 0) {
      this.emit(ACK, this.sndNxt, 0);
      return;
    }
    if ((segment.flags & ACK) === 0) {
      this.emit(SYN | ACK, 0, 0);
      return;
    }
    if (distance(this.isn, segment.ack) !== 1) return;
    this.acknowledge(1);
    this.become("ESTABLISHED");
    this.emit(ACK, this.sndNxt, 0);
    this.world.onEstablished();
  }

  private acknowledge(ack: number): void {
    if (ack <= this.sndUna) return;
    this.sndUna = ack;
    const isFinAcknowledged = this.wantsFin && this.queued === 0 && ack === this.sndNxt;
    this.unacknowledged.acknowledge(ack);
    if (isFinAcknowledged && this.state === "FIN-WAIT-1") this.become("FIN-WAIT-2");
    else if (isFinAcknowledged && this.state === "CLOSING") this.enterTimeWait();
    else if (isFinAcknowledged && this.state === "LAST-ACK") this.end("CLOSED", false);
    else this.push();
  }

  private enterTimeWait(): void {
    if (this.state !== "TIME-WAIT") this.become("TIME-WAIT");
    const timeWait = ++this.timeWait;
    this.world.after(TIME_WAIT, () => {
      if (timeWait === this.timeWait && this.state === "TIME-WAIT") this.end("CLOSED", true);
    });
  }

  private receiveText(segment: WireSegment, start: number): void {
    const hasFin = (segment.flags & FIN) !== 0;
    const end = start + segment.length + (hasFin ? 1 : 0);
    if (end === start) {
      if (start < this.rcvNxt) this.emit(ACK, this.sndNxt, 0);
      return;
    }
    if (end <= this.rcvNxt) {
      this.emit(ACK, this.sndNxt, 0);
      if (this.state === "TIME-WAIT" && hasFin) this.enterTimeWait();
      return;
    }
    const isDeaf = this.hasClosedFully && (this.state === "FIN-WAIT-1" || this.state === "FIN-WAIT-2");
    if (isDeaf && segment.length > 0) {
      this.refuse(segment);
      this.end("CLOSED", false);
      return;
    }
    if (start > this.rcvNxt) {
      this.outOfOrder.hold({ start, end, hasFin });
      this.emit(ACK, this.sndNxt, 0);
      return;
    }
    this.echo = segment.timestampValue;
    this.takeInSequence(end, hasFin);
  }

  private takeInSequence(end: number, hasFin: boolean): void {
    const taken = this.outOfOrder.takeFrom(end);
    this.rcvNxt = taken.next;
    if (hasFin || taken.hasFin) {
      this.receiveFin();
      return;
    }
    if (!this.delaysAcks) {
      this.emit(ACK, this.sndNxt, 0);
      return;
    }
    const timer = ++this.ackTimer;
    this.world.after(0.04, () => {
      if (timer === this.ackTimer && this.state !== "CLOSED") this.emit(ACK, this.sndNxt, 0);
    });
  }

  private receiveFin(): void {
    if (this.state === "ESTABLISHED") this.become("CLOSE-WAIT");
    else if (this.state === "FIN-WAIT-1") this.become("CLOSING");
    else if (this.state === "FIN-WAIT-2") this.enterTimeWait();
    this.emit(ACK, this.sndNxt, 0);
    if (this.state === "CLOSE-WAIT") this.world.onEndOfStream();
  }
}
