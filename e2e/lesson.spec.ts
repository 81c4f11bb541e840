import type { Page } from "@playwright/test";
import { accessibilityFaults, expect, test } from "./test.ts";

/** Where a lesson stands: the mode of the page, the step, and whether a question is open. */
async function standOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const card = document.querySelector<HTMLElement>(".class-card");
    const mode = document.querySelector("main")?.dataset["mode"];
    return `${mode} ${card?.dataset["step"]} ${card?.dataset["asking"]}`;
  });
}

/** Presses a key of a clicker, and waits until the lesson stands elsewhere. */
async function click(page: Page, key = "PageDown"): Promise<string> {
  const before = await standOf(page);
  await page.keyboard.press(key);
  await expect.poll(() => standOf(page), { intervals: [30, 60, 100] }).not.toBe(before);
  return standOf(page);
}

test.describe("without network", () => {
  test.use({ keepsOffline: true });

  test("a lesson is given from start to end with a clicker alone", async ({ synfin, page, context }) => {
    await synfin.expectPhase("empty");
    await page.evaluate(() => localStorage.setItem("synfin.language", "ko"));
    await synfin.reload();
    // The clicker is listened to once the page is drawn.
    await page.waitForLoadState("networkidle");
    const examples = page.locator(".example");
    for (const [key, reached] of [
      ["PageDown", 0],
      ["PageDown", 1],
      ["PageUp", 0],
    ] as const) {
      await page.keyboard.press(key);
      await expect(examples.nth(reached)).toBeFocused();
    }
    await page.keyboard.press(".");
    const card = page.locator(".class-card");
    await expect(card).toBeVisible();
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    await page.keyboard.press("p");
    await expect(page.locator(".lecture")).toBeVisible();
    await page.keyboard.press("PageDown");
    await expect(card).toHaveAttribute("data-step", "1");
    const blank = page.locator(".blank-screen");
    for (const key of [".", "b"]) {
      await page.keyboard.press(key);
      await expect(blank).toBeVisible();
      await page.keyboard.press("PageDown");
      await expect(blank).toBeHidden();
      await expect(card).toHaveAttribute("data-step", "1");
    }
    const told: string[] = [];
    let asked = 0;
    for (let clicks = 0; clicks < 60; clicks++) {
      const stand = await standOf(page);
      if (stand.includes(" end ")) break;
      if (stand.endsWith("true")) asked++;
      else told.push(await card.locator(".class-card-note").innerText());
      await click(page);
    }
    await expect(card).toHaveAttribute("data-step", "end");
    expect(asked).toBeGreaterThan(0);
    expect(new Set(told).size).toBeGreaterThan(4);
    await expect(page.getByRole("main")).toHaveAttribute("data-position", "11");
    await page.mouse.move(300, 300);
    await expect(page.locator(".lecture-controls")).toHaveCSS("opacity", "1");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("F5");
    await expect(card).toHaveAttribute("data-step", "1");
  });
});

const BLANKS = [".", "b"];

for (const [language, tag] of [
  ["English", "en"],
  ["한국어", "ko"],
  ["简体中文", "zh-Hans"],
] as const) {
  for (const chapter of ["opening", "losing", "closing", "enduring"]) {
    test(`from the start page, a lesson of “${chapter}” is given into the next one by clicker keys alone (${language})`, async ({
      synfin,
      page,
    }) => {
      await synfin.show(language);
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      const cards = page.locator(".example");
      const titles = await cards.locator("strong").allInnerTexts();
      const first = page.locator(`section[aria-labelledby="chapter-${chapter}"] .example strong`).first();
      const number = titles.indexOf(await first.innerText());
      await synfin.press("PageDown", number + 1);
      await expect(cards.nth(number)).toBeFocused();
      await synfin.press(BLANKS[number % 2] ?? ".");
      const card = page.locator(".class-card");
      await expect(card).toContainText(titles[number] ?? "");
      await expect(synfin.main).toHaveAttribute("data-mode", "veiled");
      const seen = new Set([await click(page)]);
      for (const key of BLANKS) {
        const stand = await standOf(page);
        await synfin.press(key);
        await expect(page.locator(".blank-screen")).toBeVisible();
        await synfin.press("PageDown");
        await expect(page.locator(".blank-screen")).toBeHidden();
        expect(await standOf(page)).toBe(stand);
        // A letter answers while a question is open: the next step asks in some lessons.
        if (key === ".") while ((await click(page)).endsWith("true"));
      }
      await click(page, "PageUp");
      while (!(await standOf(page)).includes(" end ")) seen.add(await click(page));
      expect(seen.size).toBeGreaterThan(3);
      await expect(card).toContainText(titles[number + 1] ?? "");
      await click(page);
      await expect(synfin.main).toHaveAttribute("data-mode", "veiled");
      await expect(card).toContainText(titles[number + 1] ?? "");
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
    });
  }
}

