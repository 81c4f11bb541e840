import { readFile } from "node:fs/promises";
import { capturePath, expect, test } from "./test.ts";

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

test("a picture is valid XML and looks as the page does", async ({ synfin, page, context }) => {
  // Painting and comparing millions of pixels takes its time on a busy machine.
  test.slow();
  await synfin.drop(capturePath("handshake-and-close.pcap"));
  await synfin.expectPhase("ready");
  await synfin.press("ArrowRight", 3);
  await page.keyboard.press("e");
  // Both pictures are drawn before another page is in front: one behind another may be given no frames.
  await expect(page.locator(".export-stage .sequence-drawing")).toHaveCount(1);
  await expect(page.locator(".export-stage .state-graph > svg")).toHaveCount(1);
  const drawer = await context.newPage();
  // No policy there: it parses and compares.
  await drawer.goto("about:blank");
  await page.bringToFront();
  for (const [words, stage] of [
    ["Picture of the diagram", page.locator(".export-stage").first()],
    ["Picture of the states", page.locator(".export-stage").nth(1)],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `Save as ${words}, SVG` }).click(),
    ]);
    const svg = await readFile(await download.path(), "utf8");
    await stage.evaluate((element) => {
      const { style } = element as HTMLElement;
      Object.assign(style, { position: "fixed", left: "0", top: "0", zIndex: "9" });
    });
    const size = await stage.boundingBox();
    await page.setViewportSize({ width: 1280, height: Math.ceil(size?.height ?? 0) + 20 });
    const shown = await stage.screenshot({ animations: "disabled" });
    const compared = await drawer.evaluate(compare, { svg, png: shown.toString("base64") });
    expect(compared.fault).toBe(null);
    // Letters are placed to a fraction of a pixel: their edges differ, nothing else does.
    expect(compared.different).toBeLessThan(0.005);
    expect(compared.painted).toBeGreaterThan(0.02);
    await stage.evaluate((element) => ((element as HTMLElement).style.left = "-20000px"));
  }
});

/** How much of the picture differs from the screenshot, and how much of it is not background. */
async function compare({ svg, png }: { readonly svg: string; readonly png: string }): Promise<{
  readonly fault: string | null;
  readonly different: number;
  readonly painted: number;
}> {
  const fault =
    new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror")?.textContent ?? null;
  const pixels = async (address: string): Promise<ImageData> => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const painter = canvas.getContext("2d");
    if (painter === null) throw new Error("no canvas");
    painter.drawImage(image, 0, 0);
    return painter.getImageData(0, 0, canvas.width, canvas.height);
  };
  const one = await pixels(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  const other = await pixels(`data:image/png;base64,${png}`);
  let different = 0;
  let painted = 0;
  const { width } = one;
  const height = Math.min(one.height, other.height);
  for (let at = 0; at < width * height * 4; at += 4) {
    const apart = [0, 1, 2].some((i) => Math.abs((one.data[at + i] ?? 0) - (other.data[at + i] ?? 0)) > 64);
    if (apart) different++;
    if ([0, 1, 2].some((i) => one.data[at + i] !== one.data[i])) painted++;
  }
  const isSame = width === other.width && Math.abs(one.height - other.height) <= 1;
  const all = width * height;
  return {
    fault: isSame ? fault : `${width}x${one.height} against ${other.width}x${other.height}`,
    different: different / all,
    painted: painted / all,
  };
}
