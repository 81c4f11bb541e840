import type { Page } from "@playwright/test";
import { THEMES } from "../src/store/synfin-state.ts";
import type { View } from "../src/ui/view.ts";
import { VIEWS } from "../src/ui/views.ts";
import {
  cutFocusMarks,
  drawnWithoutWords,
  focusOf,
  lostControls,
  overhang,
} from "./accessibility-measures.ts";
import { largeCapture } from "./large-capture.ts";
import { comparePictureAndWords } from "./picture-and-words.ts";
import type { SynfinPage } from "./synfin-page.ts";
import { accessibilityFaults, capturePath, expect, RULES_OF_LOOKS, test } from "./test.ts";

test.use({ reducedMotion: "reduce" });

const LOST_SYN = capturePath("syn-lost-once.pcap");

/** Three connections that end in three ways, as text: the list of them, and when each was. */
const SEVERAL = [
  "12:00:00.000000 IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [S], seq 1, win 9, length 0",
  "12:00:01.000000 IP 10.0.0.2.80 > 10.0.0.1.40001: Flags [R.], seq 0, ack 2, win 0, length 0",
  "12:00:02.000000 IP 10.0.0.1.40002 > 10.0.0.2.81: Flags [S], seq 1, win 9, length 0",
  "12:00:03.000000 IP 10.0.0.1.40003 > 10.0.0.2.80: Flags [.], seq 1:2, ack 1, win 9, length 1",
].join("\n");

