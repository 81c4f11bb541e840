import type { Profile } from "./profile.ts";
import type { RoundTrip } from "./round-trip.ts";
import { type Clock, Timer } from "./timer.ts";

/** Linux `TCP_ATO_MIN`, and the longest that an ACK waits (`TCP_DELACK_MAX`). */
const LEAST_DELAY = 40e6;
const LONGEST_DELAY = 200e6;
/** A timer of no length runs out at the next tick, 0 to 4 ms later (HZ 250). */
const HALF_TICK = 2e6;
/** `TCP_MIN_MSS` of an unknown sender: what counts as a full segment before one was seen. */
const FIRST_FULL_SEGMENT = 536;

/**
 * When data is acknowledged: at once, or held back for an answer that may carry the acknowledgment (RFC 9293 section
 * 3.8.6.3). Linux acknowledges the first segments at once, until the program answers ("ping-pong").
 */
export class AckPolicy {
  private readonly world: Clock & { readonly profile: Profile };
  private readonly roundTrip: RoundTrip;
  private readonly timer: Timer;
  private unacknowledged = 0;
  private fullSegment = FIRST_FULL_SEGMENT;
  private quick = 0;
  private isAnswering = false;
  private delay = 0;
  private lastData: number | null = null;

  constructor(world: Clock & { readonly profile: Profile }, roundTrip: RoundTrip) {
    this.world = world;
    this.roundTrip = roundTrip;
    this.timer = new Timer(world);
  }

  stop(): void {
    this.timer.stop();
  }

  /** An acknowledgment left, with data or without. */
  sent(): void {
    this.timer.stop();
    if (this.unacknowledged > 0 && this.quick > 0) this.quick--;
    this.unacknowledged = 0;
  }

  /** Data left: an answer, if data had come just before. */
  sentData(): void {
    if (this.lastData !== null && this.world.now - this.lastData < this.delay) this.isAnswering = true;
  }

  /** Something unexpected came: the next data is acknowledged at once (`tcp_enter_quickack_mode`). */
  hurry(): void {
    this.isAnswering = false;
    this.quick = this.world.profile.quickAcks;
  }

  /** Data came in sequence. @param send acknowledges it */
  receivedData(octets: number, send: () => void): void {
    const { profile } = this.world;
    this.adaptDelay();
    this.fullSegment = Math.max(this.fullSegment, octets);
    const isSecond = this.unacknowledged > 0 && this.unacknowledged + octets > this.fullSegment;
    this.unacknowledged += octets;
    const isQuick = this.quick > 0 && !this.isAnswering;
    if (isQuick || isSecond || profile.delayedAck === 0) send();
    else this.hold(send);
  }

  /** A FIN came in sequence, perhaps behind data, and the program may answer it. */
  receivedFin(octets: number, send: () => void): void {
    if (this.world.profile.quickAcks === 0) {
      send();
      return;
    }
    if (octets > 0) this.adaptDelay();
    this.unacknowledged += octets;
    this.isAnswering = true;
    if (this.unacknowledged > this.fullSegment) send();
    else this.hold(send);
  }

  private hold(send: () => void): void {
    const { profile } = this.world;
    if (profile.quickAcks === 0) {
      if (!this.timer.isRunning) this.timer.start(profile.delayedAck, send);
      return;
    }
    const most = Math.max(this.roundTrip.smoothed ?? LONGEST_DELAY, LEAST_DELAY);
    const delay = this.delay === 0 ? HALF_TICK : Math.min(this.delay, most, LONGEST_DELAY);
    this.timer.start(delay, send);
  }

  /** `tcp_event_data_recv`: the delay follows the pauses between the data that comes. */
  private adaptDelay(): void {
    const { now, profile } = this.world;
    const pause = this.lastData === null ? null : now - this.lastData;
    this.lastData = now;
    if (pause === null || pause > this.roundTrip.timeout) this.quick = profile.quickAcks;
    if (pause === null) this.delay = LEAST_DELAY;
    else if (pause <= LEAST_DELAY / 2) this.delay = Math.floor(this.delay / 2) + LEAST_DELAY / 2;
    else if (pause < this.delay)
      this.delay = Math.min(Math.floor(this.delay / 2) + pause, this.roundTrip.timeout);
  }
}
