import { writeFileSync } from "node:fs";
import { capturePath, expect, test } from "./test.ts";

test("several files become a list; a refused one says so and the others can be chosen", async ({
  synfin,
  page,
}, testInfo) => {
  const refused = testInfo.outputPath("refused.pcap");
  writeFileSync(refused, "PK\u0003\u0004 no capture");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([capturePath("handshake-and-close.pcap"), refused]);
  await synfin.expectOpen({ connections: 1, segments: 11 });
  const captures = page.getByRole("navigation", { name: "Captures" });
  await expect(captures.getByRole("button")).toHaveCount(2);
  await captures.getByRole("button", { name: "refused.pcap" }).click();
  await synfin.expectPhase("failed");
  await expect(captures.getByRole("button", { name: "refused.pcap" })).toContainText("cannot be read");
  await captures.getByRole("button", { name: "handshake-and-close.pcap" }).press("Enter");
  await synfin.expectOpen({ connections: 1, segments: 11 });
  // By keys one can go on to the next.
  await expect(captures.getByRole("button", { name: "handshake-and-close.pcap" })).toBeFocused();
});

test("a single file leaves no list of captures", async ({ synfin, page }) => {
  await synfin.drop(capturePath("handshake-and-close.pcap"));
  await synfin.expectOpen({ connections: 1, segments: 11 });
  await expect(page.getByRole("navigation", { name: "Captures" })).toHaveCount(0);
});

test("of several files dropped at once the first is opened, the others stand in the list", async ({
  synfin,
  page,
}) => {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    const line = "IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 1, win 9, length 0\n";
    dataTransfer.items.add(new File([line], "first.txt"));
    dataTransfer.items.add(new File([line, line], "second.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await synfin.expectOpen({ connections: 1, segments: 1 });
  const captures = page.getByRole("navigation", { name: "Captures" });
  await captures.getByRole("button", { name: "second.txt" }).click();
  await synfin.expectOpen({ connections: 1, segments: 2 });
});
