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
  const assets = join(dist, "assets");
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const ofWorker = startOfWorker(assets);
  const sizes = { initial: 0, worker: 0, styles: 0, later: 0 };
  for (const name of readdirSync(assets)) {
    const size = gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1024;
    if (!/\.(?:js|css)$/u.test(name)) continue;
    if (name.endsWith(".css") && page.includes(name)) sizes.styles += size;
    else if (page.includes(name)) sizes.initial += size;
    else if (ofWorker.has(name)) sizes.worker += size;
    else sizes.later = Math.max(sizes.later, size);
  }
  return sizes;
}

/** The worker and what it imports at once, not on demand. */
function startOfWorker(assets) {
  const names = new Set(readdirSync(assets).filter((name) => /^analyser-worker.*\.js$/u.test(name)));
  for (const name of names) {
    const code = readFileSync(join(assets, name), "utf8");
    for (const [, imported] of code.matchAll(/(?:import|from)\s*["']\.\/([^"']+)["']/gu)) names.add(imported);
  }
  return names;
}
