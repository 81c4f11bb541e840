import { closeSync, copyFileSync, ftruncateSync, openSync } from "node:fs";
import type { Worker } from "@playwright/test";
import golden from "../src/share/version-1/golden-links.json" with { type: "json" };
import { largeCapture } from "./large-capture.ts";
import { SynfinPage } from "./synfin-page.ts";
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
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
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
  // The start page has another worker, for its example.
  const [reader] = page.workers();
  await die(reader);
  await expect.poll(() => page.workers().some((worker) => worker === reader)).toBe(false);
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
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
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
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
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
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
});

test("if one of two dropped files kills the worker, the other opens, and the page says why the first did not", async ({
  synfin,
  page,
}) => {
  // What looks into the file dies of it.
  await page.workers()[0]?.evaluate(() => {
    for (const name of ["slice", "stream"] as const) {
      const look = Object.getOwnPropertyDescriptor(Blob.prototype, name)?.value as (
        ...range: unknown[]
      ) => unknown;
      Object.assign(Blob.prototype, {
        [name](this: Blob, ...range: unknown[]) {
          if (this instanceof File && this.name === "deadly.pcap") {
            setTimeout(() => {
              throw new Error("planted");
            });
          }
          return look.apply(this, range);
        },
      });
    }
  });
  await page.evaluate(() => {
    const line = "IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 1, win 9, length 0\n";
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([line.repeat(3)], "deadly.pcap"));
    dataTransfer.items.add(new File([line, line], "good.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await synfin.expectOpen({ connections: 1, segments: 2 });
  const captures = page.getByRole("navigation", { name: "Captures" });
  await expect(captures).toContainText("2 files, 1 cannot be read");
  await expect(captures.getByRole("button").first()).toContainText(
    "deadly.pcap has died (Uncaught Error: planted)",
  );
  // The next worker has not been tampered with.
  await captures.getByRole("button").first().click();
  await synfin.expectOpen({ connections: 1, segments: 3 });
});

test("a file, text and a link that come while another file is read take its place at once", async ({
  synfin,
  page,
}, testInfo) => {
  const path = largeCapture(testInfo, LARGE);
  await synfin.drop(path);
  await synfin.expectPhase("loading");
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  await expect(page).toHaveTitle("handshake-and-close.pcap – Synfin");

  await synfin.drop(path);
  await synfin.expectPhase("loading");
  await synfin.paste("IP 10.0.0.1.39002 > 10.0.0.2.80: Flags [S], seq 1, win 64240, length 0");
  await synfin.expectOpen({ connections: 1, segments: 1 });
  await expect(page).toHaveTitle("Pasted text – Synfin");

  await synfin.drop(path);
  await synfin.expectPhase("loading");
  await synfin.paste(`https://synfin.example/#${golden[0]?.link ?? ""}`);
  await synfin.expectPhase("ready");
  await expect(page).toHaveTitle("Shared connection – Synfin");

  // What is no capture takes it, too, and says what it is.
  await synfin.drop(path);
  await synfin.expectPhase("loading");
  await synfin.paste("https://synfin.example/#1.AAAA");
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText("link");
  await synfin.failure.getByRole("button", { name: /^Back to/u }).click();
  await synfin.expectPhase("ready");
  await expect(page).toHaveTitle("Shared connection – Synfin");
});

/** Makes the storages of the page throw before it starts. */
const BROKEN_STORAGE = {
  forbidden: () => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    }
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException("The operation is insecure.", "SecurityError"));
  },
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  },
};

for (const [kind, breakStorage] of Object.entries(BROKEN_STORAGE)) {
  test(`storage is ${kind}: the page says what it forgets, and works`, async ({ page, context }) => {
    await page.addInitScript(breakStorage);
    if (kind === "full") {
      // The browser's own limit: the first file that is kept is too much.
      const session = await context.newCDPSession(page);
      const { baseURL: origin = "" } = test.info().project.use;
      await session.send("Storage.overrideQuotaForOrigin", {
        origin: new URL(origin).origin,
        quotaSize: 1024,
      });
    }
    const thrown: string[] = [];
    page.on("pageerror", ({ message }) => thrown.push(message));
    const synfin = new SynfinPage(page);
    await synfin.goto();
    const notice = page.getByRole("status").filter({ hasText: "storage is full or forbidden" });
    await expect(notice).toContainText("cannot be kept on this machine");
    await expect(notice).toContainText("theme, language and sizes are forgotten with this page");
    await page.evaluate(() => dispatchEvent(new Event("vite:preloadError")));
    const other = page.getByRole("alert");
    await expect(other).toBeVisible();
    const [above, below] = [await notice.boundingBox(), await other.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0), "one notice lies on another").toBeLessThan(below?.y ?? 0);
    await other.getByRole("button", { name: "Later" }).click();
    await notice.getByRole("button", { name: "OK" }).click();
    await expect(notice).toHaveCount(0);
    await synfin.show("Dark");
    await synfin.show("简体中文");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
    await page.locator("input[type=file]").first().setInputFiles(CAPTURE);
    await synfin.expectOpen({ connections: 1, segments: 11 });
    await synfin.press("t");
    await synfin.press("End");
    await synfin.expectStates("TIME-WAIT", "CLOSED");
    await synfin.press("?");
    await expect(page.locator("dialog[open]")).toContainText("Synfin 无法保存在这台机器上");
    expect(thrown).toEqual([]);
  });
}

test("the tab sleeps while a file is read", async ({ synfin, page }, testInfo) => {
  const session = await page.context().newCDPSession(page);
  await synfin.drop(largeCapture(testInfo, 64 << 20));
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await synfin.expectOpen({ connections: 1, segments: 11 });
});
