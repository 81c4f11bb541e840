import { readFile } from "node:fs/promises";
import { accessibilityFaults, capturePath, expect, test } from "./test.ts";

test("a connection is saved in each form under a name of its own, and its text opens as the same connection", async ({
  synfin,
  page,
}) => {
  await synfin.drop(capturePath("handshake-and-close.pcap"));
  await synfin.expectPhase("ready");
  const ends = await page.getByRole("main").getAttribute("data-segments");
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog", { name: "Export this connection" });
  const saved = new Map<string, string>();
  for (const form of ["tcpdump text", "pcap file", "Mermaid diagram", "Markdown table"]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: `Save as ${form}` }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^handshake-and-close_.+\.(?:txt|pcap|mmd|md)$/u);
    saved.set(form, await download.path());
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await readFile(saved.get("Mermaid diagram") ?? "", "utf8")).toMatch(/^sequenceDiagram\n/u);
  for (const form of ["tcpdump text", "pcap file"]) {
    await synfin.reload();
    await synfin.drop(saved.get(form) ?? "");
    await synfin.expectPhase("ready");
    await expect(synfin.main).toHaveAttribute("data-segments", ends ?? "");
  }
});

test("pictures are valid XML, whole at any step, and painted as PNG", async ({ synfin, page, context }) => {
  await synfin.drop(capturePath("handshake-and-close.pcap"));
  await synfin.expectPhase("ready");
  await page.keyboard.press("e");
  const drawer = await context.newPage();
  // No policy there: it parses and paints.
  await drawer.goto("about:blank");
  await page.bringToFront();
  const saved = async (words: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `Save as ${words}` }).click(),
    ]);
    return readFile(await download.path());
  };
  const readInDrawer = async (words: string) =>
    drawer.evaluate(read, {
      svg: (await saved(`${words}, SVG`)).toString("utf8"),
      png: (await saved(`${words}, PNG`)).toString("base64"),
    });
  const diagram = await readInDrawer("Picture of the diagram");
  expect(diagram.fault).toBe(null);
  expect(diagram.texts.filter((text) => /seq=/u.test(text))).toHaveLength(11);
  for (const name of ["SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-2", "CLOSE-WAIT", "TIME-WAIT"])
    expect(diagram.texts).toContain(name);
  expect(diagram.lowest).toBeLessThan(diagram.height - 8);
  expect(diagram.painted).toBeGreaterThan(0.05);
  const whole = await readInDrawer("Picture of the states");
  expect(whole.fault).toBe(null);
  expect(whole.painted).toBeGreaterThan(0.02);
  const steps = ({ texts }: typeof whole): string[] => texts.filter((text) => /^\d+$/u.test(text));
  expect(steps(whole).length).toBeGreaterThan(7);
  await page.keyboard.press("Escape");
  await synfin.press("ArrowRight", 3);
  await page.keyboard.press("e");
  expect(steps(await readInDrawer("Picture of the states"))).toEqual(steps(whole));
  await page.getByRole("checkbox", { name: "States only as far as this step" }).check();
  expect(steps(await readInDrawer("Picture of the states")).toSorted()).toEqual(["1", "1", "2", "3"]);
});

/** What a file of SVG holds, and how much of its PNG is not background. */
async function read({ svg, png }: { readonly svg: string; readonly png: string }): Promise<{
  readonly fault: string | null;
  readonly texts: readonly string[];
  readonly height: number;
  /** The lowest place of a text. */
  readonly lowest: number;
  readonly painted: number;
}> {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  const texts = [...parsed.querySelectorAll("text")];
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const painter = canvas.getContext("2d");
  if (painter === null) throw new Error("no canvas");
  painter.drawImage(image, 0, 0);
  const { data } = painter.getImageData(0, 0, canvas.width, canvas.height);
  let painted = 0;
  for (let at = 0; at < data.length; at += 4) if ([0, 1, 2].some((i) => data[at + i] !== data[i])) painted++;
  return {
    fault: parsed.querySelector("parsererror")?.textContent ?? null,
    texts: texts.map((text) => text.textContent ?? ""),
    height: Number(parsed.documentElement.getAttribute("height")),
    lowest: Math.max(...texts.map((text) => Number(text.getAttribute("y")))),
    painted: painted / (data.length / 4),
  };
}

test("a worksheet asks on its first pages and answers on its last ones, in the language of the page", async ({
  synfin,
  page,
}) => {
  await synfin.open(capturePath("three-segment-close.pcap"), { connections: 1, segments: 10 });
  await synfin.show("한국어");
  await synfin.press("e");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "학습지를 HTML로 저장" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/worksheet\.html$/u);
  const sheet = await page.context().newPage();
  await sheet.setContent(await readFile(await saved.path(), "utf8"));
  await expect(sheet.locator("html")).toHaveAttribute("lang", "ko");
  const key = sheet.locator(".key");
  await expect(key.locator("svg")).toContainText("FIN-WAIT-1");
  const blank = sheet.locator("main > svg");
  await expect(blank).toContainText("ack=____");
  await expect(blank).not.toContainText(/ESTABLISHED|FIN-WAIT|ack=\d/u);
  const questions = sheet.locator("main > ol > li");
  expect(await questions.count()).toBeGreaterThan(4);
  await expect(key.locator("ol > li")).toHaveCount(await questions.count());
  await expect(sheet.locator("main > table td.blank")).toHaveCount(20);
  await expect(key.locator("td.blank")).toHaveCount(0);
  expect(await accessibilityFaults(sheet)).toEqual([]);
  await sheet.close();
});
