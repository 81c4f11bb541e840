import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Page } from "@playwright/test";
import { accessibilityFaults, capturePath, expect, test } from "./test.ts";

/** A classic pcap as its head and its records. */
function recordsOf(path: string): { readonly head: Buffer; readonly records: readonly Buffer[] } {
  const file = readFileSync(path);
  const records: Buffer[] = [];
  for (let at = 24; at < file.length;) {
    const end = at + 16 + file.readUInt32LE(at + 8);
    records.push(file.subarray(at, end));
    at = end;
  }
  return { head: file.subarray(0, 24), records };
}

/**
 * The whole page as text, attributes and drawings included, but for the question, its options, and which states of the
 * graph can be pressed to answer it.
 */
async function pageWithoutQuestion(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const asked of copy.querySelectorAll(".class-card-text, .class-options")) asked.replaceChildren();
    for (const node of copy.querySelectorAll(".state-graph .node")) {
      for (const name of ["role", "tabindex", "aria-label", "aria-hidden"]) node.removeAttribute(name);
    }
    // When a part of the page arrives does not follow from the capture.
    for (const part of copy.querySelectorAll("head > link[rel=modulepreload]")) part.remove();
    // React numbers its ids by what was mounted since the page opened: two captures, one after the other, differ in them.
    return `${document.title}\n${copy.outerHTML.replaceAll(/_r_\w+_/gu, "_r_")}`;
  });
}

/** What tells the options apart beside their words. */
async function marksOfOptions(page: Page): Promise<string[]> {
  return page
    .locator(".class-option")
    .evaluateAll((buttons) => [
      ...new Set(buttons.map((button) => (button.cloneNode() as Element).outerHTML)),
    ]);
}

test.describe("predicting", () => {
  const KERNEL = "syn-lost-once.pcap";

  for (const shared of [1, 7]) {
    test(`of a dropped capture, the page after ${shared} segments is the same however it goes on`, async ({
      synfin,
      page,
    }, info) => {
      const { head, records } = recordsOf(capturePath(KERNEL));
      const other = info.outputPath("other", KERNEL);
      mkdirSync(dirname(other), { recursive: true });
      const [last = Buffer.alloc(0)] = records.slice(-1);
      writeFileSync(other, Buffer.concat([head, ...records.slice(0, shared), last]));
      const pages: string[][] = [];
      for (const path of [capturePath(KERNEL), other]) {
        await synfin.drop(path);
        await expect(synfin.main).toHaveAttribute("data-position", "0");
        await expect(synfin.main).toHaveAttribute("data-segments", path === other ? `${shared + 1}` : "12");
        await synfin.press("q");
        const seen: string[] = [];
        for (let reach = 0; reach <= shared; reach++) {
          await expect(synfin.main).toHaveAttribute("data-segments", `${reach}`);
          await expect(page.locator(".class-option").first()).toBeEnabled();
          expect(await marksOfOptions(page)).toHaveLength(1);
          await page.mouse.move(0, 0);
          seen.push(await pageWithoutQuestion(page));
          if (reach === shared) break;
          await synfin.press("PageDown", 1);
          await expect(synfin.main).toHaveAttribute("data-segments", `${reach + 1}`);
          await synfin.press("PageDown", 1);
        }
        pages.push(seen);
        await synfin.press("q");
      }
      expect(pages[0]).toEqual(pages[1]);
    });
  }

  test("an answer in the state graph is judged and counted", async ({ synfin, page }) => {
    await synfin.open(capturePath("three-segment-close.pcap"), { connections: 1, segments: 10 });
    await synfin.press("q");
    const card = page.getByRole("region", { name: "Question" });
    for (let answered = 0; answered < 10; answered++) {
      const text = card.getByText("The client sends FIN,ACK. In which state is the server after it?");
      await expect(page.locator(".class-option").first()).toBeEnabled();
      if (await text.isVisible()) break;
      await synfin.press("PageDown");
      await synfin.expectPosition(answered + 1);
      await synfin.press("PageDown");
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    await synfin.graph.getByRole("button", { name: "Answer CLOSE-WAIT" }).click();
    await expect(card).toContainText("Right.");
    await expect(card).toContainText("1 of 1 right");
    await expect(synfin.segment).toContainText("ESTABLISHED → CLOSE-WAIT");
  });
});

/** The smallest letters on the page in pixels of the screen, with the words that are set in them. */
async function smallestWords(page: Page): Promise<{ readonly pixels: number; readonly words: string }> {
  return page.evaluate(() => {
    let smallest = { pixels: Number.POSITIVE_INFINITY, words: "" };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? "";
      if (!element || words === "" || element.closest(".unseen, option")) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getBoundingClientRect().width < 2) continue;
      const svg = element.closest("text");
      const scale = svg
        ? svg.getBoundingClientRect().height / svg.getBBox().height
        : (element as Element & { currentCSSZoom: number }).currentCSSZoom;
      const pixels = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (pixels < smallest.pixels) smallest = { pixels, words };
    }
    return smallest;
  });
}

