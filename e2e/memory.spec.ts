import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { capturePath, expect, test } from "./test.ts";

/** Octets that a page may hold after its captures were closed, over those of a page that has opened some before. */
const MOST_LEFT = 5e6;
const CAPTURES = 50;
/** Connections of the last capture: some 13 MB in the worker while it is open. */
const LARGE = 60_000;

interface Heap {
  readonly usedSize: number;
  /** Memory of array buffers, where the browser tells it. */
  readonly backingStorageSize?: number;
}

/** Asks the page and its workers over the Chrome DevTools Protocol. */
class HeldMemory {
  private readonly answers = new Map<number, (result: unknown) => void>();
  private readonly workers: string[] = [];
  private asked = 0;
  private readonly session;

  private constructor(session: Awaited<ReturnType<ReturnType<Page["context"]>["newCDPSession"]>>) {
    this.session = session;
  }

  static async of(page: Page): Promise<HeldMemory> {
    const session = await page.context().newCDPSession(page);
    const memory = new HeldMemory(session);
    session.on("Target.attachedToTarget", ({ sessionId }) => memory.workers.push(sessionId));
    session.on("Target.receivedMessageFromTarget", ({ message }) => {
      const { id, result } = JSON.parse(message) as { id: number; result: unknown };
      memory.answers.get(id)?.(result);
    });
    await session.send("Target.setAutoAttach", {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
    return memory;
  }

  /** Octets in use after a collection, of the page and all its workers. */
  async held(): Promise<number> {
    expect(this.workers.length).toBeGreaterThan(0);
    let octets = 0;
    // What the first collection frees may hold something that the second one frees.
    for (let round = 0; round < 2; round++) {
      await this.session.send("HeapProfiler.collectGarbage");
      octets = inUse(await this.session.send("Runtime.getHeapUsage"));
      for (const worker of this.workers) {
        await this.ask(worker, "HeapProfiler.collectGarbage");
        octets += inUse((await this.ask(worker, "Runtime.getHeapUsage")) as Heap);
      }
    }
    return octets;
  }

  private ask(sessionId: string, method: string): Promise<unknown> {
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.answers.set(id, resolve);
      this.session
        .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) })
        .catch(reject);
    });
  }
}

function inUse({ usedSize, backingStorageSize = 0 }: Heap): number {
  return usedSize + backingStorageSize;
}

test("what 50 captures held is free once they are closed, in the worker too", async ({
  synfin,
  page,
}, testInfo) => {
  test.setTimeout(300_000);
  const large = testInfo.outputPath("many.txt");
  writeFileSync(large, unansweredConnections(LARGE));
  const openAndClose = async (path: string, connections: number, segments: number): Promise<void> => {
    await synfin.open(path, { connections, segments });
    await page.getByRole("banner").getByRole("button", { name: "Synfin" }).click();
    await synfin.expectPhase("empty");
  };
  const small = capturePath("handshake-and-close.pcap");
  const memory = await HeldMemory.of(page);
  // The parts of the script stay, and so does their compiled code: some 5 MB.
  await openAndClose(large, LARGE, 1);
  await openAndClose(small, 1, 11);
  const before = await memory.held();
  for (let opened = 1; opened < CAPTURES; opened++) await openAndClose(small, 1, 11);
  await openAndClose(large, LARGE, 1);
  // React lets go of what it drew last when it draws again, and buffers are freed beside the script.
  await expect.poll(async () => (await memory.held()) - before, { timeout: 20_000 }).toBeLessThan(MOST_LEFT);
});

/** Clients that nobody answers. */
function unansweredConnections(count: number): string {
  let lines = "";
  for (let index = 0; index < count; index++) {
    const client = `10.0.${index >> 14}.1.${10_000 + (index & 16_383)}`;
    lines += `12:00:00.000000 IP ${client} > 10.9.9.9.80: Flags [S], seq ${index}, win 64240, length 0\n`;
  }
  return lines;
}
