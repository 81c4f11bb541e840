import { FIN } from "../../segments/flags.ts";
import { sequenceLength } from "../../segments/sequence-space.ts";

/** A segment that takes sequence numbers, as offsets from the initial one. */
export interface Unacknowledged {
  readonly start: number;
  readonly end: number;
  readonly flags: number;
  readonly sentAt: number;
  /** It was sent more than once: its round trip cannot be measured (Karn). */
  readonly isRepeated: boolean;
}

/** What the program has sent, and what of it is sent and acknowledged: SND.UNA, SND.NXT, and the FIN behind it all. */
export class SendQueue {
  /** SND.UNA. */
  una = 0;
  /** SND.NXT. */
  next = 0;
  /** Octets that wait for the window. */
  queued = 0;
  wantsFin = false;
  /** The number of the FIN; null: not sent. */
  finAt: number | null = null;
  /** How often the oldest segment was repeated since something was acknowledged. */
  repeats = 0;
  /** When what is unacknowledged was sent first. */
  since = 0;
  /** Acknowledgments in a row that acknowledge nothing new. */
  duplicates = 0;
  hasProbedTail = false;
  /** The octet at SND.NXT was sent to ask for the window (RFC 9293 section 3.8.6.1). */
  hasProbedWindow = false;
  private segments: Unacknowledged[] = [];

  get inFlight(): number {
    return this.segments.length;
  }

  get oldest(): Unacknowledged | undefined {
    return this.segments[0];
  }

  get newest(): Unacknowledged | undefined {
    return this.segments.at(-1);
  }

  /** A call to close still waits behind data. */
  get hasFinToSend(): boolean {
    return this.wantsFin && this.finAt === null;
  }

  get isAcknowledged(): boolean {
    return this.una === this.next && this.queued === 0 && !this.hasFinToSend;
  }

  clear(): void {
    this.segments = [];
    this.queued = 0;
  }

  add(flags: number, octets: number, now: number): Unacknowledged {
    const start = this.next;
    const end = start + sequenceLength(flags, octets);
    const segment = { start, end, flags, sentAt: now, isRepeated: false };
    if (this.segments.length === 0) this.since = now;
    this.segments.push(segment);
    this.next = end;
    if ((flags & FIN) !== 0) this.finAt = end - 1;
    return segment;
  }

  /** The octet of a window probe was accepted. */
  admitProbe(): void {
    this.next++;
    this.queued--;
  }

  /** Marks a segment as sent once more. */
  repeat(segment: Unacknowledged): void {
    this.segments = this.segments.map((each) => (each === segment ? { ...each, isRepeated: true } : each));
  }

  /**
   * SND.UNA moves to `ack`.
   * @returns when the newest segment that it covers was sent; null if that tells no round trip
   */
  acknowledge(ack: number, now: number): number | null {
    const covered = this.segments.filter(({ end }) => end <= ack);
    this.segments = this.segments.filter(({ end }) => end > ack);
    this.una = ack;
    this.repeats = 0;
    this.duplicates = 0;
    this.hasProbedTail = false;
    this.hasProbedWindow = false;
    this.since = now;
    const newest = covered.at(-1);
    return newest === undefined || covered.some(({ isRepeated }) => isRepeated) ? null : newest.sentAt;
  }
}
