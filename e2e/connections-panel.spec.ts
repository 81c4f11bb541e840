import type { SynfinPage } from "./synfin-page.ts";
import { capturePath, expect, test } from "./test.ts";

/** Forty connections, one begins every second and lives for half a second; every fourth is refused. */
function fortySeconds(): string {
  return Array.from({ length: 40 }, (_, second) => {
    const client = `10.0.0.1.${40000 + second}`;
    const clock = `12:00:${String(second).padStart(2, "0")}`;
    const syn = `${clock}.000000 IP ${client} > 10.0.0.2.80: Flags [S], seq 100, win 64240, length 0`;
    return second % 4 === 0
      ? `${syn}\n${clock}.500000 IP 10.0.0.2.80 > ${client}: Flags [R.], seq 0, ack 101, win 0, length 0`
      : `${syn}\n${clock}.500000 IP 10.0.0.2.80 > ${client}: Flags [S.], seq 9, ack 101, win 9, length 0`;
  }).join("\n");
}

async function openForty(synfin: SynfinPage): Promise<void> {
  await synfin.paste(fortySeconds());
  await synfin.expectOpen({ connections: 40, segments: 2 });
}

const overTime = (synfin: SynfinPage) =>
  synfin.connections.getByRole("region", { name: "Overview over time" });
const filterBox = (synfin: SynfinPage) =>
  synfin.connections.getByRole("combobox", { name: "Filter connections" });
const expectListed = (synfin: SynfinPage, connections: number) =>
  // The head counts as a row.
  expect(synfin.connections.getByRole("grid")).toHaveAttribute("aria-rowcount", String(connections + 1));

test.describe("the overview over time", () => {
  test("dragging picks a part of the time, as a term of the filter; Escape brings all back", async ({
    synfin,
    page,
  }) => {
    await openForty(synfin);
    const box = await overTime(synfin).getByRole("img").boundingBox();
    expect(box).not.toBeNull();
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    await page.mouse.move(x + width / 4, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
    await page.mouse.up();
    // A quarter and a half of 39.5 s: what began at 10 s up to what began at 19 s, and nothing else.
    await expect(filterBox(synfin)).toHaveValue(/^time:9\.8\d+-19\.7\d+$/u);
    await expectListed(synfin, 10);
    const from = overTime(synfin).getByRole("slider", { name: "From" });
    await from.press("ArrowRight");
    await from.press("Escape");
    await expect(filterBox(synfin)).toHaveValue("");
    await expectListed(synfin, 40);
    await synfin.expectPosition(0);
  });

  test("draws a line in the colour of its outcome for every connection, and a click opens it", async ({
    synfin,
  }) => {
    await openForty(synfin);
    const lines = overTime(synfin).getByRole("img");
    const columns = await lines.evaluate((canvas: HTMLCanvasElement) => {
      const { data, width } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
        width: 1,
      };
      const filled = new Set<number>();
      for (let at = 3; at < data.length; at += 4) {
        if ((data[at] ?? 0) > 0) filled.add(((at - 3) / 4) % width);
      }
      return { filled: filled.size / width, last: filled.has(width - 1) };
    });
    // Half a second of every second, and the handles of the selected one.
    expect(columns.filled).toBeGreaterThan(0.45);
    expect(columns.filled).toBeLessThan(0.75);
    expect(columns.last).toBe(true);
    const { width = 0, height = 0 } = (await lines.boundingBox()) ?? {};
    // The last line of the lowest lane, that of the 30 without an end: connection 39.
    await lines.click({ position: { x: width - 2, y: height - 2 } });
    await expect(synfin.main).toHaveAttribute("data-connection", "39");
  });

  test("keys move the ends of the time, step by step", async ({ synfin }) => {
    await openForty(synfin);
    const to = overTime(synfin).getByRole("slider", { name: "To" });
    await to.press("PageDown");
    await to.press("PageDown");
    await expectListed(synfin, 23);
    await expect(synfin.main).toHaveAttribute("data-connection", "0");
  });

  test("without times it says so", async ({ synfin }) => {
    await synfin.paste(fortySeconds().replaceAll(/^\S+ /gmu, ""));
    await synfin.expectOpen({ connections: 40, segments: 2 });
    await expect(synfin.connections.getByText("This capture gives no times")).toBeVisible();
  });
});

