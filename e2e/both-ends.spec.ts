import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { accessibilityFaults, capturePath, expect, test } from "./test.ts";

const PCAP_HEADER = 24;
const RECORD_HEADER = 16;
/** Within a record of Ethernet and IPv4: where the addresses stand, and the ports behind a header without options. */
const SOURCE = RECORD_HEADER + 14 + 12;
const DESTINATION = SOURCE + 4;
const PORTS = SOURCE + 8;

type Record = (record: DataView) => void;

/** Changes every record of a capture (pcap, little-endian, microseconds). */
function changed(name: string, change: Record): Buffer {
  const pcap = Buffer.from(readFileSync(capturePath(name)));
  for (let at = PCAP_HEADER; at < pcap.length;) {
    const length = pcap.readUInt32LE(at + 8);
    change(new DataView(pcap.buffer, pcap.byteOffset + at, RECORD_HEADER + length));
    at += RECORD_HEADER + length;
  }
  return pcap;
}

/** The clock is so many seconds ahead, and so much faster. */
function withClock(seconds: number, rate: number): Record {
  let first = Number.NaN;
  return (record) => {
    const time = record.getUint32(0, true) + record.getUint32(4, true) / 1e6;
    if (Number.isNaN(first)) first = time;
    const shown = time + seconds + rate * (time - first);
    record.setUint32(0, Math.floor(shown), true);
    record.setUint32(4, Math.round((shown % 1) * 1e6) % 1e6, true);
  };
}

/** As behind a router that shows the client as 203.0.113.7:61000. */
function behindNat(client: readonly number[]): Record {
  const outside = [203, 0, 113, 7];
  return (record) => {
    for (const [address, port] of [
      [SOURCE, PORTS],
      [DESTINATION, PORTS + 2],
    ] as const) {
      if (!client.every((octet, at) => record.getUint8(address + at) === octet)) continue;
      for (const [at, octet] of outside.entries()) record.setUint8(address + at, octet);
      record.setUint16(port, 61_000);
    }
  };
}

/** `tcpdump -nn` of the server's capture of 16-keepalive. */
const SERVER_TEXT = `02:56:05.359202 IP 10.77.16.1.40016 > 10.77.16.2.8080: Flags [S], seq 2200329227, win 64240, options [mss 1460,sackOK,TS val 3670364569 ecr 0,nop,wscale 10], length 0
02:56:05.359229 IP 10.77.16.2.8080 > 10.77.16.1.40016: Flags [S.], seq 664033011, ack 2200329228, win 65160, options [mss 1460,sackOK,TS val 4111215216 ecr 3670364569,nop,wscale 10], length 0
02:56:05.369770 IP 10.77.16.1.40016 > 10.77.16.2.8080: Flags [.], ack 1, win 63, options [nop,nop,TS val 3670364579 ecr 4111215216], length 0
02:56:05.375131 IP 10.77.16.1.40016 > 10.77.16.2.8080: Flags [P.], seq 1:30, ack 1, win 63, options [nop,nop,TS val 3670364585 ecr 4111215216], length 29: HTTP: GET / HTTP/1.1
02:56:05.375154 IP 10.77.16.2.8080 > 10.77.16.1.40016: Flags [.], ack 30, win 64, options [nop,nop,TS val 4111215232 ecr 3670364585], length 0
02:56:05.375523 IP 10.77.16.2.8080 > 10.77.16.1.40016: Flags [P.], seq 1:44, ack 30, win 64, options [nop,nop,TS val 4111215232 ecr 3670364585], length 43: HTTP: HTTP/1.1 200 OK
02:56:05.386014 IP 10.77.16.1.40016 > 10.77.16.2.8080: Flags [.], ack 44, win 63, options [nop,nop,TS val 3670364596 ecr 4111215232], length 0
02:56:06.384912 IP 10.77.16.1.40016 > 10.77.16.2.8080: Flags [.], ack 44, win 63, options [nop,nop,TS val 3670365595 ecr 4111215232], length 0
02:56:06.384924 IP 10.77.16.2.8080 > 10.77.16.1.40016: Flags [.], ack 30, win 64, options [nop,nop,TS val 4111216242 ecr 3670364596], length 0
02:56:07.413462 IP 10.77.16.1.40016 > 10.77.16.2.8080: Flags [.], ack 44, win 63, options [nop,nop,TS val 3670366623 ecr 4111216242], length 0
02:56:07.413496 IP 10.77.16.2.8080 > 10.77.16.1.40016: Flags [.], ack 30, win 64, options [nop,nop,TS val 4111217270 ecr 3670364596], length 0
02:56:08.432914 IP 10.77.16.1.40016 > 10.77.16.2.8080: Flags [.], ack 44, win 63, options [nop,nop,TS val 3670367643 ecr 4111217270], length 0
02:56:08.432928 IP 10.77.16.2.8080 > 10.77.16.1.40016: Flags [.], ack 30, win 64, options [nop,nop,TS val 4111218290 ecr 3670364596], length 0
02:56:08.996603 IP 10.77.16.1.40016 > 10.77.16.2.8080: Flags [F.], seq 30, ack 44, win 63, options [nop,nop,TS val 3670368206 ecr 4111218290], length 0
02:56:09.039739 IP 10.77.16.2.8080 > 10.77.16.1.40016: Flags [.], ack 31, win 64, options [nop,nop,TS val 4111218897 ecr 3670368206], length 0
02:56:09.153068 IP 10.77.16.2.8080 > 10.77.16.1.40016: Flags [F.], seq 44, ack 31, win 64, options [nop,nop,TS val 4111219010 ecr 3670368206], length 0
02:56:09.164321 IP 10.77.16.1.40016 > 10.77.16.2.8080: Flags [.], ack 45, win 63, options [nop,nop,TS val 3670368373 ecr 4111219010], length 0
`;

