import { closeSync, copyFileSync, ftruncateSync, openSync } from "node:fs";
import type { Worker } from "@playwright/test";
import { largeCapture } from "./large-capture.ts";
import { capturePath, expect, test } from "./test.ts";

/*
 * What can go wrong around the page is made to go wrong; each time the page says so in a sentence and works on.
 */

const CAPTURE = capturePath("handshake-and-close.pcap");
const LARGE = 2 ** 31;

/** An error that nothing catches, as a fault of ours or of the browser would be. */
function die(worker: Worker | undefined): Promise<unknown> {
  return worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error("planted");
    });
  }) as Promise<unknown>;
}

test("the worker dies while it reads", async ({ synfin, page }, testInfo) => {
  await synfin.drop(largeCapture(testInfo, LARGE));
  await synfin.expectPhase("loading");
  await die(page.workers()[0]);
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText("large.pcap");
  await expect(synfin.failure).toContainText("open it again");
  await synfin.drop(CAPTURE);
  await synfin.expectOpen({ connections: 1, segments: 11 });
});

test("the worker dies with a capture open: what is on screen stays, and it can be opened again", async ({
  synfin,
  page,
}) => {
  await synfin.paste(
    "IP 10.0.0.1.39002 > 10.0.0.2.80: Flags [S], seq 1, win 64240, length 0\n" +
      "IP 10.0.0.1.39003 > 10.0.0.2.80: Flags [S], seq 1, win 64240, length 0",
  );
  await synfin.expectOpen({ connections: 2, segments: 1 });
  await die(page.workers()[0]);
  await expect.poll(() => page.workers().length).toBe(0);
  await synfin.press("ArrowRight");
  await synfin.expectPosition(1);
  await synfin.press("ArrowDown");
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText("open it again");
  await synfin.failure.getByRole("button", { name: /^Back to/u }).click();
  await synfin.expectOpen({ connections: 2, segments: 1 });
});

test("the worker has no memory left", async ({ synfin, page }) => {
  await page.workers()[0]?.evaluate(() => {
    // What the reader allocates first fails as the browser lets it fail.
    Object.assign(self, {
      Uint32Array: function refuse() {
        throw new RangeError("Array buffer allocation failed");
      },
    });
  });
  await synfin.drop(CAPTURE);
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText("memory");
  await expect(synfin.failure).toContainText("editcap");
});

test("the file is cut while it is read", async ({ synfin }, testInfo) => {
  const path = largeCapture(testInfo, LARGE);
  await synfin.drop(path);
  await synfin.expectPhase("loading");
  const file = openSync(path, "r+");
  ftruncateSync(file, 4096);
  closeSync(file);
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText("could not read large.pcap");
  await synfin.drop(CAPTURE);
  await synfin.expectOpen({ connections: 1, segments: 11 });
});

test("the file changes between being read and being opened again", async ({ synfin }, testInfo) => {
  const path = testInfo.outputPath("changing.pcap");
  copyFileSync(CAPTURE, path);
  await synfin.choose(path);
  await synfin.expectOpen({ connections: 1, segments: 11 });
  const file = openSync(path, "r+");
  ftruncateSync(file, 30);
  closeSync(file);
  await synfin.press("End");
  await synfin.expectStates("TIME-WAIT", "CLOSED");
});

test("a worker that hangs is left behind when reading is cancelled", async ({ synfin, page }, testInfo) => {
  await synfin.drop(largeCapture(testInfo, LARGE));
  await synfin.expectPhase("loading");
  void page
    .workers()[0]
    ?.evaluate(() => {
      for (;;);
    })
    .catch(() => {});
  await synfin.main.getByRole("button", { name: "Cancel" }).click();
  await synfin.expectPhase("empty");
  await synfin.drop(CAPTURE);
  await synfin.expectOpen({ connections: 1, segments: 11 });
});

test("reading is cancelled at any moment", async ({ synfin, page }, testInfo) => {
  const path = largeCapture(testInfo, LARGE);
  for (const pause of [0, 1, 5, 20, 60, 150]) {
    await synfin.drop(path);
    await synfin.expectPhase("loading");
    await page.waitForTimeout(pause);
    await synfin.main.getByRole("button", { name: "Cancel" }).click();
    await synfin.expectPhase("empty");
  }
  await synfin.drop(CAPTURE);
  await synfin.expectOpen({ connections: 1, segments: 11 });
});

test.describe("storage is forbidden", () => {
  test.use({
    page: async ({ page }, give) => {
      await page.addInitScript(() => {
        for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException("The operation is insecure.", "SecurityError");
            },
          });
        }
      });
      await give(page);
    },
  });

  test("the page works, it only forgets", async ({ synfin }) => {
    await synfin.drop(CAPTURE);
    await synfin.expectOpen({ connections: 1, segments: 11 });
    await synfin.press("t");
    await synfin.press("End");
    await synfin.expectStates("TIME-WAIT", "CLOSED");
  });
});

test("the tab sleeps while a file is read", async ({ synfin, page }, testInfo) => {
  const session = await page.context().newCDPSession(page);
  await synfin.drop(largeCapture(testInfo, 64 << 20));
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await synfin.expectOpen({ connections: 1, segments: 11 });
});