test("panels are resized by keys and by dragging, and the size is remembered", async ({ synfin, page }) => {
  await openForty(synfin);
  const border = synfin.main.getByRole("separator", { name: "Width of the connections" });
  const width = async (): Promise<number> => (await synfin.connections.boundingBox())?.width ?? 0;
  const usual = await width();
  await border.press("ArrowRight");
  await expect.poll(width).toBeGreaterThan(usual + 15);
  const { x = 0, y = 0 } = (await border.boundingBox()) ?? {};
  await page.mouse.move(x + 4, y + 200);
  await page.mouse.down();
  await page.mouse.move(500, y + 200, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => Math.abs((await width()) - 500)).toBeLessThan(6);
  await synfin.reload();
  await openForty(synfin);
  await expect.poll(async () => Math.abs((await width()) - 500)).toBeLessThan(6);
  await border.dblclick();
  await expect.poll(width).toBe(usual);
});

test("the back button goes back through connections and captures to the empty page, and forward again", async ({
  synfin,
  page,
}) => {
  await openForty(synfin);
  await synfin.connections.getByRole("row").filter({ hasText: "10.0.0.1:40003" }).click();
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  await page.goBack();
  await synfin.expectOpen({ connections: 40, segments: 2 });
  await expect(synfin.main).toHaveAttribute("data-connection", "3");
  await page.goBack();
  await expect(synfin.main).toHaveAttribute("data-connection", "0");
  await page.goBack();
  await synfin.expectPhase("empty");
  await page.goForward();
  await expect(synfin.main).toHaveAttribute("data-connection", "0");
  expect(await page.evaluate(() => [typeof history.state, location.hash])).toEqual(["number", ""]);
});

test("a connection is copied as a filter for Wireshark and as text, by keys alone", async ({
  synfin,
  page,
  context,
  browserName,
}) => {
  test.skip(browserName !== "chromium", "only Chromium can be asked to allow reading the clipboard");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openForty(synfin);
  await synfin.connections.getByRole("button", { name: "Copy this connection" }).press("Enter");
  await page.keyboard.press("Enter");
  await expect(synfin.connections.getByText("Wireshark filter copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "!icmp && ((ip.src == 10.0.0.1 && tcp.srcport == 40000 && ip.dst == 10.0.0.2 && tcp.dstport == 80) || " +
      "(ip.src == 10.0.0.2 && tcp.srcport == 80 && ip.dst == 10.0.0.1 && tcp.dstport == 40000))",
  );
  const segments = Number(await synfin.main.getAttribute("data-segments"));
  await synfin.connections.getByRole("button", { name: "Copy this connection" }).press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(synfin.connections.getByText("Text copied")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+V");
  await synfin.expectOpen({ connections: 1, segments });
});

test("the top bar keeps within any width, and every tool can be reached", async ({ synfin, page }) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  const bar = page.getByRole("banner");
  const predict = bar.getByRole("button", { name: "Predict" });
  for (const [width, chosen] of [
    [1440, "Dark"],
    [1280, "Light"],
    [1024, "Dark"],
    [390, "Light"],
    [360, "Dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => bar.evaluate((at) => at.scrollWidth - at.clientWidth), `${width}`).toBe(0);
    const more = bar.getByRole("button", { name: "More tools" });
    // All of it stands in the bar of a laptop.
    expect(await more.isVisible(), `${width}`).toBe(width < 1100);
    if (width < 1100) await more.click();
    await expect(predict).toBeInViewport({ ratio: 1 });
    await synfin.press("Escape");
    await synfin.show(chosen);
    await expect(page.locator("html")).toHaveAttribute("data-theme", chosen.toLowerCase());
    await expect(bar.getByRole("button", { name: "Keys and help" })).toBeInViewport({ ratio: 1 });
  }
});
