import { officeCapture } from "./office-capture.ts";
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

test.describe("with a finger", () => {
  test.use({ hasTouch: true });

  test("a lecture goes on by taps and swipes, and the tap that wakes it moves nothing", async ({
    synfin,
    page,
  }) => {
    await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
    await synfin.press("p");
    await expect(page.locator('.lecture[data-idle="true"]')).toBeVisible();
    await page.touchscreen.tap(300, 300);
    await expect(page.locator('.lecture[data-idle="false"]')).toBeVisible();
    await synfin.expectPosition(0);
    await page.touchscreen.tap(300, 300);
    await synfin.expectPosition(1);
    await page.touchscreen.tap(60, 300);
    await synfin.expectPosition(0);
  });

  test("a tap on a connection of the list shows its diagram", async ({ synfin, page }, testInfo) => {
    await synfin.choose(officeCapture(testInfo, 1).path);
    await synfin.expectPhase("ready");
    await page.getByRole("tab", { name: "Connections", exact: true }).tap();
    const row = page.locator(".connection-row").nth(2);
    const client = await row.locator(".client-end").textContent();
    await row.tap();
    await expect(synfin.diagram).toBeVisible();
    await expect(synfin.diagram.locator(".sequence-head")).toContainText(client ?? "no client");
  });

  test("what a finger presses is at least 44 pixels high in every pane, and lies within the screen", async ({
    synfin,
    page,
  }) => {
    await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
    await synfin.press("End");
    for (const { tab, part } of PARTS) {
      await page.getByRole("tab", { name: tab, exact: true }).tap();
      await expect(synfin[part]).toBeVisible();
      const small = await page.evaluate(() =>
        [...document.querySelectorAll(".button, select, .step-button, [role=tab]")]
          .map((one) => ({
            name: one.textContent || one.getAttribute("aria-label"),
            box: one.getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width > 0 && (box.height < 44 || box.right > window.innerWidth))
          .map(({ name, box }) => `${name}: ${box.height} px high, to ${box.right}`),
      );
      expect(small, tab).toEqual([]);
    }
  });

  test("a lesson keeps its diagram at least 200 pixels high on the smallest screen", async ({
    synfin,
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await synfin.expectPhase("empty");
    await page.evaluate(() => (location.hash = "#example=handshake-and-close"));
    await expect(page.locator(".class-card")).toBeVisible();
    await page.keyboard.press("g");
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press("PageDown");
      const box = await page.locator(".sequence-scroller").boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(200);
    }
  });
});

test.describe("magnified to 400 %", () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test("the page scrolls, and the diagram keeps a height that can be read", async ({ synfin, page }) => {
    await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
    const box = await page.locator(".sequence-scroller").boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(100);
    const scrolled = await page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight);
    expect(scrolled).toBe(true);
  });
});