/** Goes through every view by keys and classes alone, so that any language will do, and calls `look` in each. */
async function visitViews(page: Page, large: string, look: (view: string) => Promise<void>): Promise<void> {
  const main = page.locator("main");
  const open = (file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> =>
    page.locator("input[type=file]").first().setInputFiles(file);
  const textFile = (name: string, text: string) => ({ name, mimeType: "", buffer: Buffer.from(text) });
  await look("empty");
  await open(large);
  await expect(main).toHaveAttribute("data-phase", "loading");
  await expect(main.getByRole("progressbar")).toBeVisible();
  await look("loading");
  await main.locator("button").first().click();
  await expect(main).toHaveAttribute("data-phase", "empty");
  await open(textFile("x.bin", "nothing in here"));
  await expect(main).toHaveAttribute("data-phase", "failed");
  await look("failed");
  const before = await page.locator(".failure").innerText();
  await page.evaluate(() => (location.hash = "#1.AAAA"));
  await expect(page.locator(".failure")).not.toHaveText(before, { useInnerText: true });
  await look("link refused");
  await open(textFile("several.txt", SEVERAL));
  await expect(main).toHaveAttribute("data-connections", "3");
  await visitList(page, look);
  await open(LOST_SYN);
  await expect(main).toHaveAttribute("data-segments", "12");
  await visitConnection(page, look);
  await visitLesson(page, look);
}

/** The list of several connections, with whatever can be opened in it. */
async function visitList(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  // On a small screen the list is behind a tab of its own.
  const tab = page.locator(".view-tabs [role=tab]").first();
  const showList = async (): Promise<void> => {
    if (await tab.isVisible()) await tab.click();
  };
  await showList();
  // On a low screen the overview begins folded.
  const fold = page.locator(".over-time-fold > summary");
  if (await fold.isVisible()) await fold.click();
  await expect(page.locator(".over-time canvas")).toBeVisible();
  await look("list and overview over time");
  await showList();
  const filter = page.locator(".filter-box input");
  await filter.fill("outcome:");
  await expect(page.locator(".filter-box [role=listbox]")).toBeVisible();
  await look("completion of the filter");
  await showList();
  await filter.fill("port:9999");
  await page.keyboard.press("Escape");
  await filter.fill("");
  await page.keyboard.press("Escape");
  await filter.blur();
  await page.locator(".connections .action-menu button").first().click();
  await expect(page.locator("[role=menu]")).toBeVisible();
  await look("menu of a connection");
  await page.keyboard.press("Escape");
  const more = page.locator(".more-button");
  if (!(await more.isVisible())) return;
  await more.click();
  await expect(page.locator(".more-tools")).toBeVisible();
  await look("tools");
  await page.keyboard.press("Escape");
}

/** Views of a lesson, and of two captures of the same traffic. */
const NEEDS_MORE: ReadonlySet<string> = new Set(["tour", "merge", "both"]);

/** Shows every view of the list by its key, looks at it, and leaves it again. */
async function visitConnection(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
  for (const view of VIEWS) {
    if (NEEDS_MORE.has(view.name)) continue;
    const before = await page.locator("main").getAttribute("data-position");
    // Enter belongs to the tab that was clicked last, as long as that has the focus.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press(view.key);
    await expectView(page, view);
    if (view.name === "compare") {
      await page.locator(".class-card select").selectOption({ index: 1 });
      await expect(page.locator("main")).toHaveAttribute("data-mode", "comparing");
    }
    await look(view.name);
    if (view.leave) await page.keyboard.press("Escape");
    // What was left for the laboratory is read again.
    if (view.place === "side")
      await expect(
        page.locator(`main[data-position="${before}"][data-segments="12"]:not(:has(.lab-card))`),
      ).toBeVisible();
    if (view.place === "sheet") await expect(page.locator("dialog[open]")).toHaveCount(0);
  }
}

/** Waits until a view is on screen, or its card that waits to begin. */
async function expectView(page: Page, { name, place, waiting }: View): Promise<void> {
  const places: Readonly<Record<View["place"], string>> = {
    stage: waiting ? ".class-card" : `main[data-stage="${name}"] > :not(.loading)`,
    pane: `.explorer[data-view="${name}"]`,
    side: ".class-card, .laboratory",
    graph: "#graph:not(:has(.state-graph))",
    card: ".class-card",
    tab: `.segment [data-tab="${name}"][aria-selected="true"]`,
    sheet: "dialog[open]",
  };
  await expect(page.locator(places[place]).first(), name).toBeAttached();
}

async function visitLesson(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  await page.evaluate(() => (location.hash = "#example=handshake-and-close"));
  await expect(page.locator("main[data-mode=veiled]")).toHaveAttribute("data-phase", "ready");
  await look("veiled");
  await page.keyboard.press("g");
  await expect(page.locator(".class-card[data-step]")).toBeVisible();
  await look("tour");
  await page.evaluate(() => dispatchEvent(new Event("vite:preloadError")));
  await expect(page.locator(".notice")).toBeVisible();
  await look("notice");
  await page.locator(".notice button").last().click();
  await page.evaluate(() => (location.hash = "#example=handshake-and-close&view=embed"));
  await expect(page.locator(":root[data-embedded] main")).toHaveAttribute("data-segments", "11");
  await look("embedded");
}

for (const { theme, locale, rules } of [
  { theme: "light", locale: "en-US", rules: undefined },
  { theme: "dark", locale: "zh-CN", rules: RULES_OF_LOOKS },
  { theme: "projector", locale: "ko-KR", rules: RULES_OF_LOOKS },
] as const) {
  test.describe(`${theme}, ${locale}`, () => {
    test.use({ locale });
    test("axe finds nothing wrong in any view", async ({ page, synfin }, testInfo) => {
      // Some thirty views, each looked at by every rule.
      testInfo.setTimeout(180_000);
      await synfin.expectPhase("empty");
      const card = await synfin.openDisplay();
      await card.locator(".switch").first().getByRole("button").nth(THEMES.indexOf(theme)).click();
      await synfin.press("Escape");
      await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${locale.slice(0, 2)}`));
      await visitViews(page, largeCapture(testInfo, 2 ** 33), async (view) => {
        const faults = await accessibilityFaults(page, rules);
        // What is shown in another page's frame stands under that page's heading.
        const counted =
          view === "embedded" ? faults.filter((one) => !one.startsWith("page-has-heading")) : faults;
        expect.soft(counted, view).toEqual([]);
      });
    });
  });
}

for (const { size, viewport, deviceScaleFactor } of [
  { size: "magnified to 200 %", viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  { size: "320 pixels wide", viewport: { width: 320, height: 640 }, deviceScaleFactor: 1 },
]) {
  test.describe(size, () => {
    test.use({ viewport, deviceScaleFactor });
    test("nothing is wider than the screen, and every control can be brought into sight", async ({
      page,
      synfin,
    }, testInfo) => {
      testInfo.setTimeout(180_000);
      await synfin.expectPhase("empty");
      await visitViews(page, largeCapture(testInfo, 2 ** 33), async (view) => {
        for (const part of await partsOf(page)) {
          await part?.click();
          expect.soft(await overhang(page), view).toBe(0);
          expect.soft(await lostControls(page), view).toEqual([]);
        }
      });
    });
  });
}

/** The tabs that show one part of the page at a time; one null where all is shown, or a dialog covers them. */
async function partsOf(page: Page) {
  const tabs = await page.locator("body:not(:has(dialog[open])) .view-tabs [role=tab]:visible").all();
  return tabs.length === 0 ? [null] : tabs;
}

test("Tab reaches every control, shows where it is, and leaves the page again", async ({ page, synfin }) => {
  await synfin.open(LOST_SYN, { connections: 1, segments: 12 });
  await synfin.press("ArrowRight", 4);
  const controls = await page
    .locator("button:enabled:visible, select:visible, input:visible, [role=button][tabindex='0']:visible")
    .evaluateAll((all) => all.filter((one) => (one as HTMLElement).tabIndex === 0).length);
  const reached = new Set<string>();
  for (let stop = 0; stop < 150; stop++) {
    await synfin.press("Tab");
    const focus = await focusOf(page);
    if (focus === null) break;
    expect(reached, "no trap").not.toContain(focus.path);
    reached.add(focus.path);
    expect.soft(focus.isMarked, `focus is seen at ${focus.path}`).toBe(true);
    expect.soft(await cutFocusMarks(page), focus.path).toEqual([]);
  }
  expect(await focusOf(page)).toBeNull();
  expect(reached.size).toBeGreaterThanOrEqual(controls);
});

test("the focus returns to the button that opened a dialog", async ({ page, synfin }) => {
  await synfin.open(LOST_SYN, { connections: 1, segments: 12 });
  for (const name of ["Share", "Export", "Keys and help"]) {
    const button = page.getByRole("banner").getByRole("button", { name });
    await button.focus();
    await synfin.press("Enter");
    await expect(page.locator("dialog[open] :focus, dialog[open]:focus")).toHaveCount(1);
    await synfin.press("Escape");
    await expect(button).toBeFocused();
  }
});

test("a step is said once, with the segment and both states, and nothing moves for who wants that", async ({
  page,
  synfin,
}) => {
  await synfin.open(LOST_SYN, { connections: 1, segments: 12 });
  const said = () =>
    page
      .locator("[aria-live], [role=status], [role=alert]")
      .evaluateAll((all) => all.map((one) => one.textContent));
  for (let position = 1; position <= 12; position++) {
    const before = await said();
    await synfin.press("ArrowRight");
    await synfin.expectPosition(position);
    // A part that comes meanwhile brings a region of its own, which says nothing yet.
    const news = (await said()).filter((text) => text !== "" && !before.includes(text));
    expect(news).toHaveLength(1);
    expect(news[0]).toContain(`${position} of 12`);
    for (const side of ["client", "server"]) {
      expect(news[0]).toContain(await synfin.main.getAttribute(`data-${side}-state`));
    }
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  }
});

test("with the colours of the system, shapes replace colours", async ({ page, synfin }) => {
  await synfin.open(LOST_SYN, { connections: 1, segments: 12 });
  await synfin.press("End");
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const css = (selector: string, property: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  expect(await css(".badge[data-side=server] rect", "rx")).toBe("2px");
  expect(await css(".badge[data-side=client] rect", "rx")).not.toBe("2px");
  expect(await css(".row-now", "outline-style")).toBe("double");
  expect(await css(".connection-row[aria-selected=true]", "outline-style")).toBe("double");
  await synfin.openDisplay();
  expect(await css(".switch button[aria-pressed=true]", "background-color")).not.toBe(
    await css(".switch button[aria-pressed=false]", "background-color"),
  );
  await synfin.press("Escape");
  expect(await css(".segment [aria-selected=true]", "border-bottom-color")).not.toBe(
    await css(".segment [aria-selected=false]", "border-bottom-color"),
  );
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("picture and words say the same of every segment and state", async ({ page, synfin }) => {
  test.slow();
  for (const name of [
    "syn-lost-once",
    "simultaneous-open",
    "reset-by-client",
    "final-ack-lost",
    "keep-alive",
  ]) {
    await synfin.drop(capturePath(`${name}.pcap`));
    await comparedAtEverySegment(synfin, `${name}.pcap`);
  }
  for (const name of ["half-close", "zero-window", "fast-open", "port-reuse"]) {
    await page.evaluate((example) => (location.hash = `#example=${example}`), name);
    await synfin.liftVeil();
    await comparedAtEverySegment(synfin, `${name}.pcap`);
  }
});

/** Goes through the connection on screen, and looks at every segment of it. */
async function comparedAtEverySegment(synfin: SynfinPage, name: string): Promise<void> {
  const { page } = synfin;
  await expect(page).toHaveTitle(new RegExp(`^${name}`, "u"));
  await synfin.expectPhase("ready");
  await expect(page.locator(".sequence-drawing .segment-arrow").first()).toBeAttached();
  const segments = Number(await synfin.main.getAttribute("data-segments"));
  const seen = new Set<number>();
  let passages = 0;
  const look = async (): Promise<void> => {
    await expect.poll(() => drawnWithoutWords(page), name).toEqual([]);
    const compared = await comparePictureAndWords(page);
    expect.soft(compared.differences, name).toEqual([]);
    for (const row of compared.rows) seen.add(row);
    passages = Math.max(passages, compared.passages);
  };
  await synfin.press("Home");
  await look();
  for (let position = 1; position <= segments; position++) {
    await synfin.press("ArrowRight");
    if (position % 4 === 1 || position === segments) await look();
  }
  expect([...seen].toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: segments }, (_, index) => index + 1),
  );
  expect(passages, name).toBeGreaterThan(4);
}

test("a word that differs from the picture is found, whichever it is", async ({ page, synfin }) => {
  await synfin.open(LOST_SYN, { connections: 1, segments: 12 });
  await synfin.press("End");
  await expect.poll(async () => (await comparePictureAndWords(page)).differences).toEqual([]);
  const row = page.locator(".sequence-diagram .unseen table tbody tr").nth(1);
  const words = [1, 2, 3, 5, 6, 7].map((cell) => row.locator("> *").nth(cell));
  for (const word of [...words, page.locator("ol.unseen").first().locator("li").last()]) {
    const before = await word.textContent();
    await word.evaluate((element) => (element.textContent = "?"));
    expect((await comparePictureAndWords(page)).differences).not.toEqual([]);
    await word.evaluate((element, text) => (element.textContent = text), before);
  }
});

test("every part of the page is a landmark with its name", async ({ synfin }) => {
  await synfin.drop(capturePath("handshake-and-close.pcap"));
  await synfin.expectPhase("ready");
  for (const part of [synfin.connections, synfin.diagram, synfin.graph, synfin.segment, synfin.playback]) {
    await expect(part).toBeVisible();
  }
});
