import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { capturePath, expect, test } from "./test.ts";

const CAPTURE = capturePath("handshake-and-close.pcap");

const golden = JSON.parse(
  readFileSync(new URL("../src/share/version-1/golden-links.json", import.meta.url), "utf8"),
) as { readonly name: string; readonly link: string }[];

function goldenLink(name: string): string {
  return golden.find((each) => each.name === name)?.link ?? "";
}

test("what is shared opens elsewhere at the same step, with other addresses", async ({ synfin, page }) => {
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  await synfin.press("ArrowRight", 4);
  const states = await synfin.main.getAttribute("data-client-state");
  await synfin.press("s");
  const dialog = page.getByRole("dialog", { name: "Share this connection" });
  await dialog.getByLabel("Title").fill("A handshake");
  await expect(dialog.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  const link = await dialog.getByLabel("Link", { exact: true }).inputValue();
  expect(link).toMatch(/#1\.[\w-]{100,230}&step=4$/u);

  const other = await page.context().newPage();
  await other.goto(link);
  const main = other.getByRole("main");
  await expect(main).toHaveAttribute("data-position", "4");
  await expect(main).toHaveAttribute("data-client-state", states ?? "");
  await expect(other).toHaveTitle(/^A handshake/u);
  await expect(other.getByText("192.0.2.1", { exact: false }).first()).toBeVisible();
});

test("a damaged link shows nothing but why, and leads back", async ({ synfin, page }) => {
  const link = goldenLink("folded");
  await page.goto(`./#${link.slice(0, 40)}${link.slice(44)}`);
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText("This link cannot be opened");
  await synfin.paste(`https://somewhere.example/#${link}`);
  await synfin.expectOpen({ connections: 1, segments: 6 });
  await expect(synfin.connections).toContainText("left out");
});

test("an embedded link is quiet", async ({ synfin, page }) => {
  await page.goto(`./#${goldenLink("IPv6")}&view=embed`);
  await synfin.expectOpen({ connections: 1, segments: 2 });
  await expect(synfin.diagram).toBeVisible();
  await expect(synfin.connections).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  const [whole] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "Open in the whole of Synfin" }).click(),
  ]);
  await expect(whole.getByRole("main")).toHaveAttribute("data-segments", "2");
  await expect(whole.getByRole("banner")).toBeVisible();
});

test("a link opens as a presentation or a prediction if its maker asks for it", async ({ synfin, page }) => {
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  await synfin.press("ArrowRight", 3);
  await synfin.press("s");
  const dialog = page.getByRole("dialog", { name: "Share this connection" });
  const link = dialog.getByLabel("Link", { exact: true });
  const other = await page.context().newPage();
  for (const [opening, seen] of [
    ["presentation", other.getByRole("button", { name: "Leave the lecture view" })],
    ["quiz", other.getByRole("region", { name: "Question" })],
  ] as const) {
    await page.bringToFront();
    await dialog.getByLabel("Open as").selectOption(opening);
    await expect(link).toHaveValue(/#1\.[\w-]+&step=3&view=(?:present|predict)$/u);
    const address = await link.inputValue();
    // A page whose address changes only behind # is not loaded again.
    await other.goto("about:blank");
    await other.bringToFront();
    await other.goto(address);
    await expect(other.getByRole("main")).toHaveAttribute("data-position", "3");
    await expect(seen).toBeAttached();
  }
});

test("a capture that the address names is fetched only when the person agrees", async ({ synfin, page }) => {
  const asked: string[] = [];
  const host = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.setHeader("access-control-allow-origin", "*");
    response.end(readFileSync(CAPTURE));
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  const { port } = host.address() as AddressInfo;
  try {
    await page.goto(`./#url=${encodeURIComponent(`http://127.0.0.1:${port}/capture.pcap`)}`);
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(`127.0.0.1:${port}`);
    // The browser tells the host which Synfin asks.
    await expect(dialog).toContainText(new URL(page.url()).origin);
    expect(asked).toEqual([]);
    await dialog.getByRole("button", { name: /^Fetch from/u }).click();
    await synfin.expectOpen({ connections: 1, segments: 11 });
    expect(asked).toEqual(["/capture.pcap"]);
    expect(page.url()).not.toContain("url=");
  } finally {
    host.close();
  }
});

test("an address with user information is not fetched, and the page says why", async ({ page }) => {
  await page.goto(`./#url=${encodeURIComponent("http://www.example.com@127.0.0.1:9/x.pcap")}`);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("before the name of its host, which is 127.0.0.1:9");
  await expect(dialog.getByRole("button")).toHaveText(["Do not fetch"]);
});

test("within a page of another site nobody is asked to fetch", async ({ page, baseURL }) => {
  const address = new URL(`#url=${encodeURIComponent("http://127.0.0.1:9/x.pcap")}`, baseURL).href;
  const site = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<iframe src="${address}" width="900" height="700"></iframe>`);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  try {
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const dialog = page.frameLocator("iframe").getByRole("dialog");
    await expect(dialog).toContainText("A page of another site shows Synfin in a frame");
    await expect(dialog.getByRole("button")).toHaveText(["Do not fetch"]);
  } finally {
    site.close();
  }
});
