// The built page in a headless browser: what it takes to open captures, to start, to step and to scroll.
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

/** Until the worker has practised (`src/worker/practise.ts`); a person who looks for a file needs longer. */
const LOOKING_FOR_A_FILE = 4500;
const READY = 'main[data-phase="ready"]';

/** In the page, before it starts: when what happened, seen from the choice of the file. */
function watchPage() {
  const bench = {
    start: 0,
    firstRows: 0,
    shown: 0,
    listComplete: 0,
    ready: 0,
    painted: 0,
    longest: 0,
    frames: [],
  };
  globalThis.bench = bench;
  document.addEventListener("change", () => (bench.start = performance.now()), { capture: true });
  const look = () => {
    const now = performance.now();
    if (!bench.firstRows && document.querySelector(".line-so-far, .connection-row")) bench.firstRows = now;
    const isListed = document.querySelector(".connection-row") !== null;
    // Every connection is judged.
    if (!bench.listComplete && isListed && !document.querySelector(".judging")) bench.listComplete = now;
    const { phase } = document.querySelector("main")?.dataset ?? {};
    if (!bench.shown && (phase === "judging" || phase === "ready")) bench.shown = now;
    if (!bench.ready && phase === "ready") {
      bench.ready = now;
      requestAnimationFrame(() => setTimeout(() => (bench.painted = performance.now())));
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  const note = (list) => {
    for (const { startTime, duration } of list.getEntries())
      if (bench.start && startTime >= bench.start) bench.longest = Math.max(bench.longest, duration);
  };
  new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
  let last = 0;
  const frame = (now) => {
    if (last && bench.start) bench.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

export class BrowserSide {
  constructor(browser, address) {
    this.browser = browser;
    this.address = address;
  }

  /** @param {{path?: string, env: Record<string, string>}} found as scripts/find-browser.mjs gives it */
  static async launch({ path, env }, address) {
    const browser = await chromium.launch({
      ...(path && { executablePath: path }),
      env: { ...process.env, ...env },
      args: ["--enable-precise-memory-info"],
    });
    return new BrowserSide(browser, address);
  }

  close() {
    return this.browser.close();
  }

  /** A page of its own, empty cache; the caller closes its context. */
  async newPage(path = "/") {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(600_000);
    await page.addInitScript(watchPage);
    await page.goto(this.address + path, { waitUntil: "networkidle" });
    return page;
  }

  async measureReading(capture) {
    const page = await this.newPage("/reading/");
    await page.locator("input").setInputFiles(capture);
    // Once to start the worker, once to measure.
    const result = await page.evaluate(() => globalThis.measureReading());
    await page.context().close();
    return result.milliseconds;
  }

  /** Milliseconds that Wiregasm takes to load the capture. */
  async measureWiregasm(capture) {
    const page = await this.newPage("/wiregasm/");
    await page.locator("input").setInputFiles(capture);
    const milliseconds = await page.evaluate(() => globalThis.measureWiregasm());
    await page.context().close();
    return milliseconds;
  }

  /** Times in milliseconds from the choice of the file; memory in octets over that of the empty page. */
  async measureOpening(capture) {
    const page = await this.newPage();
    // The worker practises when the pointer is on the button.
    await page.locator(".drop-zone button").hover();
    await page.waitForTimeout(LOOKING_FOR_A_FILE);
    const base = await this.renderers("VmRSS");
    await page.locator('input[type="file"]').first().setInputFiles(capture);
    await page.waitForSelector(READY);
    await page.waitForFunction(() => globalThis.bench.painted > 0);
    const seen = await page.evaluate(() => {
      const { start, firstRows, shown, listComplete, ready, painted, longest, frames } = globalThis.bench;
      return {
        firstRows: firstRows - start,
        shown: shown - start,
        listComplete: listComplete - start,
        ready: ready - start,
        painted: painted - start,
        longestTask: longest,
        frames,
      };
    });
    const peak = await this.renderers("VmHWM");
    await page.context().close();
    // Chromium keeps a spare renderer; the page's is the one that grew most.
    const growth = [...base].map(([id, size]) => (peak.get(id) ?? size) - size);
    return { ...seen, memory: growth.length > 0 ? Math.max(...growth) : null };
  }

  /** Resident set of every renderer in octets by process; empty where it cannot be told (not Linux). */
  async renderers(field) {
    const session = await this.browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    await session.detach();
    const sizes = processInfo
      .filter(({ type }) => type === "renderer")
      .map(({ id }) => [id, residentSet(id, field)])
      .filter(([, size]) => size !== null);
    return new Map(sizes);
  }
}

function residentSet(id, field) {
  try {
    const line = new RegExp(`^${field}:\\s+(\\d+) kB`, "mu").exec(readFileSync(`/proc/${id}/status`, "utf8"));
    return line ? Number(line[1]) * 1024 : null;
  } catch {
    return null;
  }
}
