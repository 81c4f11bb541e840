import { LANGUAGES } from "../src/store/language.ts";
import { accessibilityFaults, expect, test } from "./test.ts";

for (const language of LANGUAGES) {
  test(`a lesson is given from start to end with a clicker alone and without network: ${language}`, async ({
    synfin,
    page,
    context,
  }) => {
    await synfin.expectPhase("empty");
    await page.evaluate((tag) => localStorage.setItem("synfin.language", tag), language);
    await page.reload({ waitUntil: "networkidle" });
    await page.locator(".example").first().click();
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
}
