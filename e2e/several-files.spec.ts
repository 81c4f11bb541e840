import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { accessibilityFaults, capturePath, expect, test } from "./test.ts";

test("of several files the first good one opens; the list tells what is in each, and why one cannot be read", async ({
  synfin,
  page,
}, testInfo) => {
  const refused = testInfo.outputPath("refused.pcap");
  writeFileSync(refused, "PK\u0003\u0004 no capture");
  const two = testInfo.outputPath("two.txt");
  const syn = "IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 1, win 9, length 0\n";
  const refusal = "IP 10.0.0.2.80 > 10.0.0.1.40000: Flags [R.], seq 0, ack 2, win 0, length 0\n";
  writeFileSync(two, syn + refusal + syn.replace("40000", "40001"));
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([refused, capturePath("handshake-and-close.pcap"), two]);
  await synfin.expectOpen({ connections: 1, segments: 11 });
  const captures = page.getByRole("navigation", { name: "Captures" });
  await expect(captures).toContainText("3 files, 1 cannot be read");
  const entries = captures.getByRole("button");
  await expect(entries).toHaveText([
    /refused\.pcap is a ZIP archive/u,
    /1 connection · 1 complete$/u,
    // It was not opened.
    /2 connections · 1 reset, refused · 1 unfinished$/u,
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
  await entries.first().click();
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText("refused.pcap is a ZIP archive");
  await captures.getByRole("button", { name: "handshake-and-close.pcap" }).press("Enter");
  await synfin.expectOpen({ connections: 1, segments: 11 });
  // By keys one can go on to the next.
  await expect(captures.getByRole("button", { name: "handshake-and-close.pcap" })).toBeFocused();
});

test("a single file leaves no list of captures", async ({ synfin, page }) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  await expect(page.getByRole("navigation", { name: "Captures" })).toHaveCount(0);
});

test("of several files dropped at once the first is opened, the others stand in the list", async ({
  synfin,
  page,
}) => {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    const line = "IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 1, win 9, length 0\n";
    dataTransfer.items.add(new File([line], "first.txt"));
    dataTransfer.items.add(new File([line, line], "second.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await synfin.expectOpen({ connections: 1, segments: 1 });
  const captures = page.getByRole("navigation", { name: "Captures" });
  await captures.getByRole("button", { name: "second.txt" }).click();
  await synfin.expectOpen({ connections: 1, segments: 2 });
});

test("a dropped folder becomes the list of all that is in it, with the folder of each", async ({
  synfin,
  page,
  browserName,
}, testInfo) => {
  test.skip(browserName !== "chromium", "only Chromium can be made to drop a folder");
  const monday = testInfo.outputPath("lab", "monday");
  mkdirSync(monday, { recursive: true });
  copyFileSync(capturePath("handshake-and-close.pcap"), `${monday}/a2.pcap`);
  copyFileSync(capturePath("handshake-and-close.pcap"), `${monday}/a10.pcap`);
  writeFileSync(testInfo.outputPath("lab", "notes.md"), "A lab report without a packet in it.");
  await synfin.open(testInfo.outputPath("lab"), { connections: 1, segments: 11 });
  const entries = page.getByRole("navigation", { name: "Captures" }).getByRole("button");
  await expect(entries).toHaveText([
    /^lab\/monday\/a2\.pcap.*1 complete$/u,
    /^lab\/monday\/a10\.pcap.*1 complete$/u,
    /^lab\/notes\.md.*plain text/u,
  ]);
  await expect(entries.first()).toHaveAttribute("aria-current", "true");
});
