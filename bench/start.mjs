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