const pathOf = (name: string, side: "client" | "server"): string =>
  capturePath(`both-ends/${name}-${side}.pcap`);

async function give(page: Page, ...files: readonly string[]): Promise<void> {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([...files]);
}

const offer = (page: Page) => page.getByRole("region", { name: "Two captures" });

/** Takes the offer that the page makes of the captures that it was given. */
async function merge(page: Page): Promise<void> {
  await expect(offer(page)).toContainText(/hold both ends of \d+ connection/u);
  await offer(page).getByRole("button", { name: "Merge" }).click();
  await expect(offer(page)).toContainText("seen at both ends");
}

test.beforeEach(async ({ synfin }) => synfin.goto());

const PAIRS = [
  { name: "16-keepalive", lost: 0 },
  { name: "13b-final-ack-lost-server-speaks", lost: 1 },
  { name: "14-data-loss-sack", lost: 1 },
] as const;

for (const { name, lost } of PAIRS) {
  test(`${name}: two captures say that they belong together, and are one`, async ({ page, synfin }) => {
    await give(page, pathOf(name, "client"), pathOf(name, "server"));
    await synfin.expectPhase("ready");
    await merge(page);
    await expect(offer(page)).toContainText(`${name}-client.pcap at the client`);
    await expect(offer(page)).toContainText(`${lost} lost`);
    await expect(offer(page)).toContainText("0 injected");
    // The two hosts had one clock.
    await expect(offer(page).getByRole("button", { name: "Both clocks are the same" })).toBeVisible();
    await expect(synfin.diagram.locator(".layer-witnesses .clock.server").first()).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}

test("a segment that only one capture lacks says what that one alone would have told", async ({
  page,
  synfin,
}) => {
  await give(page, pathOf("14-data-loss-sack", "server"), pathOf("14-data-loss-sack", "client"));
  await merge(page);
  // In either order the client stands on the left.
  await expect(offer(page)).toContainText("14-data-loss-sack-client.pcap at the client");
  await offer(page)
    .getByRole("button", { name: "From the server's capture alone, segment 7 does not exist" })
    .click();
  await expect(synfin.playback).toContainText("7 of 49");
  await page.keyboard.press("Shift+U");
  await expect(synfin.segment).toContainText("not captured");
  await expect(synfin.segment).toContainText("As it arrived");
});

test("a queue that is full stays unknown: what the server's capture holds had no effect", async ({
  page,
  synfin,
}) => {
  await give(page, pathOf("21-accept-queue-full", "client"), pathOf("21-accept-queue-full", "server"));
  await merge(page);
  // The fourth and the fifth found it full.
  for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowDown");
  await expect(offer(page)).toContainText("0 lost");
  await expect(synfin.diagram.locator('[data-fate="lost-or-ignored"]').first()).toBeAttached();
});

test("clocks that are apart and run at other rates are related; the slider moves what is drawn", async ({
  page,
}, testInfo) => {
  const server = testInfo.outputPath("server.pcap");
  writeFileSync(server, changed("both-ends/16-keepalive-server.pcap", withClock(3.7, 80e-6)));
  await give(page, pathOf("16-keepalive", "client"));
  // The second one is dropped on the first, which is open.
  await expect(page.getByRole("main")).toHaveAttribute("data-phase", "ready");
  await give(page, server);
  await merge(page);
  await expect(offer(page)).toContainText("The server's clock is 3.7");
  await expect(offer(page)).toContainText("The clocks are not the same");
  const slider = offer(page).getByRole("slider");
  const before = await slider.getAttribute("aria-valuetext");
  await slider.press("End");
  expect(await slider.getAttribute("aria-valuetext")).not.toBe(before);
  await offer(page).getByRole("button", { name: "Middle" }).click();
  expect(await slider.getAttribute("aria-valuetext")).toBe(before);
});

test("behind a router that rewrites addresses, the path says so", async ({ page }, testInfo) => {
  const server = testInfo.outputPath("server.pcap");
  writeFileSync(server, changed("both-ends/14-data-loss-sack-server.pcap", behindNat([10, 77, 14, 1])));
  await give(page, pathOf("14-data-loss-sack", "client"), server);
  await merge(page);
  await expect(offer(page)).toContainText(/address \(NAT\): 10\.77\.14\.1:\d+ → 203\.0\.113\.7:61000/u);
});

test("a text of tcpdump merges with a capture file, and leaves as a link with both times", async ({
  page,
  synfin,
}, testInfo) => {
  const server = testInfo.outputPath("server.txt");
  writeFileSync(server, SERVER_TEXT);
  await give(page, pathOf("16-keepalive", "client"), server);
  await merge(page);
  await expect(offer(page)).toContainText("server.txt at the server");
  await page.keyboard.press("s");
  const link = page.getByRole("dialog").getByRole("textbox", { name: /link/iu });
  await expect(link).toHaveValue(/#2\./u);
  const address = await link.inputValue();
  await page.keyboard.press("Escape");
  await page.goto(`./${address.slice(address.indexOf("#"))}`);
  await page.reload();
  await synfin.expectPhase("ready");
  await expect(offer(page)).toContainText("A link made of two captures");
  await expect(offer(page)).toContainText("17 of 17 seen at both ends");
});

test("the pieces of one capture are read as one", async ({ page, synfin }, testInfo) => {
  const whole = readFileSync(pathOf("14-data-loss-sack", "client"));
  const cuts: Buffer[] = [];
  let from = PCAP_HEADER;
  let records = 0;
  for (let at = PCAP_HEADER; at < whole.length;) {
    at += RECORD_HEADER + whole.readUInt32LE(at + 8);
    if (++records % 20 !== 0 && at < whole.length) continue;
    cuts.push(Buffer.concat([whole.subarray(0, PCAP_HEADER), whole.subarray(from, at)]));
    from = at;
  }
  const paths = cuts.map((cut, index) => {
    const path = testInfo.outputPath(`ring.pcap${index}`);
    writeFileSync(path, cut);
    return path;
  });
  expect(paths).toHaveLength(3);
  await give(page, paths[2] ?? "", paths[0] ?? "", paths[1] ?? "");
  await synfin.expectOpen({ connections: 1, segments: 49 });
});

test("captures that share nothing are left alone", async ({ page, synfin }) => {
  await give(page, pathOf("16-keepalive", "client"), pathOf("14-data-loss-sack", "server"));
  await synfin.expectPhase("ready");
  await expect(page.getByRole("navigation", { name: "Captures" })).toContainText("1 connection · 1 complete");
  await expect(offer(page)).toHaveCount(0);
});

test("a clicker gives the lesson of a loss at both ends, with both clocks from its beginning", async ({
  page,
}) => {
  await page.evaluate(() => {
    // The words over the lifelines, from their first frame on.
    const heads = new Set<string>();
    const look = (): void => {
      const isDrawn = document.querySelector(".sequence-drawing .lifeline.server") !== null;
      if (isDrawn) heads.add(document.querySelector(".sequence-head")?.textContent ?? "");
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { heads });
  });
  await page.goto("./#example=loss-at-both-ends");
  await expect(page.locator(".sequence-head")).toContainText("Server's clock");
  const card = page.locator(".class-card");
  const lost = page.locator('.sequence-drawing .segment-arrow[data-fate="lost"]');
  const words = [
    "each end has its own clock",
    "never come",
    "now they arrive",
    "arrive at the first attempt",
    "this ACK is lost",
  ];
  for (const [index, said] of words.entries()) {
    await page.keyboard.press("PageDown");
    await expect(card).toHaveAttribute("data-step", `${index + 1}`);
    await expect(card).toContainText(said);
  }
  await expect(lost).toHaveCount(2);
  await page.keyboard.press("PageDown");
  await expect(card).toContainText("What does it do?");
  await page.keyboard.press("b");
  await expect(card).toContainText("Seen from the client alone, both losses look alike");
  await page.keyboard.press("PageDown");
  await expect(card).toHaveAttribute("data-step", "7");
  await page.keyboard.press("PageDown");
  await expect(card).toHaveAttribute("data-step", "end");
  // The lifelines never stood without the clocks, which take room beside them.
  const heads = await page.evaluate(() => [...(Reflect.get(window, "heads") as Set<string>)]);
  expect(heads.filter((head) => !head.includes("Server's clock"))).toEqual([]);
  expect(heads).not.toEqual([]);
});
