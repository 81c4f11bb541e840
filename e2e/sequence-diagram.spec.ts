import type { Locator } from "@playwright/test";
import { capturePath, expect, test } from "./test.ts";

/** Words of the drawing that lie on each other or leave the space between the lifelines, as the browser sets them. */
function misplacedWords(diagram: Locator): Promise<string[]> {
  return diagram.evaluate((region) => {
    const boxOf = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      // Only the letters: a line of text is higher than they are.
      return { text: element.textContent ?? "", left, right, top: top + 3, bottom: bottom - 3 };
    };
    const boxes = [...region.querySelectorAll(".sequence-drawing text:not(.row-time)")].map(boxOf);
    const [client = NaN, server = NaN] = [...region.querySelectorAll(".lifeline")].map(
      (line) => line.getBoundingClientRect().left,
    );
    const outside = boxes.filter(({ left, right }) => left < client || right > server + 2);
    const pairs = boxes.flatMap((box, index) => boxes.slice(index + 1).map((other) => [box, other] as const));
    const meeting = pairs.filter(
      ([a, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
    );
    return [
      ...outside.map(({ text }) => `${text} is not between the lifelines`),
      ...meeting.map(([a, b]) => `${a.text} on ${b.text}`),
    ];
  });
}

test("no words of the diagram lie on each other, however wide it is", async ({ synfin, page }) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  const labels = synfin.diagram.locator(".sequence-drawing .label");
  for (const [width, height] of [
    [360, 1200],
    [1440, 900],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await synfin.press("Home");
    await synfin.expectPosition(0);
    await expect.poll(() => labels.count(), `${width}`).toBeGreaterThan(8);
    await expect.poll(() => misplacedWords(synfin.diagram), `${width}`).toEqual([]);
    await synfin.press("End");
    await synfin.expectPosition(11);
    await expect.poll(() => misplacedWords(synfin.diagram), `${width}`).toEqual([]);
  }
});

test("the states stand beside the lifelines in the order in which they were taken", async ({ synfin }) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  await synfin.press("End");
  const names = (side: string) =>
    synfin.diagram.locator(`.sequence-canvas .state-band[data-side="${side}"]`).allTextContents();
  expect(await names("client")).toEqual([
    "CLOSED",
    "SYN-SENT",
    "ESTABLISHED",
    "FIN-WAIT-1",
    "FIN-WAIT-2",
    "TIME-WAIT",
    "CLOSED",
  ]);
  expect(await names("server")).toEqual([
    "LISTEN",
    "SYN-RECEIVED",
    "ESTABLISHED",
    "CLOSE-WAIT",
    "LAST-ACK",
    "CLOSED",
  ]);
});

test("a click on a row stands at its segment", async ({ synfin }) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  await synfin.diagram.locator(".row-ground").nth(3).click();
  await synfin.expectPosition(4);
  await synfin.expectStates("ESTABLISHED", "ESTABLISHED");
});

test("the row of the segment stays in sight while stepping", async ({ synfin, page }) => {
  await page.setViewportSize({ width: 1440, height: 560 });
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  for (let position = 1; position <= 11; position++) {
    await synfin.press("ArrowRight");
    await synfin.expectPosition(position);
    await expect(synfin.diagram.locator(".row-now")).toBeInViewport({ ratio: 0.99 });
  }
});

test("who does not see the diagram reads a row a segment, the present one marked", async ({ synfin }) => {
  await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
  await synfin.press("ArrowRight", 3);
  const table = synfin.diagram.getByRole("table");
  await expect(table).toHaveAttribute("aria-rowcount", "12");
  const present = table.locator('tr[aria-current="true"]');
  await expect(present).toHaveCount(1);
  await expect(present.getByRole("cell")).toContainText([
    "",
    "Client",
    "ACK",
    "",
    "ESTABLISHED",
    "ESTABLISHED",
  ]);
});
