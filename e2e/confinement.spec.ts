import {
  ethernetFrame,
  ipv4Datagram,
  octets,
  PcapngBlocks,
  tcpSegment,
} from "../src/testing/capture-bytes.ts";
import { capturePath, expect, test } from "./test.ts";

const CAPTURE = capturePath("handshake-and-close.pcap");

test("no request leaves the page once it is loaded", async ({ synfin, page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  await synfin.press("ArrowRight", 11);
  await synfin.paste(
    "12:49:33.192719 IP 10.0.0.1.39002 > 10.0.0.2.80: Flags [S], seq 1, win 64240, length 0",
  );
  await synfin.expectOpen({ connections: 1, segments: 1 });
  const origin = new URL(page.url()).origin;
  // Parts of the page that are loaded when they are needed; the service worker, too, may still be fetching them.
  const isOwnPart = (url: string): boolean =>
    url.startsWith(`${origin}/assets/`) && /\/[\w-]+\.(?:js|css)$/u.test(url);
  expect(requests.filter((url) => !url.startsWith("blob:") && !isOwnPart(url))).toEqual([]);
});

test("the page loads from its own origin only", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto("./", { waitUntil: "networkidle" });
  const origin = new URL(page.url()).origin;
  expect(requests.length).toBeGreaterThan(1);
  expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
});

test("the policy of the page refuses what it must refuse", async ({ page }) => {
  await page.goto("./");
  const refused = await page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
      seen.push(violatedDirective),
    );
    const attempt = (act: () => unknown): void => {
      try {
        act();
      } catch {
        // Trusted Types refuse by throwing, too.
      }
    };
    const script = document.createElement("script");
    attempt(() => script.append("window.wasRun = true"));
    document.body.append(script);
    const styled = document.createElement("p");
    styled.setAttribute("style", "color: red");
    document.body.append(styled);
    attempt(() => document.body.insertAdjacentHTML("beforeend", "<p>x</p>"));
    attempt(() => new Worker("https://example.com/worker.js"));
    // oxlint-disable-next-line typescript/no-implied-eval -- it is what must be refused
    attempt(() => setTimeout("window.wasRun = true"));
    await fetch("https://example.com/").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { seen, wasRun: "wasRun" in window };
  });
  // The policy stands in the page and in the header, so everything is refused twice.
  const directives = new Set(refused.seen.map((directive) => directive.replace(/-(?:elem|attr)$/u, "")));
  expect([...directives].toSorted()).toEqual(["connect-src", "require-trusted-types-for", "style-src"]);
  expect(refused.wasRun).toBe(false);
});

const MARKUP = "<img src=x onerror=alert(1)>";

/** A pcapng of one SYN from 192.0.2.1, which its name resolution block calls `name`. */
function captureNaming(name: string): Uint8Array {
  const blocks = new PcapngBlocks();
  const record = octets(blocks.u16(1), blocks.u16(5 + name.length), [192, 0, 2, 1], Buffer.from(`${name}\0`));
  const padding = new Array<number>(-record.length & 3).fill(0);
  const syn = { octets: ethernetFrame(ipv4Datagram(tcpSegment())) };
  return octets(
    blocks.section(),
    blocks.interface(),
    blocks.block(4, octets(record, padding, [0, 0, 0, 0])),
    blocks.enhancedPacket(syn, 1n),
  );
}

test("names with markup are shown as text", async ({ synfin, page }) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.setInputFiles('input[type="file"]', {
    name: "names.pcapng",
    mimeType: "",
    buffer: Buffer.from(captureNaming(MARKUP)),
  });
  await synfin.expectOpen({ connections: 1, segments: 1 });
  await synfin.show("Names");
  await expect(page.getByText(MARKUP).first()).toBeVisible();
  expect(await page.locator("img[src=x]").count()).toBe(0);
  await page.setInputFiles('input[type="file"]', {
    name: `${MARKUP}.pcap`,
    mimeType: "",
    buffer: Buffer.from("no capture"),
  });
  await synfin.expectPhase("failed");
  await expect(synfin.failure).toContainText(MARKUP);
  expect(await page.locator("img[src=x]").count()).toBe(0);
  expect(dialogs).toEqual([]);
});

test.describe("with a copy on this machine", () => {
  test.use({ keepsOffline: true });

  test("nothing of a capture stays behind in storage, address, history or requests", async ({
    synfin,
    page,
    context,
  }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(`${request.url()} ${request.postData() ?? ""}`));
    await synfin.paste(
      "IP secret-host.39002 > hidden-host.80: Flags [S], seq 1, win 64240, length 0\n" +
        "IP hidden-host.80 > secret-host.39002: Flags [R.], seq 0, ack 2, win 0, length 0",
    );
    await synfin.expectOpen({ connections: 1, segments: 2 });
    await synfin.press("End");
    for (const key of ["r", "t", "n", "/", "s", "e", "x", "Escape", "p", "Escape", "q", "Escape"])
      await synfin.press(key);
    await synfin.reload();
    const kept = await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      const caches = await self.caches.keys();
      const entries = await Promise.all(
        caches.map(async (name) => (await (await self.caches.open(name)).keys()).map(({ url }) => url)),
      );
      return JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        databases,
        entries,
        history.state,
        location.href,
        document.cookie,
      ]);
    });
    const told = [kept, JSON.stringify(await context.storageState({ indexedDB: true })), ...requests].join(
      "\n",
    );
    for (const secret of ["secret-host", "hidden-host", "39002"]) expect(told).not.toContain(secret);
  });
});
