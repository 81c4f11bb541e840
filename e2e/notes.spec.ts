import { readFileSync } from "node:fs";
import { accessibilityFaults, expect, test } from "./test.ts";

const ARTICLE = readFileSync("../shared/text/wild/seed-003-whole.txt", "utf8");

test("notes on an article's capture stand beside the arrows, travel in a link, and are given as a tour", async ({
  synfin,
  page,
}) => {
  await synfin.paste(ARTICLE);
  await synfin.expectOpen({ connections: 2, segments: 9 });
  const sheet = page.getByRole("dialog", { name: "Your notes" });
  const written = ["The client asks to open.", "The server agrees, and asks in turn."];
  for (const text of written) {
    await synfin.press("ArrowRight");
    await synfin.press("Enter");
    await expect(sheet.getByLabel("Note", { exact: true })).toBeFocused();
    await page.keyboard.type(text);
    await synfin.press("Control+Enter");
    await expect(sheet).toBeHidden();
    await expect(page.locator(".layer-notes text").filter({ hasText: text.slice(0, 12) })).toBeVisible();
  }
  await synfin.press("ArrowRight");
  await synfin.press("Enter");
  await page.keyboard.type("What closes a connection?");
  await sheet.getByLabel("It asks").check();
  await sheet.getByLabel("Answers").fill("SYN\n*FIN");
  expect(await accessibilityFaults(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Save the note" }).click();
  await synfin.press("s");
  const link = page.getByRole("dialog").getByLabel("Link", { exact: true });
  await expect(link).toHaveValue(/#2\./u);
  const fragment = new URL(await link.inputValue()).hash;
  await synfin.press("Escape");
  await page.evaluate((asked) => (location.hash = asked), fragment.replace(/&.*$/u, ""));
  await expect(page.locator("main[data-mode=veiled]")).toHaveAttribute("data-phase", "ready");
  const card = page.locator(".class-card");
  for (const text of written) {
    await synfin.press("PageDown");
    await expect(card).toContainText(text);
  }
  await synfin.press("PageDown");
  await expect(page.locator('.class-card[data-asking="true"]')).toContainText("What closes a connection?");
  await synfin.expectPosition(3);
  await synfin.press("b");
  await expect(page.locator('.class-option[data-mark="right"]')).toContainText("FIN");
  await synfin.expectPosition(4);
});

test("what netstat says in an article stands on the lifelines, and a contradiction is marked", async ({
  synfin,
  page,
}) => {
  await synfin.paste(ARTICLE.replace("FIN_WAIT2 -", "TIME_WAIT -"));
  await synfin.expectOpen({ connections: 2, segments: 9 });
  const said = page.locator(".layer-kernel text");
  await expect(said.filter({ hasText: "netstat: LISTEN ✓" }).first()).toBeVisible();
  await synfin.press("End");
  await expect(said.filter({ hasText: "netstat: TIME_WAIT ✗ here FIN-WAIT-2" })).toBeVisible();
  await synfin.press("o");
  const sheet = page.getByRole("dialog", { name: "What the kernel says" });
  await expect(sheet.locator("tbody tr")).toHaveCount(7);
  await expect(sheet.locator('tr[data-verdict="contradicts"]')).toHaveCount(1);
  expect(await accessibilityFaults(page)).toEqual([]);
});
