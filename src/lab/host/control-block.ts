import { assert } from "../../base/assert.ts";
import { ACK } from "../../segments/flags.ts";
import { advance } from "../../segments/sequence-number.ts";
import { usedShift } from "../../segments/sequence-space.ts";
import { type Arrow, type ArrowEvent, type ArrowId, arrow, arrowFor } from "../../tcp/arrows.ts";
import type { TcpState } from "../../tcp/state.ts";
import type { Cause } from "../script/script.ts";
import { AckPolicy } from "./ack-policy.ts";
import type { Profile } from "./profile.ts";
import { ReceiveBuffer } from "./receive-buffer.ts";
import { RoundTrip } from "./round-trip.ts";
import type { LabOptions, LabSegment } from "./segment.ts";
import { SendQueue } from "./send-queue.ts";
import { type Clock, Timer } from "./timer.ts";

/** What a control block needs of its host. */
export interface Surroundings extends Clock {
  readonly profile: Profile;
  /** The MSS that both hosts announce. */
  readonly mss: number;
  /** Receive buffer in octets. */
  readonly window: number;
  /** Copies after which a host gives up, whatever the profile says; null: what it says. */
  readonly retries: number | null;
  /** Copies of a SYN that leave before its timeout doubles. */
  readonly linear: number;
  /** Puts a segment on the wire. */
  transmit(segment: LabSegment): void;
  /** The block took an arrow. */
  moved(move: BlockMove): void;
  /** Something happened that a call may wait for. `gone`: the connection ended. */
  notify(event: Exclude<Cause["kind"], "read"> | "data" | "gone"): void;
}

/** One step along the transition table. */
export interface BlockMove {
  readonly arrow: ArrowId;
  readonly from: TcpState;
  readonly to: TcpState;
  readonly via: TcpState | null;
}

/**
 * The variables of one connection at one end (RFC 9293 section 3.3.1), and its state, which moves only along the
 * transition table. Numbers inside are offsets from the initial sequence numbers.
 */
export class ControlBlock {
  state: TcpState;
  /** A reset in SYN-RECEIVED takes a passive opener back to LISTEN. */
  isPassive: boolean;
  isn = 0;
  peerIsn = 0;
  /** SND.WND, and the segment that it comes from: SND.WL1, SND.WL2. */
  sendWindow = 0;
  windowSequence = 0;
  windowAcknowledgment = 0;
  /** MAX.SND.WND: how far behind SND.UNA an acknowledgment may still be (RFC 9293 section 3.10.7.4, fifth). */
  largestWindow = 0;
  /** When it last challenged a segment; null: never. */
  challengedAt: number | null = null;
  /** Shift of the windows that come, and of those that go; both 0 unless both SYNs offer one. */
  private peerShift = 0;
  private ownShift = 0;
  /** Octets of data that fit into a segment to the other end. */
  segmentSize: number;
  hasTimestamps = false;
  /** TS.Recent and Last.ACK.sent (RFC 7323 section 4.3). */
  private echo = 0;
  private acknowledged = 0;
  /** The program has closed for good: data that comes is answered with a RST (RFC 9293 section 3.6.1). */
  isOrphan = false;
  /** SND.UNA, SND.NXT and all that is not acknowledged. */
  readonly sending: SendQueue;
  readonly receiving: ReceiveBuffer;
  readonly roundTrip: RoundTrip;
  readonly acks: AckPolicy;
  readonly retransmission: Timer;
  readonly persist: Timer;
  readonly wait: Timer;
  readonly keepalive: Timer;
  /** Silence before a keep-alive, in nanoseconds; null: none are sent. */
  keepaliveIdle: number | null = null;
  unansweredProbes = 0;
  persistTimeouts = 0;
  /** Its SYN, or SYN,ACK, was sent more than once. */
  hasRepeatedSyn = false;
  /** The options of the other end's SYN. */
  peerOffers: LabOptions = {};
  readonly initial: "LISTEN" | "CLOSED";
  readonly world: Surroundings;

  constructor(world: Surroundings, state: "LISTEN" | "CLOSED") {
    this.world = world;
    this.initial = state;
    this.state = state;
    this.isPassive = state === "LISTEN";
    this.segmentSize = world.mss;
    this.sending = new SendQueue();
    this.receiving = new ReceiveBuffer(world.window, world.mss);
    this.roundTrip = new RoundTrip(world.profile);
    this.acks = new AckPolicy(world, this.roundTrip);
    this.retransmission = new Timer(world);
    this.persist = new Timer(world);
    this.wait = new Timer(world);
    this.keepalive = new Timer(world);
  }