test("a course is given lesson by lesson, letters answer its questions and nothing else", async ({
  synfin,
  page,
}) => {
  await synfin.expectPhase("empty");
  await page.evaluate(() => (location.hash = "#course=refused,no-such-lesson,syn-lost&lang=en&view=present"));
  const card = page.locator(".class-card");
  await expect(page.locator(".lecture")).toBeVisible();
  await expect(card).toContainText("Connection refused (lesson 1 of 2)");
  await expect(card).toContainText("Left out, because no example is called so: no-such-lesson.");
  const question = page.locator('.class-card[data-asking="true"]');
  const goOn = async (): Promise<void> => {
    const was = await card.evaluate((element) => element.outerHTML);
    await page.keyboard.press("PageDown");
    await expect.poll(() => card.evaluate((element) => element.outerHTML)).not.toBe(was);
  };
  while ((await question.count()) === 0) await goOn();
  await page.keyboard.press("Shift+B");
  await page.keyboard.press("Shift+B");
  await expect(page.locator(".class-hands").nth(1)).toHaveText("2");
  await page.keyboard.press("c");
  await expect(question).toHaveCount(0);
  await expect(page.locator('.class-option[aria-pressed="true"]')).toContainText("C");
  await expect(card.getByRole("status")).toBeHidden();
  while (!(await card.innerText()).includes("Next: The first SYN is lost")) await goOn();
  await goOn();
  await expect(card).toContainText("The first SYN is lost (lesson 2 of 2)");
  await expect(page).toHaveURL(/#course=refused,.*&lesson=2$/u);
  await synfin.reload();
  await expect(card).toContainText("The first SYN is lost (lesson 2 of 2)");
  await expect(page.locator(".lecture")).toBeVisible();
});

test("after an answer, what the lesson says is in sight, and so is the way on", async ({ synfin, page }) => {
  await synfin.openVeiled("From SYN to FIN");
  const card = page.locator(".class-card");
  await expect(synfin.main).toHaveAttribute("data-mode", "veiled");
  await synfin.expectPhase("ready");
  for (const [width, height] of [
    [1440, 900],
    [820, 1180],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    while (!(await standOf(page)).endsWith("true")) await click(page);
    await synfin.press("a");
    await expect(card).toHaveAttribute("data-asking", "false");
    await expect(card.locator(".class-card-tools .primary")).toBeInViewport({ ratio: 1 });
    if (width > 700) await expect(card.locator(".class-card-note")).toBeInViewport({ ratio: 1 });
    await click(page);
  }
});

test("a teacher puts lessons in an order and gets one link to them", async ({ synfin, page }) => {
  await synfin.expectPhase("empty");
  await page.keyboard.press("k");
  const sheet = page.getByRole("dialog", { name: "A course of your own" });
  await sheet.getByRole("button", { name: "Earlier: Connection refused" }).click();
  await sheet.getByRole("button", { name: "Remove: What TIME-WAIT is for" }).click();
  await sheet.getByLabel("Add an example").selectOption("fin-lost");
  const field = sheet.getByLabel("Add a link of your own");
  await field.fill("no link");
  await field.press("Enter");
  await expect(sheet.getByRole("alert")).toContainText("no Synfin link");
  await field.fill("https://synfin.example/#1.AKsF_Q&step=3");
  await field.press("Enter");
  await expect(sheet.getByLabel("Link", { exact: true })).toHaveValue(
    /#course=refused,handshake-and-close,syn-lost,three-segment-close,half-close,fin-lost,1\.AKsF_Q&lang=en&view=present$/u,
  );
  expect(await accessibilityFaults(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Give it now" }).click();
  await expect(page.locator(".class-card")).toContainText("(lesson 1 of 7)");
});

test("a link to a lesson carries the language, however it is spelled", async ({ synfin, page }) => {
  await synfin.expectPhase("empty");
  await synfin.openVeiled("Connection refused");
  const card = page.getByRole("region", { name: "Lesson" });
  await expect(card.getByRole("link")).toHaveAttribute("href", "#example=refused&lang=en");
  for (const [language, tag] of [
    ["zh-CN", "zh-Hans"],
    ["ko-KR", "ko"],
    ["en-GB", "en"],
  ] as const) {
    await page.evaluate((asked) => (window.location.hash = `example=refused&lang=${asked}`), language);
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    await expect(page.locator(".class-card a")).toHaveAttribute("href", /example=refused/);
  }
});

for (const [language, told, segment] of [
  ["en", "Other connection, same addresses and ports.", "in the one shown before: SYN from the client"],
  ["ko", "주소와 포트가 같은 다른 연결입니다.", "클라이언트가 보낸 SYN"],
  ["zh-Hans", "另一个连接，地址和端口相同。", "客户端发送了 SYN"],
] as const) {
  test(`a tour that goes on to the next connection of a pair says so, and what came before it (${language})`, async ({
    page,
    synfin,
  }) => {
    await synfin.expectPhase("empty");
    const card = page.locator(".class-card");
    const handOver = card.locator(".class-card-hand-over");
    await page.evaluate((asked) => (window.location.hash = `example=half-open&lang=${asked}`), language);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await card.locator("button").first().click();
    await expect(card).toHaveAttribute("data-step", "1");
    await expect(handOver).toHaveCount(0);
    for (const step of ["2", "3"]) {
      await page.keyboard.press("PageDown");
      await expect(card).toHaveAttribute("data-step", step);
      await expect(handOver).toContainText(told);
    }
    await expect(handOver).toContainText(segment);
    await expect(card.locator(".class-card-note")).toBeInViewport({ ratio: 1 });
  });
}

test("what came before is told of the segment that the step before revealed", async ({ page, synfin }) => {
  await synfin.expectPhase("empty");
  const card = page.locator(".class-card");
  await page.evaluate(() => (window.location.hash = "example=old-duplicate-syn&lang=en"));
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await card.locator("button").first().click();
  await expect(card).toHaveAttribute("data-step", "1");
  for (const step of ["2", "3"]) {
    await page.keyboard.press("PageDown");
    await expect(card).toHaveAttribute("data-step", step);
  }
  await expect(card).toContainText("Show the answer");
  await page.keyboard.press("PageDown");
  await expect(card).not.toContainText("Show the answer");
  await page.keyboard.press("PageDown");
  await expect(card).toHaveAttribute("data-step", "4");
  await expect(card.locator(".class-card-hand-over")).toContainText("RST from the client");
});

test("what would tell more than the class may see says why it is not shown, and Esc leaves", async ({
  synfin,
  page,
}) => {
  await synfin.openVeiled("Connection refused");
  await expect(page.locator(".class-card")).toBeVisible();
  await synfin.press("v");
  await expect(page.locator(".class-card").getByRole("status")).toHaveText(/^Not now/);
  await synfin.liftVeil();
  await synfin.press("c");
  await expect(page.getByRole("region", { name: "Compare" })).toBeVisible();
  await synfin.press("PageDown");
  await synfin.expectPosition(1);
  await expect(page.getByRole("region", { name: "Compare" })).toBeVisible();
  await synfin.press("Escape");
  await synfin.press("q");
  const card = page.getByRole("region", { name: "Question" });
  await expect(page.locator(".class-option").first()).toBeEnabled();
  await synfin.press("v");
  await expect(card.getByRole("status")).toHaveText(/^Not now/);
  await synfin.press("PageDown");
  await expect(card.getByRole("status")).toBeHidden();
  await synfin.press("c");
  await expect(card.getByRole("status")).toHaveText(/^Not now/);
  await synfin.press("Escape");
  await expect(synfin.connections).toBeVisible();
  await synfin.press("g");
  await expect(page.locator(".class-card[data-step]")).toBeVisible();
  await synfin.press("v");
  await expect(page.locator(".class-card").getByRole("status")).toHaveText(/^Not now/);
  await synfin.press("Escape");
  await expect(synfin.connections).toBeVisible();
});
