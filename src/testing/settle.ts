import { vi } from "vitest";

/** Rounds of "loads a part, then works a few turns with it" that an action of the store may take. */
const ROUNDS = 4;
const TURNS = 20;

/**
 * Waits until what an action has begun is done, however busy the machine is: parts that it loads on demand, and the
 * turns of the event loop that its promises and messages take.
 */
export async function settle(): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    await vi.dynamicImportSettled();
    for (let turn = 0; turn < TURNS; turn++) await new Promise((done) => setTimeout(done, 0));
  }
}
