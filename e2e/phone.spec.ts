import { capturePath, expect, test } from "./test.ts";

const PARTS = [
  { tab: "Connections", part: "connections" },
  { tab: "Diagram", part: "diagram" },
  { tab: "States", part: "graph" },
  { tab: "Segment", part: "segment" },
] as const;

test.use({ viewport: { width: 360, height: 740 } });

test("on the narrowest phone one part is shown at a time, and nothing is wider than the screen", async ({
  synfin,
  page,
}) => {
  const overhang = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overhang()).toBe(0);
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  for (const { tab, part } of PARTS) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    for (const other of PARTS) {
      await expect(synfin[other.part]).toBeVisible({ visible: other.part === part });
    }
    expect(await overhang()).toBe(0);
  }
  await expect(synfin.playback).toBeInViewport();
});
