import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import golden from "../src/share/version-1/golden-links.json" with { type: "json" };
import { SynfinPage } from "./synfin-page.ts";
import { capturePath, expect, test } from "./test.ts";

/*
 * Browsers that lack something: it is taken away before the page starts. What needs it says so in a sentence or is not
 * offered; everything else works.
 */

const CAPTURE = capturePath("handshake-and-close.pcap");
const WHOLE = { connections: 1, segments: 11 };

/** The page in a browser that lacks some names of the window and of the navigator. A worker has its own. */
async function without(
  page: Page,
  ofWindow: readonly string[],
  ofNavigator: readonly string[] = [],
): Promise<SynfinPage> {
  await page.addInitScript(
    (missing) => {
      for (const name of missing.ofWindow) Reflect.deleteProperty(window, name);
      for (const name of missing.ofNavigator) Reflect.deleteProperty(Navigator.prototype, name);
    },
    { ofWindow, ofNavigator },
  );
  const synfin = new SynfinPage(page);
  await synfin.goto();
  const left = await page.evaluate(
    (missing) => [
      ...missing.ofWindow.filter((name) => name in window),
      ...missing.ofNavigator.filter((name) => name in navigator),
    ],
    { ofWindow, ofNavigator },
  );
  expect(left).toEqual([]);
  return synfin;
}

/** As an old browser does it, in the worker that the page has started. */
async function withoutInWorker(page: Page, ...names: readonly string[]): Promise<void> {
  await page.workers()[0]?.evaluate((missing) => {
    for (const name of missing) Reflect.deleteProperty(self, name);
  }, names);
}

let thrown: string[] = [];
test.beforeEach(({ page }) => {
  thrown = [];
  page.on("pageerror", ({ message }) => thrown.push(message));
});
test.afterEach(() => expect(thrown).toEqual([]));

test("no streams that deflate and inflate: gzip and deflated links are refused by name, links are made longer", async ({
  page,
}) => {
  const synfin = await without(page, ["CompressionStream", "DecompressionStream"]);
  await withoutInWorker(page, "CompressionStream", "DecompressionStream");
  const field = page.locator("input[type=file]").first();
  const gzip = gzipSync(readFileSync(CAPTURE));
  await field.setInputFiles({ name: "capture.pcap.gz", mimeType: "", buffer: gzip });
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText(
    "capture.pcap.gz is compressed with gzip, which this browser cannot unpack: unpack it first",
  );
  const deflated = golden.find(({ link }) => /^1\.A[Q-Za-f]/u.test(link))?.link ?? "";
  await synfin.paste(`https://synfin.example/#${deflated}`);
  await expect(synfin.failure).toContainText("The link is compressed, and this browser cannot unpack it");

  await field.setInputFiles(CAPTURE);
  await synfin.expectOpen(WHOLE);
  await synfin.press("s");
  const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  await synfin.press("Escape");
  await synfin.paste(link);
  await expect(page).toHaveTitle("Shared connection – Synfin");
  await synfin.expectOpen(WHOLE);
});