  /** Whether the table has an arrow for the event in this state. */
  can(event: ArrowEvent): boolean {
    return arrowFor(this.state, event) !== null;
  }

  /** Takes the arrow of the event, which the table must have. */
  take(event: ArrowEvent): void {
    const { state: from } = this;
    const id = arrowFor(from, event);
    assert(id !== null, `no arrow leaves ${from} with "${event}"`);
    const row: Arrow = arrow(id);
    const to = this.isPassive ? row.to[0] : (row.to[1] ?? row.to[0]);
    this.state = to;
    this.world.moved({ arrow: id, from, to, via: row.via });
    if (to === "CLOSED" || to === "LISTEN") this.release();
  }

  /** Deletes the control block: nothing is repeated, acknowledged or waited for any more. */
  private release(): void {
    for (const timer of [this.retransmission, this.persist, this.wait, this.keepalive]) timer.stop();
    this.acks.stop();
    this.sending.clear();
    if (this.state === "CLOSED") this.world.notify("gone");
  }

  /** Sends a segment with the present acknowledgment and window. @param sequence offset of its first number */
  emit(flags: number, sequence: number, octets: number, options: LabOptions = {}): void {
    const { world } = this;
    const hasAck = (flags & ACK) !== 0;
    const isSyn = options.mss !== undefined;
    const window = isSyn ? Math.min(this.receiving.offer(), 65_535) : this.offeredWindow();
    if (hasAck) {
      this.acks.sent();
      this.acknowledged = this.receiving.next;
    }
    world.transmit({
      flags,
      sequence: advance(this.isn, sequence),
      acknowledgment: hasAck ? advance(this.peerIsn, this.receiving.next) : 0,
      window,
      octets,
      options: this.hasTimestamps || isSyn ? { ...options, ...this.timestamps(hasAck) } : options,
    });
  }

  /** What the options of a SYN, or SYN,ACK, offer. An answer offers nothing that the SYN has not offered. */
  offers(peer: LabOptions | null): LabOptions {
    const { profile, mss, window } = this.world;
    const shift = shiftFor(window, profile.windowScale);
    return {
      mss,
      ...(profile.sackPermitted && (peer === null || peer.sackPermitted) && { sackPermitted: true }),
      ...(shift !== null && (peer === null || peer.windowScale !== undefined) && { windowScale: shift }),
    };
  }

  /** Takes what the SYN, or SYN,ACK, of the other end offers. */
  accept({ sequence, window, options }: LabSegment): void {
    const { profile, mss } = this.world;
    this.peerIsn = sequence;
    this.peerOffers = options;
    this.receiving.begin();
    this.hasTimestamps = profile.timestamps && options.timestamps !== undefined;
    this.echo = options.timestamps?.[0] ?? 0;
    const shift = shiftFor(this.world.window, profile.windowScale);
    if (shift !== null && options.windowScale !== undefined) {
      this.ownShift = shift;
      this.peerShift = usedShift(options.windowScale);
    }
    // RFC 9293 section 3.7.1: 536 where nothing is announced; RFC 6691: the options come off it.
    this.segmentSize = Math.max(1, Math.min(mss, options.mss ?? 536) - (this.hasTimestamps ? 12 : 0));
    this.sendWindow = window;
  }

  /** What is echoed is the timestamp of the segment that the last acknowledgment waited for (RFC 7323 section 4.3). */
  noteTimestamp({ options }: LabSegment, start: number): void {
    const value = options.timestamps?.[0];
    if (value !== undefined && value >= this.echo && start <= this.acknowledged) this.echo = value;
  }

  /** SND.WND that a segment's window field stands for. */
  scaled(window: number): number {
    return window * 2 ** this.peerShift;
  }

  private offeredWindow(): number {
    return Math.min(65_535, Math.floor(this.receiving.offer() / 2 ** this.ownShift));
  }

  private timestamps(hasAck: boolean): LabOptions {
    if (!this.world.profile.timestamps) return {};
    return { timestamps: [Math.floor(this.world.now / 1e6), hasAck ? this.echo : 0] };
  }
}

/** The shift that a window needs, at least the profile's; null: none. */
function shiftFor(window: number, least: number | null): number | null {
  let shift = least ?? 0;
  while (Math.floor(window / 2 ** shift) > 65_535) shift++;
  return least === null && shift === 0 ? null : shift;
}
