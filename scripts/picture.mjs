#!/usr/bin/env node
/**
 * `npm run picture`: builds Synfin, opens an example in it and writes docs/explorer.png, the picture in README. Run it
 * after a change that the picture would show, and look at what it wrote.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { findBrowser } from "./find-browser.mjs";

/** The example, and the segment at which the picture stands. */
const EXAMPLE = "handshake-and-close";
const POSITION = 8;
const WIDTH = 1280;
const HEIGHT = 720;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, "docs", "explorer.png");

const { path, env } = await findBrowser();
await build({ root, logLevel: "warn" });
const server = await preview({ root, logLevel: "warn", preview: { host: "localhost", port: 0 } });
const browser = await chromium.launch({
  ...(path && { executablePath: path }),
  env: { ...process.env, ...env },
});
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, colorScheme: "light" });
  await page.goto(`${server.resolvedUrls?.local[0]}#example=${EXAMPLE}&lang=en`);
  const main = page.getByRole("main");
  // Panels beside the diagram are drawn in frames after it.
  await page.locator('main[data-phase="ready"]:not(:has([aria-busy]))').waitFor();
  // The lesson that is offered hides what the picture is of.
  await page.getByRole("button", { name: "Show everything" }).click();
  await page.keyboard.press("Home");
  for (let step = 0; step < POSITION; step++) await page.keyboard.press("ArrowRight");
  await page.locator(`main[data-position="${POSITION}"]`).waitFor();
  await main.screenshot({ path: file, animations: "disabled" });
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(`${file}: look at it before you commit it.\n`);
