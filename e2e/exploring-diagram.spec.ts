import { capturePath, expect, test } from "./test.ts";

test.beforeEach(async ({ synfin }) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
});

test("a state that is picked marks its segments, and m goes round them", async ({ synfin, page }) => {
  await synfin.graph.getByRole("button", { name: /^ESTABLISHED:/u }).press("Enter");
  const steps = synfin.graph.getByRole("group", { name: "Marked segments" });
  await expect(steps).toHaveText("1 of 2");
  await expect(synfin.diagram.getByRole("rowheader", { name: "3, marked" })).toHaveCount(1);
  await synfin.press("m");
  await expect(synfin.main).toHaveAttribute("data-position", "3");
  await synfin.press("m");
  await expect(synfin.main).toHaveAttribute("data-position", "2");
  await synfin.press("Shift+M");
  await expect(synfin.main).toHaveAttribute("data-position", "3");
  await steps.getByRole("button", { name: "Take the marks away (Esc)" }).click();
  await expect(steps).toHaveCount(0);
  await expect(page.locator(".tick-marked")).toHaveCount(0);
});

test("numbers are relative, as on the wire, and in hexadecimal", async ({ synfin }) => {
  const label = synfin.diagram.locator(".sequence-drawing .label").first();
  await expect(label).toContainText("seq=0 ");
  await synfin.press("r");
  const wire = /seq=(?<number>\d+) /u.exec((await label.textContent()) ?? "")?.groups?.["number"];
  await synfin.press("r");
  await expect(label).toContainText(`seq=0x${Number(wire).toString(16).padStart(8, "0")} `);
  const card = await synfin.openDisplay();
  await expect(card.getByRole("button", { name: "Hex" })).toHaveAttribute("aria-pressed", "true");
});

test.describe("in a low window", () => {
  test.use({ viewport: { width: 1440, height: 560 } });

  test("the strip scrolls by pointer and keys, and the zoom keeps the segment in place", async ({
    synfin,
    page,
  }) => {
    const strip = synfin.diagram.getByRole("scrollbar", { name: "Whole connection" });
    await expect(strip).toHaveAttribute("aria-valuetext", /^Segments 1 to \d of 11 are in sight$/u);
    const box = await strip.boundingBox();
    await strip.click({ position: { x: 10, y: (box?.height ?? 0) - 3 } });
    await expect(strip).toHaveAttribute("aria-valuetext", /to 11 of 11/u);
    await strip.press("Home");
    await expect(strip).toHaveAttribute("aria-valuenow", "0");
    await expect(synfin.main).toHaveAttribute("data-position", "0");

    await strip.blur();
    for (let step = 0; step < 6; step++) await synfin.press("ArrowRight");
    const topOfRow = () => page.locator(".row-now").evaluate((row) => row.getBoundingClientRect().top);
    // A step is brought into sight when the page has been laid out: in one of the next two frames.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const before = await topOfRow();
    const labels = synfin.diagram.locator(".sequence-drawing .label");
    await synfin.press("+");
    await expect.poll(topOfRow).toBeCloseTo(before, 0);
    await synfin.press("0");
    await expect(labels).toHaveCount(0);
    await expect(strip).toHaveCount(0);
  });
});
