import { accessibilityFaults, expect, test } from "./test.ts";

test.use({ keepsOffline: true });

// What other languages say in a lesson is data, which src/lessons tests.
test("a lesson is given from start to end with a clicker alone and without network", async ({
  synfin,
  page,
  context,
}) => {
  await synfin.expectPhase("empty");
  await page.evaluate(() => localStorage.setItem("synfin.language", "ko"));
  await synfin.reload();
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
  const told: string[] = [];
  let asked = 0;
  for (let clicks = 0; clicks < 60; clicks++) {
    const stand = await card.evaluate(({ dataset }) => `${dataset["step"]} ${dataset["asking"]}`);
    if (stand.startsWith("end")) break;
    if (stand.endsWith("true")) asked++;
    else told.push(await card.locator(".class-card-note").innerText());
    await page.keyboard.press("PageDown");
    await expect
      .poll(() => card.evaluate(({ dataset }) => `${dataset["step"]} ${dataset["asking"]}`))
      .not.toBe(stand);
  }
  await expect(card).toHaveAttribute("data-step", "end");
  expect(asked).toBeGreaterThan(0);
  expect(new Set(told).size).toBeGreaterThan(4);
  await expect(page.getByRole("main")).toHaveAttribute("data-position", "11");
  await page.mouse.move(300, 300);
  await expect(page.locator(".lecture-controls")).toHaveCSS("opacity", "1");
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("a link to a lesson carries the language, however it is spelled", async ({ synfin, page }) => {
  await synfin.expectPhase("empty");
  await synfin.openExample("Connection refused");
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

test("what would tell more than the class may see says why it is not shown, and Esc leaves", async ({
  synfin,
  page,
}) => {
  await synfin.openExample("Connection refused");
  await expect(page.locator(".class-card")).toBeVisible();
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
