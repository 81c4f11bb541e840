import { kernelPictures } from "./kernel-pictures.ts";
import { statesByRow } from "./kernel-timeline.ts";
import { pictureFaults } from "./picture-faults.ts";
import { capturePath, expect, test } from "./test.ts";

test.describe("whole connections", () => {
  // High enough for the whole of each connection: only what is in sight is drawn.
  // Without motion: a state that an arrow brings is named only when the arrow is there.
  test.use({ viewport: { width: 1440, height: 2000 }, contextOptions: { reducedMotion: "reduce" } });

  test("the pictures of kernel captures are right", async ({ page, synfin }) => {
    test.slow();
    const drawn: object[] = [];
    const faults: string[] = [];
    for (const { capture } of kernelPictures) {
      await synfin.drop(capturePath(`${capture}.pcap`));
      await expect(page).toHaveTitle(new RegExp(`^${capture}\\.pcap`));
      await synfin.expectPhase("ready");
      await synfin.press("End");
      await expect(synfin.diagram.locator(".sequence-drawing .label").first()).toBeVisible();
      await expect(synfin.graph.locator(".edge-label text").first()).toBeVisible();
      const bands = (side: string) =>
        synfin.diagram.locator(`.sequence-canvas .state-band[data-side="${side}"]`).allInnerTexts();
      drawn.push({
        capture,
        client: (await bands("client")).join(" > "),
        server: (await bands("server")).join(" > "),
      });
      faults.push(...(await pictureFaults(page)).map((fault) => `${capture}: ${fault}`));
    }
    expect(drawn).toEqual(kernelPictures.map(({ capture, client, server }) => ({ capture, client, server })));
    expect(faults).toEqual([]);
  });
});

test.describe("step by step", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("the tokens stand where the kernels of both hosts were", async ({ page, synfin }) => {
    test.slow();
    for (const { capture, host } of kernelPictures) {
      await synfin.drop(capturePath(`${capture}.pcap`));
      await expect(page).toHaveTitle(new RegExp(`^${capture}\\.pcap`));
      await synfin.expectPhase("ready");
      const wanted = statesByRow(capture, host);
      const found = [];
      for (const row of wanted.keys()) {
        await synfin.press("ArrowRight");
        await synfin.expectPosition(row + 1);
        found.push(await page.evaluate(stateUnderTokens));
      }
      expect.soft(found, capture).toEqual(wanted);
    }
  });
});

/** Runs in the page: the names in the boxes on whose corners the tokens of both ends sit. */
function stateUnderTokens(): { readonly client: string; readonly server: string } {
  const nodes = [...document.querySelectorAll<SVGGElement>(".state-graph .node")];
  const nameUnder = (side: string): string => {
    const token = document.querySelector(`.state-graph .token[data-side="${side}"]`);
    const { left, right, top, bottom } = (token ?? document.body).getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const under = nodes.filter((node) => {
      const box = node.querySelector("rect")?.getBoundingClientRect();
      return box && x >= box.left && x <= box.right && y >= box.top - 4 && y <= box.bottom;
    });
    return under.map((node) => node.textContent).join(" and ");
  };
  return { client: nameUnder("client"), server: nameUnder("server") };
}
