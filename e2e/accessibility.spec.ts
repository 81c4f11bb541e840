import { accessibilityFaults, capturePath, expect, test } from "./test.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing wrong with the empty page", async ({ synfin, page }) => {
      await synfin.expectPhase("empty");
      expect(await accessibilityFaults(page)).toEqual([]);
    });

    test("axe finds nothing wrong with an open capture", async ({ synfin, page }) => {
      await synfin.drop(capturePath("handshake-and-close.pcap"));
      await synfin.expectOpen({ connections: 1, segments: 11 });
      await synfin.press("ArrowRight", 3);
      await synfin.expectPosition(3);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
}

test("every part of the page is a landmark with its name", async ({ synfin }) => {
  await synfin.drop(capturePath("handshake-and-close.pcap"));
  await synfin.expectPhase("ready");
  for (const part of [synfin.connections, synfin.diagram, synfin.graph, synfin.segment, synfin.playback]) {
    await expect(part).toBeVisible();
  }
});
