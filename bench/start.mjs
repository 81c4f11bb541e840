import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { summarise } from "./interactions.mjs";

/** First paint of the empty page and when it can be used, with an empty cache; milliseconds. */
export async function measureStart(browser, rounds) {
  const seen = [];
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage();
    seen.push(
      await page.evaluate(() => ({
        firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
        interactive: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
      })),
    );
    await page.context().close();
  }
  const median = (of) => summarise(seen.map(of)).median;
  return { firstPaint: median((one) => one.firstPaint), interactive: median((one) => one.interactive) };
}

/** What the page loads, KiB of gzip: first, in the worker, later. */
export function measureSizes(dist) {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const sizes = { initial: 0, worker: 0, styles: 0, later: 0 };
  for (const name of readdirSync(join(dist, "assets"))) {
    const size = gzipSync(readFileSync(join(dist, "assets", name)), { level: 9 }).length / 1024;
    if (name.endsWith(".css")) sizes.styles += size;
    else if (!name.endsWith(".js")) continue;
    else if (page.includes(name)) sizes.initial += size;
    else if (name.startsWith("analyser-worker")) sizes.worker += size;
    else sizes.later = Math.max(sizes.later, size);
  }
  return sizes;
}
