/** Work in steps: whoever runs it may do something else between them. */
export type Steps<Result> = Generator<void, Result>;

/** How long one stays at it before everything else has its turn; milliseconds. */
const A_TURN = 8;

/** All steps at once. */
export function allSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** All steps, with turns for everything else between them; null as soon as `isLeft`. */
export async function takeTurns<Result>(steps: Steps<Result>, isLeft: () => boolean): Promise<Result | null> {
  let until = performance.now() + A_TURN;
  while (!isLeft()) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + A_TURN;
  }
  return null;
}
