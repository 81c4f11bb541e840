import type { Page } from "@playwright/test";
import { expect, test as base } from "@playwright/test";
import { SynfinPage } from "./synfin-page.ts";
import { capturePath } from "./test.ts";
import { BUILT, buildNextVersion, type Host, startHost } from "./two-versions.ts";

/* The server gets another version, all of whose parts have other names, while a page of the first is in use. */

const CAPTURE = capturePath("handshake-and-close.pcap");
const OFFER = "A new version of Synfin is ready.";

const test = base.extend<{ host: Host; synfin: SynfinPage }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern
  host: async ({}, give) => {
    const host = await startHost();
    await give(host);
    host.close();
  },
  synfin: async ({ page, host }, give) => {
    // What the browser itself keeps must not help.
    const session = await page.context().newCDPSession(page);
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    const synfin = new SynfinPage(page, host.address);
    await synfin.goto();
    await give(synfin);
  },
});

/** As the browser does by itself when a page of the app is opened, and once a day. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
}

/** The names of the scripts that the page has loaded. */
function loadedScripts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name.slice(name.lastIndexOf("/") + 1))
      .filter((name) => name.endsWith(".js")),
  );
}

test("the page in use goes on with its own version; the next is offered, and taken when it is agreed to", async ({
  page,
  synfin,
  host,
}, testInfo) => {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  const next = testInfo.outputPath("next");
  const nextParts = buildNextVersion(next);
  host.serve(next);
  await lookForUpdate(page);
  await expect(page.getByText(OFFER)).toBeVisible();

  // Nothing of it is forced: parts that were not loaded before are still those of the first version.
  expect((await loadedScripts(page)).filter((name) => name.includes("ExportDialog"))).toEqual([]);
  await synfin.press("e");
  await expect(page.getByRole("dialog", { name: "Export this connection" })).toBeVisible();
  await synfin.press("Escape");
  const part = (await loadedScripts(page)).find((name) => name.includes("ExportDialog")) ?? "";
  expect(part).not.toBe("");
  expect(nextParts).not.toContain(part);
  const answer = await page.context().request.get(`${host.address}assets/${part}`);
  expect(answer.status(), "the host has it no longer").toBe(404);
  await synfin.press("End");
  await synfin.expectStates("TIME-WAIT", "CLOSED");

  // Another page agrees: the first one keeps its parts, and what is open in it.
  const other = await page.context().newPage();
  await other.goto(host.address);
  // Chromium forgets the wish of the new worker where a request wakes the one before just as it is to stop.
  await other.waitForLoadState("networkidle");
  await other.getByRole("button", { name: "Reload" }).click();
  const ofNext = async (shown: Page): Promise<number> =>
    (await loadedScripts(shown).catch(() => [])).filter((name) => nextParts.has(name)).length;
  await expect.poll(() => ofNext(other)).toBeGreaterThan(2);
  await other.close();
  await synfin.expectOpen({ connections: 1, segments: 11 });
  await synfin.press("v");
  await expect(page.locator(".coverage").first()).toBeVisible();
  await synfin.show("한국어");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  expect(await ofNext(page)).toBe(0);

  // Its own offer still does what it says.
  await page.locator(".notice").getByRole("button").first().click();
  await synfin.expectPhase("empty");
  expect(await ofNext(page)).toBeGreaterThan(2);
});

test("without a copy on this machine, the page says what the new version lacks, and works on", async ({
  browser,
  host,
}, testInfo) => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const synfin = new SynfinPage(page, host.address);
  await synfin.goto();
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  const next = testInfo.outputPath("next");
  buildNextVersion(next);
  host.serve(next);
  const missing = page.getByRole("alert").filter({ hasText: "part of Synfin could not be loaded" });
  for (const key of ["e", "s", "v", "p", "q", "?"]) {
    await synfin.press(key);
    await expect(missing, key).toBeVisible();
    await missing.getByRole("button", { name: "Later" }).click();
    await expect(missing).toHaveCount(0);
    await synfin.expectOpen({ connections: 1, segments: 11 });
    await expect(synfin.diagram, key).toBeVisible();
  }
  await synfin.press("End");
  await synfin.expectStates("TIME-WAIT", "CLOSED");
  expect(host.missed.length).toBeGreaterThan(4);
  // What failed is tried again.
  host.serve(BUILT);
  await synfin.press("e");
  await expect(page.getByRole("dialog", { name: "Export this connection" })).toBeVisible();
  await context.close();
});