test.describe("the lecture view", () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test("sets no letter smaller than 20 pixels, at any step, with questions or without", async ({
    synfin,
    page,
  }) => {
    await synfin.open(capturePath("syn-lost-once.pcap"), { connections: 1, segments: 12 });
    await synfin.press("p");
    await expect(synfin.connections).toBeHidden();
    for (let position = 1; position <= 12; position++) {
      await synfin.press("PageDown");
      await synfin.expectPosition(position);
      const { pixels, words } = await smallestWords(page);
      expect(pixels, words).toBeGreaterThanOrEqual(20);
    }
    await expect(page.getByRole("region", { name: "Why" })).toContainText("LAST-ACK → CLOSED (assumed)");
    // The controls come when the pointer moves, and fade when it rests.
    await page.mouse.move(300, 300);
    await expect(page.locator(".lecture-controls")).toHaveCSS("opacity", "1");
    expect(await accessibilityFaults(page)).toEqual([]);
    await synfin.press("Home");
    await synfin.press("q");
    await expect(page.locator(".class-option").first()).toBeEnabled();
    const { pixels, words } = await smallestWords(page);
    expect(pixels, words).toBeGreaterThanOrEqual(20);
    await synfin.press("q");
    await synfin.press("Escape");
    await expect(synfin.connections).toBeVisible();
  });
});

test("comparing two connections marks and says where their states part", async ({ synfin, page }) => {
  await synfin.open(capturePath("three-segment-close.pcap"), { connections: 1, segments: 10 });
  await synfin.press("c");
  await page.getByRole("combobox", { name: "an example" }).selectOption({ index: 1 });
  const main = synfin.main;
  await expect(main.getByText("The first difference")).toContainText(
    "left, at segment 9 the server goes from CLOSE-WAIT to LAST-ACK",
  );
  await main.getByRole("button", { name: "Go there" }).click();
  await expect(main.locator(".state-way [data-parts=true]")).toHaveText(["LAST-ACK", "FIN-WAIT-2"]);
  await synfin.press("PageDown");
  await synfin.expectPosition(10);
  await synfin.press("Escape");
  await expect(synfin.connections).toBeVisible();
});

test("the coverage map shows the arrows of figure 5 that the capture takes, or all examples", async ({
  synfin,
}) => {
  await synfin.open(capturePath("three-segment-close.pcap"), { connections: 1, segments: 10 });
  await synfin.press("v");
  await expect(synfin.graph).toContainText("10 of the 18 arrows of figure 5");
  await expect(synfin.graph.locator(".covered-edge[data-taken=true]")).toHaveCount(10);
  // The panel of one segment gives its room to it, so that its names can be read.
  await expect(synfin.segment).toBeHidden();
  expect((await synfin.graph.locator(".covered-node rect").first().boundingBox())?.height).toBeGreaterThan(
    15,
  );
  await synfin.graph.getByRole("button", { name: "All examples" }).click();
  await expect(synfin.graph).toContainText(/1[1-8] of the 18 arrows of figure 5/);
  await synfin.press("v");
  await expect(synfin.graph).not.toContainText("arrows of figure 5");
});
