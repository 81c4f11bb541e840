import { writeFileSync } from "node:fs";
import { largeCapture } from "./large-capture.ts";
import { capturePath, expect, test } from "./test.ts";

test.use({ practises: true });

const CAPTURE = capturePath("handshake-and-close.pcap");

test("the analyser practises when a file is coming, and not before", async ({ synfin, page }) => {
  const parts: string[] = [];
  page.on("request", (request) => parts.push(new URL(request.url()).pathname));
  const hasPractised = (): boolean => parts.some((path) => /\/practise-[^/]*\.js$/u.test(path));
  await synfin.main.getByRole("button", { name: "From SYN to FIN" }).hover();
  // Longer than it takes to begin.
  await page.waitForTimeout(1500);
  expect(hasPractised()).toBe(false);
  await synfin.main.getByRole("button", { name: "Choose a file" }).first().hover();
  await expect.poll(hasPractised).toBe(true);
});

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
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
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

test("the diagram is there before all connections are judged, and the list says how far it is", async ({
  synfin,
  page,
}, testInfo) => {
  const path = testInfo.outputPath("unlike.txt");
  writeFileSync(path, unlikeConnections(60_000));
  await synfin.drop(path);
  await page.waitForSelector("main[data-phase=judging]");
  await expect(synfin.diagram).toBeVisible();
  const judged = synfin.connections.getByRole("progressbar");
  await expect(judged).toHaveText(/^[\d,]+ of 60,000 judged so far/u);
  await page.keyboard.press("ArrowRight");
  await expect(synfin.main).toHaveAttribute("data-position", "1");
  await page.locator("#connection-filter").fill("outcome:refused");
  await synfin.expectPhase("ready");
  // Nothing that was done meanwhile is lost, and everything is judged now.
  await expect(synfin.main).toHaveAttribute("data-position", "1");
  await expect(synfin.connections.locator(".filter-count")).toHaveText("60,000 of 60,000 connections");
  await expect(synfin.connections.getByText("judged so far")).toHaveCount(0);
});

/** Refused connections whose SYN is there twice: each has to be judged by itself. */
function unlikeConnections(count: number): string {
  const lines: string[] = [];
  for (let index = 0; index < count; index++) {
    const client = `10.0.${index >> 14}.1.${10_000 + (index & 16_383)}`;
    const syn = `12:00:00.000000 IP ${client} > 10.9.9.9.80: Flags [S], seq ${index}, win 64240, length 0`;
    const rst = `12:00:00.000100 IP 10.9.9.9.80 > ${client}: Flags [R.], seq 0, ack ${index + 1}, win 0, length 0`;
    lines.push(syn, syn, rst);
  }
  return `${lines.join("\n")}\n`;
}
