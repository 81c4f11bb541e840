import { largeCapture } from "./large-capture.ts";
import { capturePath, expect, test } from "./test.ts";

const CAPTURE = capturePath("handshake-and-close.pcap");

test("a large file is read to its end while the worker's memory is churned", async ({
  synfin,
  page,
}, testInfo) => {
  const octets = 256 << 20;
  await synfin.drop(largeCapture(testInfo, octets));
  await synfin.expectPhase("loading");
  const worker = page.workers()[0];
  let churns = 0;
  while ((await synfin.main.getAttribute("data-phase")) === "loading") {
    await worker?.evaluate(() => Array.from({ length: 40 }, () => new Uint8Array(1 << 20).fill(1)).length);
    churns++;
  }
  await synfin.expectOpen({ connections: 1, segments: 11 });
  expect(worker).toBeDefined();
  expect(churns).toBeGreaterThan(1);
});

test("reading can be cancelled at once", async ({ synfin }, testInfo) => {
  await synfin.drop(largeCapture(testInfo, 2 ** 31));
  await synfin.expectPhase("loading");
  await synfin.main.getByRole("button", { name: "Cancel" }).click();
  await synfin.expectPhase("empty");
});

test("another capture takes the place of one that is still being read", async ({ synfin }, testInfo) => {
  await synfin.drop(largeCapture(testInfo, 2 ** 31));
  await synfin.expectPhase("loading");
  await synfin.drop(CAPTURE);
  await synfin.expectOpen({ connections: 1, segments: 11 });
  await expect(synfin.page.getByText("handshake-and-close.pcap").first()).toBeVisible();
});

test("progress is shown while a file is read", async ({ synfin }, testInfo) => {
  await synfin.drop(largeCapture(testInfo, 2 ** 31));
  const bar = synfin.main.getByRole("progressbar");
  await expect(bar).toBeVisible();
  const before = Number(await bar.getAttribute("value"));
  await expect.poll(async () => Number(await bar.getAttribute("value"))).toBeGreaterThan(before);
});

test("connections are listed, not judged, while the rest is still being read", async ({
  synfin,
}, testInfo) => {
  await synfin.drop(largeCapture(testInfo, 2 ** 31));
  const row = synfin.connections.getByRole("row").first();
  await expect(row).toContainText("reading…");
  await synfin.expectPhase("loading");
  await synfin.main.getByRole("button", { name: "Cancel" }).click();
  await synfin.expectPhase("empty");
});
