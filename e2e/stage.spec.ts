import type { Page } from "@playwright/test";
import { EXAMPLES } from "../src/lessons/examples.ts";
import { expect, test } from "./test.ts";

test.use({ reducedMotion: "reduce" });

const OF_TWO_CAPTURES: ReadonlySet<string> = new Set(["loss-at-both-ends"]);

interface Stood {
  /** How many times the stage was measured. */
  readonly looks: number;
  /** What moved by more than a pixel, and where in the lesson. */
  readonly moved: readonly string[];
  readonly fixed: Record<string, number[]> | null;
  /** The mode to which the end of the lesson leads. */
  readonly mode: string | undefined;
}

/**
 * Gives the lesson that is offered from its beginning to its end and out of it, as a clicker does, and measures the
 * stage at every step: the nodes of the graph, and the diagram with its lifelines. It runs in the page, because
 * hundreds of steps are taken.
 * @param before what stood on the stage at the first step of the first lesson
 */
async function giveLesson(page: Page, before: Record<string, number[]> | null): Promise<Stood> {
  return page.evaluate(async (first) => {
    const main = document.querySelector("main") ?? document.body;
    const stand = (): string => {
      const { step, asking } = document.querySelector<HTMLElement>(".class-card")?.dataset ?? {};
      return [main.dataset["mode"], step, asking].join(" ");
    };
    const stage = (): Record<string, number[]> => {
      const parts = [
        ".state-graph .node",
        ".sequence-scroller",
        ".sequence-head",
        ".sequence-drawing .lifeline",
      ];
      const found = parts.flatMap((selector) => {
        const names: string[] = [];
        return [...document.querySelectorAll(selector)].map((part): [string, number[]] => {
          const { left, top, width, height } = part.getBoundingClientRect();
          const name = selector.endsWith("node") ? (part.textContent ?? "") : selector;
          names.push(name);
          // What is told grows downwards.
          const place = selector.endsWith("node") ? [left, top, width, height] : [left, top, width];
          const isGrowing = selector.endsWith("lifeline");
          return [`${name} ${names.filter((one) => one === name).length}`, isGrowing ? [left, width] : place];
        });
      });
      return Object.fromEntries(found);
    };
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const act = async (does: () => void): Promise<void> => {
      const was = stand();
      does();
      for (let waited = 0; stand() === was && waited < 300; waited++) await frame();
      await frame();
    };
    const press = (key: string): Promise<void> =>
      act(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
    const goOn = (): Promise<void> => press("PageDown");
    const moved: string[] = [];
    let looks = 0;
    let fixed = first;
    const look = (): void => {
      looks += 1;
      const now = stage();
      fixed ??= now;
      for (const [part, place] of Object.entries(now)) {
        const shifts = place.map((figure, at) => Math.abs(figure - (fixed?.[part]?.[at] ?? figure)));
        if (Math.max(...shifts) > 1) moved.push(`${stand()}: ${part} by ${Math.max(...shifts).toFixed(1)}`);
      }
    };
    const isOver = (): boolean => document.querySelector('.class-card[data-step="end"]') !== null;
    look();
    // What has been given already begins by its key.
    await (main.dataset["mode"] === "veiled" ? goOn() : press("g"));
    for (let step = 0; step < 60 && !isOver(); step++) {
      look();
      await goOn();
    }
    look();
    // The second button of the last page shows everything.
    await act(() => document.querySelectorAll<HTMLElement>(".class-card-tools .button")[1]?.click());
    look();
    return { looks, moved: moved.slice(0, 5), fixed, mode: main.dataset["mode"] };
  }, before);
}

for (const [width, height] of [
  [1920, 1080],
  [1280, 720],
  [1024, 768],
] as const) {
  test(`at ${width} × ${height}, no step of a lesson moves the stage, beside the list or in the lecture view`, async ({
    page,
    synfin,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    const fixed: Record<string, Record<string, number[]> | null> = { explorer: null, lecture: null };
    let looks = 0;
    for (const { name } of EXAMPLES) {
      await page.evaluate((example) => (location.hash = `#example=${example}`), name);
      await expect(page.locator(`.class-card a[href*="example=${name}&"]`)).toBeAttached();
      await synfin.expectPhase("ready");
      // Two captures have a clock at each end: another stage, which nothing moves either.
      const hasClocks = OF_TWO_CAPTURES.has(name);
      // Opened once for both views: opening takes longer than the steps of a lesson.
      for (const view of ["explorer", "lecture"]) {
        if (view === "lecture") await synfin.press("p");
        await expect(page.locator(`main[data-stage="${view}"]`)).toBeVisible();
        const head = page.locator(".sequence-head");
        await (hasClocks ? expect(head).toContainText("clock") : expect(head).not.toBeEmpty());
        const given = await giveLesson(page, hasClocks ? null : (fixed[view] ?? null));
        expect(given.mode, `${name}, ${view}`).toBe("exploring");
        expect.soft(given.moved, `${name}, ${view}`).toEqual([]);
        if (!hasClocks) fixed[view] = given.fixed;
        looks += given.looks;
      }
      await synfin.press("p");
    }
    expect(looks).toBeGreaterThan(300);
  });
}
