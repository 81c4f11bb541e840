import { expect, test } from "./test.ts";

/** As many connections as wanted, refused one after the other, as tcpdump prints them. */
function refused(count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const [second, port] = [String(at % 60).padStart(2, "0"), 40_000 + at];
    const minute = String(Math.floor(at / 60)).padStart(2, "0");
    return [
      `12:${minute}:${second}.000000 IP 192.168.1.31.${port} > 10.20.0.13.443: Flags [S], seq 1, win 9, length 0`,
      `12:${minute}:${second}.100000 IP 10.20.0.13.443 > 192.168.1.31.${port}: Flags [R.], seq 0, ack 2, win 0, length 0`,
    ].join("\n");
  }).join("\n");
}

test.use({ viewport: { width: 1280, height: 720 } });

test("a low screen shows eight connections, and keys lead from the filter into the list and back", async ({
  synfin,
  page,
}) => {
  // What filters comes late, as on a slow connection: Enter leads to what the filter finds all the same.
  await page.route("**/assets/connection-list-*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await synfin.paste(refused(60));
  await synfin.expectPhase("ready");
  const whole = await page.evaluate(() => {
    const list = document.querySelector(".connection-rows")?.getBoundingClientRect() ?? new DOMRect();
    const rows = [...document.querySelectorAll(".connection-row")].map((row) => row.getBoundingClientRect());
    return rows.filter(({ top, bottom }) => top >= list.top && bottom <= list.bottom + 1).length;
  });
  expect(whole).toBeGreaterThanOrEqual(8);
  await synfin.press("/");
  await page.keyboard.type("port:40007");
  await synfin.press("Escape");
  await synfin.press("/");
  await synfin.press("Enter");
  const row = page.locator(".connection-row:focus");
  await expect(row).toContainText("40007");
  await synfin.press("/");
  await synfin.press("Escape");
  await expect(page.locator(".filter-box input")).toHaveValue("port:40007");
  await expect(page.locator(".filter-box input")).not.toBeFocused();
});

test("where the list is behind the diagram, the key of the filter brings it to the front", async ({
  synfin,
  page,
}) => {
  await page.setViewportSize({ width: 820, height: 1180 });
  await synfin.paste(refused(60));
  await synfin.expectPhase("ready");
  await page.getByRole("tab", { name: "Diagram" }).click();
  await expect(page.locator(".filter-box input")).toBeHidden();
  await synfin.press("/");
  await page.keyboard.type("port:40007");
  await expect(page.locator(".filter-box input")).toHaveValue("port:40007");
  await synfin.press("Escape");
  await synfin.press("Escape");
  await synfin.press("/");
  await page.keyboard.type("port:40008");
  await expect(page.getByRole("main")).toHaveAttribute("data-listed", "1");
  await expect(page.locator(".filter-box input")).toHaveValue("port:40008");
});

test("a stray word, pasted or dropped, closes nothing", async ({ synfin, page }) => {
  await synfin.paste(refused(2));
  await synfin.expectPhase("ready");
  await synfin.press("ArrowRight");
  await synfin.paste("hello");
  await synfin.expectPosition(1);
  await expect(page.getByRole("main")).toHaveAttribute("data-connections", "2");
});

test("keys with a character can be switched off; arrows and a clicker go on", async ({ synfin, page }) => {
  await synfin.paste(refused(2));
  await synfin.expectPhase("ready");
  await synfin.press("?");
  await page.locator(".single-keys input").uncheck();
  await synfin.press("Escape");
  await synfin.press("e");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await synfin.press("PageDown");
  await synfin.expectPosition(1);
});
