import { expect, test } from "vitest";
import { checkLink, hostileLink } from "./fuzz/hostile-link.ts";
import { Random } from "./random.ts";

/** More of them in scripts/checks/hostile-links.mjs. */
const ROUNDS = Number(process.env["SYNFIN_HOSTILE_LINKS"] ?? 3000);
const SLOWEST_MILLISECONDS = 2000;
const MOST_MEMORY = 64 * 2 ** 20;

test(
  `${ROUNDS} changed and forged links neither hang, crash, take much memory nor tell an inconsistent story`,
  { timeout: 30_000 + ROUNDS * 50 },
  async () => {
    const random = new Random(4242);
    const faults: string[] = [];
    let slowest = 0;
    let opened = 0;
    let largest = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const hostile = await hostileLink(random);
      const before = process.resourceUsage();
      const { isOpened, fault } = await checkLink(hostile);
      if (isOpened) opened++;
      if (fault !== null) faults.push(`${fault}: ${hostile.link}`);
      const after = process.resourceUsage();
      slowest = Math.max(slowest, (processorTime(after) - processorTime(before)) / 1000);
      // The first links also pay for what the program itself takes.
      if (round > ROUNDS / 10) largest = Math.max(largest, (after.maxRSS - before.maxRSS) * 1024);
    }
    process.stdout.write(
      `hostile links: ${ROUNDS}, ${opened} opened, the slowest ${slowest.toFixed(1)} ms of processor time, ${(largest / 2 ** 20).toFixed(1)} MB at most\n`,
    );
    expect(faults).toEqual([]);
    expect(slowest).toBeLessThan(SLOWEST_MILLISECONDS);
    expect(largest).toBeLessThan(MOST_MEMORY);
    expect(opened).toBeGreaterThan(0);
  },
);

/** Microseconds. A busy machine takes longer, but not more of it. */
function processorTime({ userCPUTime, systemCPUTime }: NodeJS.ResourceUsage): number {
  return userCPUTime + systemCPUTime;
}
