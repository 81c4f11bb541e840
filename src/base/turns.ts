/** Work in steps: the caller may do other work between two steps. */
export type Steps<Result> = Generator<void, Result>;

/** How {@link takeTurns} shares the thread. */
export interface Sharing {
  /** Stops the work at the next turn. */
  readonly isLeft: () => boolean;
  /** How long it works before other work gets its turn; milliseconds. */
  readonly work?: number;
  /** Runs after every turn, before the work goes on. */
  readonly afterTurn?: () => void | Promise<void>;
}

/** Short enough for a page that draws 60 pictures a second, 16.7 ms each; milliseconds. */
const WORK = 8;

/**
 * Gives everything that waits its turn: messages, timers, reads. It is a message to oneself, because nested timers
 * are delayed by 4 ms each.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Takes all steps at once. */
export function allSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Takes all steps, with turns for other work between them. @returns null as soon as `isLeft` */
export async function takeTurns<Result>(
  steps: Steps<Result>,
  { isLeft, work = WORK, afterTurn }: Sharing,
): Promise<Result | null> {
  let until = performance.now() + work;
  while (!isLeft()) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() < until) continue;
    await nextTurn();
    if (afterTurn && !isLeft()) await afterTurn();
    until = performance.now() + work;
  }
  return null;
}
