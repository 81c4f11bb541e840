/** Repetitions after which a host gives up. */
const LIMIT = 5;

/** A segment that takes sequence numbers, as offsets from the initial one. */
export interface Unacknowledged {
  readonly start: number;
  readonly end: number;
  readonly flags: number;
}

interface Sender {
  after(seconds: number, act: () => void): void;
  /** Seconds before the first repetition; each further wait is twice as long. */
  firstWait(): number;
  repeat(segment: Unacknowledged): void;
  giveUp(): void;
}

/** What was sent and not acknowledged, and the timer that repeats the oldest of it. */
export class RetransmissionQueue {
  private readonly sender: Sender;
  private segments: Unacknowledged[] = [];
  private retries = 0;
  private timer = 0;

  constructor(sender: Sender) {
    this.sender = sender;
  }

  get length(): number {
    return this.segments.length;
  }

  push(segment: Unacknowledged): void {
    this.segments.push(segment);
  }

  clear(): void {
    this.segments = [];
    this.timer++;
    this.retries = 0;
  }

  acknowledge(ack: number): void {
    const before = this.length;
    this.segments = this.segments.filter(({ end }) => end > ack);
    if (this.length === before) return;
    this.retries = 0;
    if (this.length > 0) this.startTimer();
    else this.timer++;
  }

  startTimer(): void {
    const timer = ++this.timer;
    this.sender.after(this.sender.firstWait() * 2 ** this.retries, () => {
      if (timer === this.timer) this.onTimeout();
    });
  }

  private onTimeout(): void {
    const [oldest] = this.segments;
    if (oldest === undefined) return;
    if (this.retries >= LIMIT) {
      this.sender.giveUp();
      return;
    }
    this.retries++;
    this.sender.repeat(oldest);
    this.startTimer();
  }
}