test("no share sheet and no clipboard: what cannot be done is not offered, or said", async ({ page }) => {
  const synfin = await without(page, [], ["share", "canShare", "clipboard"]);
  await page.locator("input[type=file]").first().setInputFiles(CAPTURE);
  await synfin.expectOpen(WHOLE);
  await synfin.press("s");
  const sheet = page.locator("dialog[open]");
  await expect(sheet.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(sheet.getByRole("button", { name: /^Share with/u })).toHaveCount(0);
  for (const name of ["Copy link", "Copy as Markdown", "Copy as HTML to embed"]) {
    await sheet.getByRole("button", { name }).click();
    await expect(sheet).toContainText("The browser did not allow copying: select the link and copy it");
  }
  await synfin.press("Escape");
  await synfin.press("e");
  await sheet.getByRole("button", { name: /^Copy/u }).first().click();
  await expect(sheet).toContainText("The browser did not allow copying");
  await synfin.press("Escape");
  await synfin.connections.getByRole("button", { name: "Copy this connection" }).click();
  await page.getByRole("menuitem").first().click();
  await expect(synfin.connections).toContainText("The browser did not allow copying");
});

test("no ResizeObserver, no Trusted Types, no file handling: nothing is lost but what they were for", async ({
  page,
}) => {
  // What is enforced where Trusted Types are known means nothing to a browser that knows none.
  await page.route("./", async (route) => {
    const response = await route.fetch();
    const untyped = (text: string): string =>
      text.replaceAll(/require-trusted-types-for (?:'|&#39;)script(?:'|&#39;); trusted-types default/gu, "");
    const { "content-security-policy": policy = "", ...headers } = response.headers();
    await route.fulfill({
      body: untyped(await response.text()),
      headers: { ...headers, "content-security-policy": untyped(policy) },
    });
  });
  const synfin = await without(page, [
    "ResizeObserver",
    "IntersectionObserver",
    "trustedTypes",
    "launchQueue",
  ]);
  await synfin.open(CAPTURE, WHOLE);
  const arrows = page.locator(".sequence-drawing .segment-arrow");
  await expect(arrows.first()).toBeVisible();
  const wide = await synfin.diagram.boundingBox();
  await page.setViewportSize({ width: 900, height: 700 });
  await expect.poll(async () => (await synfin.diagram.boundingBox())?.width).not.toBe(wide?.width);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(900);
  await synfin.press("End");
  await synfin.expectStates("TIME-WAIT", "CLOSED");
});

test("no service worker, an address that is not secure: the help says that there is no copy on this machine", async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(window, "isSecureContext", { value: false }));
  const synfin = await without(page, [], ["serviceWorker", "clipboard"]);
  await synfin.press("?");
  await expect(page.locator("dialog[open]")).toContainText("its address is not secure");
  await synfin.press("Escape");
  await page.locator("input[type=file]").first().setInputFiles(CAPTURE);
  await synfin.expectOpen(WHOLE);
});

const WORKERLESS = {
  "no workers at all": () => Reflect.deleteProperty(window, "Worker"),
  "workers, but none of modules": () => {
    const { Worker } = window;
    // What Firefox before 114 does: it starts the script as if it were no module, and finds `import` in it.
    Object.assign(window, {
      Worker: class extends Worker {
        constructor(address: string | URL) {
          super(address, { name: "no module" });
        }
      },
    });
  },
};
for (const [what, takeAway] of Object.entries(WORKERLESS)) {
  test(`${what}: the page stands, and says that what reads is missing`, async ({ page }) => {
    await page.addInitScript(takeAway);
    const synfin = new SynfinPage(page);
    await synfin.goto();
    for (const attempt of ["first", "second"]) {
      await page.locator("input[type=file]").first().setInputFiles(CAPTURE);
      await synfin.expectPhase("failed");
      await expect(synfin.failure, attempt).toContainText("A part of Synfin is missing");
      await expect(synfin.failure, attempt).toContainText("handshake-and-close.pcap was not opened");
    }
    await synfin.openVeiled("Connection refused");
    // What failed before stands there until then, and opening closes every sheet.
    await expect(synfin.failure).not.toContainText("handshake-and-close.pcap");
    await synfin.expectPhase("failed");
    await synfin.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  });
}

for (const [what, part] of [
  ["words", "/assets/en-*.js"],
  ["first script", "/assets/index-*.js"],
] as const) {
  test(`the ${what} of the page cannot be loaded: it says so in three languages`, async ({ page }) => {
    await page.route(`**${part}`, (route) => route.abort());
    await page.goto("./");
    const sentence = page.getByText("Synfin could not be loaded whole: reload the page");
    // It keeps quiet as long as it may still be loading.
    await expect(sentence).toBeHidden();
    await page.evaluate(() => document.getAnimations().forEach((waiting) => waiting.finish()));
    await expect(sentence).toBeVisible();
    for (const language of ["ko", "zh-Hans"])
      await expect(page.locator(`p [lang=${language}]`)).toBeVisible();
    thrown = [];
  });
}
