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
    let before = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const hostile = await hostileLink(random);
      const started = performance.now();
      const { isOpened, fault } = await checkLink(hostile);
      if (isOpened) opened++;
      if (fault !== null) faults.push(`${fault}: ${hostile.link}`);
      slowest = Math.max(slowest, performance.now() - started);
      if (round === Math.floor(ROUNDS / 10)) before = process.resourceUsage().maxRSS * 1024;
    }
    const memory = process.resourceUsage().maxRSS * 1024 - before;
    process.stdout.write(
      `hostile links: ${ROUNDS}, ${opened} opened, slowest ${slowest.toFixed(1)} ms, memory grew by ${(memory / 2 ** 20).toFixed(1)} MB\n`,
    );
    expect(faults).toEqual([]);
    expect(slowest).toBeLessThan(SLOWEST_MILLISECONDS);
    expect(memory).toBeLessThan(MOST_MEMORY);
    expect(opened).toBeGreaterThan(0);
  },
);
