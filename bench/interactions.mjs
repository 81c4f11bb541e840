// The cost of one step, one hover and one scrolled frame, by the browser's own measure of script time.

const STEPS = 40;

/** @typedef {{median: number, p95: number}} Spread milliseconds */

/** Opens a capture and gives the page, its diagram drawn. */
export async function openForInteraction(browser, capture) {
  const page = await browser.newPage();
  await page.locator('input[type="file"]').first().setInputFiles(capture);
  await page.waitForSelector('main[data-phase="ready"]');
  await page.waitForTimeout(300);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return { page, session };
}

export const measureSteps = (open) => spread(open, () => open.page.keyboard.press("ArrowRight"));

/** From the key that chooses the next connection to the frame in which it is drawn. */
export async function measureSelection({ page }) {
  const times = [];
  for (let choice = 0; choice < STEPS; choice++) {
    await page.evaluate(() => {
      globalThis.bench.chosen = 0;
      const main = document.querySelector("main");
      const before = main.dataset.connection;
      const watch = () => {
        if (main.dataset.connection === before || main.dataset.phase !== "ready") return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => (globalThis.bench.chosen = performance.now() - start)));
      };
      let start = 0;
      const observer = new MutationObserver(watch);
      observer.observe(main, { attributes: true });
      document.addEventListener("keydown", () => (start = performance.now()), { capture: true, once: true });
    });
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => globalThis.bench.chosen > 0);
    times.push(await page.evaluate(() => globalThis.bench.chosen));
  }
  return summarise(times);
}

/** The pointer goes down the diagram, row after row. */
export async function measureHover(open) {
  const box = await open.page.locator("#diagram").boundingBox();
  let at = 0;
  return spread(open, () => {
    const y = box.y + 120 + ((at += 13) % Math.max(60, box.height - 160));
    return open.page.mouse.move(box.x + box.width / 2, y);
  });
}

/** @param {string} selector what the wheel turns over */
export async function measureScroll(open, selector) {
  const box = await open.page.locator(selector).boundingBox();
  await open.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await open.page.evaluate(() => {
    globalThis.bench.frames.length = 0;
    globalThis.bench.longest = 0;
  });
  const script = await spread(open, () => open.page.mouse.wheel(0, 400));
  const { frames, longest } = await open.page.evaluate(() => globalThis.bench);
  return { script, frame: summarise(frames), longest };
}

/** Scrolls to the end and tells the last row that is drawn then. */
export async function lastRowOf({ page }, scroller, row) {
  await page.locator(scroller).evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await page.waitForTimeout(400);
  return page.locator(row).last().textContent();
}

/** Script time of one action up to the second frame after it. */
async function spread({ page, session }, act) {
  const script = [];
  for (let step = 0; step < STEPS; step++) {
    const before = await scriptTime(session);
    await act();
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    script.push((await scriptTime(session)) - before);
  }
  return summarise(script);
}

async function scriptTime(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ScriptDuration").value * 1000;
}

export function summarise(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}
