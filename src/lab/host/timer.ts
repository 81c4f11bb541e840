/** What runs something later. */
export interface Clock {
  readonly now: number;
  after(nanoseconds: number, act: () => void): void;
}

/** One timer of a control block: starting it again forgets what it was set to before. */
export class Timer {
  private readonly clock: Clock;
  private run = 0;
  isRunning = false;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  start(nanoseconds: number, act: () => void): void {
    const run = ++this.run;
    this.isRunning = true;
    this.clock.after(nanoseconds, () => {
      if (run !== this.run) return;
      this.isRunning = false;
      act();
    });
  }

  stop(): void {
    this.run++;
    this.isRunning = false;
  }
}
