import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { kernelPictures } from "./kernel-pictures.ts";
import { capturePath, expect, test } from "./test.ts";

/**
 * The pictures of kernel recordings, pixel by pixel, against those in e2e/baselines, which people looked at. The letters
 * are those of e2e/fonts on every machine.
 */
const FONTS = [
  { family: "Fixed Text", weight: "400", file: "ibm-plex-sans-latin-400-normal.woff2" },
  { family: "Fixed Text", weight: "600", file: "ibm-plex-sans-latin-600-normal.woff2" },
  { family: "Fixed Wire", weight: "400", file: "ibm-plex-mono-latin-400-normal.woff2" },
  { family: "Fixed Wire", weight: "600", file: "ibm-plex-mono-latin-600-normal.woff2" },
];

/**
 * Chromium 147 and 156, one of them without any font of this machine, differ by no pixel; a label that moves by 4 px
 * changes 47 at least. Where another system than Linux draws the letters, only coarser changes can be told.
 */
const tolerance = process.platform === "linux" ? { maxDiffPixels: 40 } : { maxDiffPixelRatio: 0.02 };

/** All tones of segments and states: a connection that is whole, one that is reset, one whose SYN is lost. */
const IN_THE_DARK: ReadonlySet<string> = new Set(["handshake-and-close", "reset-by-client", "syn-lost-once"]);

/** Through the interfaces for scripts: the page's policy forbids style sheets and fonts from elsewhere, rightly. */
async function useFixedFonts(page: Page): Promise<void> {
  const fonts = FONTS.map(({ family, weight, file }) => ({
    family,
    weight,
    octets: readFileSync(new URL(`fonts/${file}`, import.meta.url)).toString("base64"),
  }));
  await page.evaluate(async (given) => {
    for (const { family, weight, octets } of given) {
      const source = Uint8Array.from(atob(octets), (letter) => letter.codePointAt(0) ?? 0);
      document.fonts.add(await new FontFace(family, source.buffer, { weight }).load());
    }
    const { style } = document.documentElement;
    style.setProperty("--font-text", "Fixed Text");
    style.setProperty("--font-wire", "Fixed Wire");
    style.setProperty("text-rendering", "geometricPrecision");
  }, fonts);
}

/** A scheme changes colours alone, which src/ui/styles/theme.test.ts holds: in the dark, a few pictures show them all. */
const PICTURES = {
  light: kernelPictures,
  dark: kernelPictures.filter(({ capture }) => IN_THE_DARK.has(capture)),
};

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({
      viewport: { width: 1440, height: 900 },
      colorScheme,
      contextOptions: { reducedMotion: "reduce" },
    });

    test.skip(({ browserName }) => browserName !== "chromium", "the baselines are Chromium's");

    test("kernel recordings look as they did when they were looked at", async ({ page, synfin }) => {
      test.slow();
      await useFixedFonts(page);
      for (const { capture, position } of PICTURES[colorScheme]) {
        await synfin.drop(capturePath(`${capture}.pcap`));
        await expect(page).toHaveTitle(new RegExp(`^${capture}\\.pcap`));
        await synfin.expectPhase("ready");
        await synfin.press("ArrowRight", position);
        await synfin.expectPosition(position);
        await page.mouse.move(0, 0);
        for (const [name, picture] of [
          ["diagram", synfin.diagram.locator(".sequence-diagram")],
          ["graph", synfin.graph.locator(".state-graph")],
        ] as const) {
          await expect.soft(picture).toHaveScreenshot(`${capture}-${name}-${colorScheme}.png`, tolerance);
        }
      }
    });
  });
}
