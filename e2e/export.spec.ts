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
    await page.reload();
    await synfin.expectPhase("empty");
    await synfin.drop(saved.get(form) ?? "");
    await synfin.expectPhase("ready");
    await expect(synfin.main).toHaveAttribute("data-segments", ends ?? "");
  }
});
