import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeAttack } from "../src/testing/attack/attacks.ts";
import { capturePath, expect, test } from "./test.ts";

let folder = "";
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "synfin-attack-"));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

function captureOf(name: string, structure: string, n: number): string {
  const path = join(folder, name);
  writeFileSync(path, makeAttack(structure, n));
  return path;
}

test("a link whose arrows all land in its last row opens, and the page goes on answering", async ({
  page,
  synfin,
}) => {
  const link = readFileSync(capturePath("held-far.link.txt"), "utf8").trim();
  await page.goto(`./#${link}`);
  await synfin.expectOpen({ connections: 1, segments: 10_004 });
  await synfin.diagram.focus();
  await page.keyboard.press("End");
  await expect(synfin.main).toHaveAttribute("data-position", "10004");
  // Five thousand arrows land there; those that look the same are drawn once.
  const arrows = page.locator(".sequence-drawing path");
  await expect.poll(() => arrows.count()).toBeLessThan(500);
});

test("marks of a file's name that nobody sees are shown", async ({ page, synfin }) => {
  await synfin.open(captureOf("evil\u202egpj.pcap", "bulk", 4), { connections: 1, segments: 9 });
  await expect(page).toHaveTitle(/^evil‹U\+202E›gpj\.pcap – /u);
  await expect(page.locator(".file-name")).toHaveText("evil‹U+202E›gpj.pcap");
});

test("a host name with controls makes a picture that is XML, and one of pixels", async ({ page, synfin }) => {
  await synfin.drop(capturePath("control-name.pcapng"));
  await synfin.expectPhase("ready");
  await synfin.show("Names");
  await page.keyboard.press("e");
  const saved = async (ending: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `Save as Picture of the diagram, ${ending}` }).click(),
    ]);
    return readFileSync(await download.path());
  };
  const svg = (await saved("SVG")).toString("utf8");
  expect(svg).toContain("a‹U+0001›b‹U+001B›[31m");
  // What XML 1.0 has no place for.
  expect(svg).not.toMatch(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  expect((await saved("PNG")).subarray(1, 4).toString("latin1")).toBe("PNG");
});

test("on paper there are the verdict, the whole diagram and the graph, and nothing to press", async ({
  page,
  synfin,
}) => {
  await synfin.open(captureOf("bulk.pcap", "bulk", 60), { connections: 1, segments: 93 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".printed")).toContainText("three-way");
  await expect(synfin.graph.locator("svg")).toBeVisible();
  await expect(page.locator(".row-ground")).toHaveCount(93);
  const canvas = page.locator("#diagram .sequence-canvas");
  const whole = await canvas.evaluate((element) => element.scrollHeight - element.clientHeight);
  expect(whole).toBe(0);
  const printed = await page.locator("#diagram").boundingBox();
  expect(printed?.height).toBeGreaterThan(3000);
  for (const hidden of [synfin.connections, synfin.segment, synfin.playback])
    await expect(hidden).toBeHidden();
  await expect(page.locator("button:visible:not(.segment-link)")).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".printed")).toHaveCount(0);
  await expect.poll(() => page.locator(".row-ground").count()).toBeLessThan(93);
});
