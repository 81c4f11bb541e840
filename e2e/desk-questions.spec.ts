import { type OfficeConnection, officeCapture, type OfficeKind } from "./office-capture.ts";
import { expect, test } from "./test.ts";

test.use({ viewport: { width: 1440, height: 900 } });

const SEEDS = [1, 2, 3];
const kinds = (
  connections: readonly OfficeConnection[],
  ...wanted: readonly OfficeKind[]
): OfficeConnection[] => connections.filter(({ kind }) => wanted.includes(kind));

for (const seed of SEEDS) {
  test(`the questions of an engineer are answered in at most three actions, office ${seed}`, async ({
    synfin,
    page,
  }, testInfo) => {
    const { path, connections } = officeCapture(testInfo, seed);
    await synfin.choose(path);
    await synfin.expectPhase("ready");
    const main = page.getByRole("main");
    const box = page.locator("#connection-filter");
    /** `/`, then one word and Enter: two actions. */
    const ask = async (filter: string, found: number): Promise<void> => {
      await page.keyboard.press("Escape");
      await synfin.press("/");
      await box.fill(filter);
      await box.press("Enter");
      await expect(main, filter).toHaveAttribute("data-listed", `${found}`);
    };

    // Which failed, and how? The line above the list says it without a click.
    const refused = kinds(connections, "refused").length;
    await expect(page.locator(".connections")).toContainText(`${refused} refused`);
    await ask("failed", kinds(connections, "refused", "unanswered", "rstserver", "rstclient").length);
    // Which host refuses? Who fails to whom, one key.
    await ask("", 400);
    await box.blur();
    await synfin.press("y");
    await expect(page.locator(".triage-findings")).toContainText(
      `10.20.0.13:8443 refuses ${refused} of ${refused}`,
    );
    await synfin.press("Escape");
    // Reset by whom?
    await ask("outcome:reset-by-server", kinds(connections, "rstserver").length);
    await ask("outcome:reset-by-client", kinds(connections, "rstclient").length);
    // Slow to open?
    await ask("opening>1s", kinds(connections, "synretx").length);
    // Which server never closes?
    await ask("end:close-wait", kinds(connections, "closewait").length);
    // Retransmissions, zero windows?
    await ask("retransmissions>0", kinds(connections, "retx", "synretx", "unanswered").length);
    await ask("note:zero-window", kinds(connections, "zero").length);
    // What lived between two moments of a log?
    const first = Math.min(...connections.map(({ start }) => start));
    const clock = (seconds: number): string =>
      new Date((1_773_136_780 + seconds) * 1000).toISOString().slice(11, 19);
    const [from, to] = [Math.ceil(first) + 20, Math.ceil(first) + 22];
    const living = connections.filter(({ start, end }) => start <= to && end >= from);
    await ask(`time:${clock(from)}-${clock(to)}`, living.length);
    // X to :443?
    const pair = connections.filter(({ server }) => server === "10.20.0.11:443");
    await ask("host:10.20.0.11 port:443", pair.length);
    await ask("host:10.20.0.1", 0);
    // Where is a record of Wireshark?
    const { frame, client } = connections[77] ?? { frame: 1, client: "" };
    await synfin.press("/");
    await box.fill(`frame:${frame}`);
    await box.press("Enter");
    await expect(main).toHaveAttribute("data-frame", `${frame}`);
    await expect(page.locator(".connection-row[aria-selected=true]")).toContainText(
      client.split(":")[1] ?? "",
    );
    // Export of those that fail: the packets of the listed.
    await ask("outcome:refused", refused);
    await box.blur();
    await synfin.press("e");
    await page.getByRole("button", { name: `The ${refused} in the list` }).click();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save packets" }).click();
    await saving;
    await expect(page.locator(".export-said")).toContainText(`${2 * refused} packets saved`);
    await synfin.press("Escape");
    // A good one against a bad one?
    await ask("", 400);
    await box.blur();
    await page.locator(".connection-row", { hasText: "complete" }).first().click();
    await synfin.press("c");
    const bad = page.locator(".connection-row").filter({ hasNotText: "complete" }).first();
    await expect(async () => {
      await page.locator(".connection-rows").evaluate((rows) => rows.scrollBy(0, rows.clientHeight / 2));
      expect(await bad.count()).toBe(1);
    }).toPass();
    // A real click would scroll, and the list draws only rows near what is in sight.
    await bad.dispatchEvent("click");
    await synfin.press("c");
    await expect(page.locator(".compare")).toContainText("The first difference");
  });
}

test("a pasted line of a log goes to its moment in the connection that it names", async ({
  synfin,
  page,
}, testInfo) => {
  const { path, connections } = officeCapture(testInfo, 4);
  await synfin.choose(path);
  await synfin.expectPhase("ready");
  const main = page.getByRole("main");
  const [reset] = kinds(connections, "rstserver");
  const { client = "", start = 0, end = 0 } = reset ?? {};
  const stamp = (seconds: number): string =>
    new Date(Math.ceil((1_773_136_780 + seconds) * 1000)).toISOString();
  await synfin.paste(`${stamp(end)} app[7]: read from ${client}: connection reset by peer`);
  await expect(page.locator(".connection-row[aria-selected=true]")).toContainText(client.split(":")[1] ?? "");
  await expect(main).toHaveAttribute("data-segments", /\d+/u);
  await expect(async () => {
    const [position, segments] = await Promise.all(
      ["data-position", "data-segments"].map((name) => main.getAttribute(name)),
    );
    expect(position).toBe(segments);
  }).toPass();
  await synfin.paste(`${stamp(start)} app[7]: ${client}: connecting`);
  await synfin.expectPosition(1);
});

test("the table shows, marks and sorts; names and octets leave nothing behind", async ({
  synfin,
  page,
}, testInfo) => {
  const { path, connections } = officeCapture(testInfo, 1);
  await synfin.choose(path);
  await synfin.expectPhase("ready");
  await synfin.press("w");
  await expect(page.locator(".wide-row").first()).toContainText("192.168.1.");
  await page.locator(".wide-head button", { hasText: "Opening" }).click();
  await page.locator(".wide-head button", { hasText: "Opening" }).click();
  await expect(page.locator(".wide-row").first()).toContainText("3.0");
  await page.locator(".wide-row").first().click();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.locator(".wide-row[aria-selected=true]")).toHaveCount(2);
  await page.keyboard.press("Enter");
  await expect(page.locator(".wide-row")).toHaveCount(0);
  await synfin.press("5");
  await synfin.press("ArrowRight");
  await expect(page.locator(".record-octets")).toContainText("Ethernet");
  await synfin.press("f");
  await expect(page.locator(".followed, .follow [role=status]").first()).toBeVisible();
  await synfin.press("Escape");
  const left = await page.evaluate(() =>
    [JSON.stringify(localStorage), location.href, document.title].join(" "),
  );
  expect(left).not.toContain("192.168.1.");
  expect(left).not.toContain((connections[0]?.client ?? "").split(":")[1] ?? "40001");
});
