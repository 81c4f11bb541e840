import golden from "../src/share/version-1/golden-links.json" with { type: "json" };
import { capturePath, expect, test } from "./test.ts";

test.use({ keepsOffline: true });

test("after one visit a dropped file, an example, a link and every part of the page work without network", async ({
  synfin,
  page,
  context,
}) => {
  await context.setOffline(true);
  // What the browser itself keeps must not help.
  const session = await context.newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.detach();

  await synfin.reload();
  await synfin.expectPhase("empty");
  await synfin.drop(capturePath("handshake-and-close.pcap"));
  await synfin.expectPhase("ready");
  await page.keyboard.press("e");
  await expect(page.getByRole("dialog", { name: "Export this connection" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.goto("./#example=refused");
  await synfin.reload();
  await synfin.liftVeil();
  await expect(synfin.main).toHaveAttribute("data-segments", "2");

  await page.goto(`./#${golden[0]?.link ?? ""}`);
  await synfin.reload();
  await synfin.expectPhase("ready");

  const kept = await page.evaluate(async () => {
    const [name = ""] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain("/manifest.webmanifest");
  expect(kept.length).toBeGreaterThan(40);
});

test("a file from the system's share sheet opens, and is not stored", async ({ synfin, page }) => {
  await page.evaluate(async () => {
    const line =
      "12:49:33.192719 IP 192.0.2.1.39002 > 192.0.2.2.80: Flags [S], seq 284972257, win 64240, length 0\n";
    const form = new FormData();
    form.append("captures", new File([line], "shared.txt"));
    await fetch("./", { method: "POST", body: form });
  });
  await synfin.reload();
  await synfin.expectPhase("ready");
  await expect(page).toHaveTitle("shared.txt – Synfin");
  const stored = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().filter(({ method, url }) => method !== "GET" || url.endsWith("shared.txt"));
  });
  expect(stored).toEqual([]);
});
