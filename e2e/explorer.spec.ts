import type { SynfinPage } from "./synfin-page.ts";
import { accessibilityFaults, capturePath, expect, test } from "./test.ts";

const CAPTURE = capturePath("handshake-and-close.pcap");

/** Sixty connections: every third is refused, the rest are left open. */
function manyConnections(): string {
  const lines: string[] = [];
  for (let i = 0; i < 60; i++) {
    const client = `10.0.0.1.${40000 + i}`;
    const at = (microseconds: number): string =>
      `12:00:${String(i).padStart(2, "0")}.${String(microseconds).padStart(6, "0")}`;
    lines.push(`${at(0)} IP ${client} > 10.0.0.2.80: Flags [S], seq 100, win 64240, length 0`);
    if (i % 3 === 0) {
      lines.push(`${at(500)} IP 10.0.0.2.80 > ${client}: Flags [R.], seq 0, ack 101, win 0, length 0`);
      continue;
    }
    lines.push(`${at(500)} IP 10.0.0.2.80 > ${client}: Flags [S.], seq 900, ack 101, win 65160, length 0`);
    lines.push(`${at(600)} IP ${client} > 10.0.0.2.80: Flags [.], ack 1, win 502, length 0`);
    lines.push(
      `${at(700)} IP ${client} > 10.0.0.2.80: Flags [P.], seq 1:${2 + i}, ack 1, win 502, length ${1 + i}`,
    );
  }
  return lines.join("\n");
}

async function openMany(synfin: SynfinPage): Promise<void> {
  await synfin.paste(manyConnections());
  await synfin.expectOpen({ connections: 60, segments: 2 });
}

const selectedRow = (synfin: SynfinPage) => synfin.connections.getByRole("row", { selected: true });

test.describe("the list of connections", () => {
  test("the words of the summary line are filters", async ({ synfin }) => {
    await openMany(synfin);
    const refused = synfin.connections.getByRole("button", { name: "20 refused" });
    await expect(synfin.connections.getByText("60 connections:")).toBeVisible();
    await refused.click();
    await expect(refused).toHaveAttribute("aria-pressed", "true");
    // The head counts as a row.
    await expect(synfin.connections.getByRole("grid")).toHaveAttribute("aria-rowcount", "21");
    await refused.click();
    await expect(synfin.connections.getByRole("grid")).toHaveAttribute("aria-rowcount", "61");
  });

  test("the filter box finds by key, port and text, and completes what is typed", async ({
    synfin,
    page,
  }) => {
    await openMany(synfin);
    await page.keyboard.press("/");
    const box = synfin.connections.getByRole("combobox", { name: "Filter connections" });
    await expect(box).toBeFocused();
    await page.keyboard.type("outcome:refused -port:40003");
    await expect(synfin.connections.getByRole("grid")).toHaveAttribute("aria-rowcount", "20");
    await expect(synfin.connections.getByText("19 of 60 connections")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(box).not.toBeFocused();
    await expect(box).toHaveValue("outcome:refused -port:40003");
    await box.fill("");
    await page.keyboard.type("state:syn-s");
    await expect(synfin.connections.getByRole("option").locator(".offer-value")).toHaveText(["syn-sent"]);
  });

  test("up and down go through the list as it is sorted", async ({ synfin }) => {
    await openMany(synfin);
    await synfin.press("ArrowDown");
    await expect(synfin.main).toHaveAttribute("data-connection", "1");
    const data = synfin.connections.getByRole("columnheader", { name: "Data" });
    await data.getByRole("button").click();
    await data.getByRole("button").click();
    await expect(data).toHaveAttribute("aria-sort", "descending");
    await synfin.press("ArrowUp", 60);
    await expect(synfin.main).toHaveAttribute("data-connection", "59");
    await expect(selectedRow(synfin)).toContainText("10.0.0.1:40059");
  });

  test("only rows in sight are drawn, and the selected one is brought into sight", async ({ synfin }) => {
    await openMany(synfin);
    expect(await synfin.connections.getByRole("row").count()).toBeLessThan(40);
    await synfin.press("ArrowDown", 59);
    await expect(synfin.main).toHaveAttribute("data-connection", "59");
    await expect(selectedRow(synfin)).toBeInViewport({ ratio: 1 });
  });

  test("a click selects", async ({ synfin }) => {
    await openMany(synfin);
    await synfin.connections.getByRole("row").filter({ hasText: "10.0.0.1:40004" }).click();
    await expect(synfin.main).toHaveAttribute("data-connection", "4");
    await synfin.expectPosition(0);
  });
});

test.describe("the segment panel", () => {
  test.beforeEach(async ({ synfin }) => {
    await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  });

  test("before the first segment it tells how the connection ended, with its evidence", async ({
    synfin,
  }) => {
    await expect(
      synfin.segment.getByText("Both ends have closed, and both closes were acknowledged."),
    ).toBeVisible();
    await synfin.segment.getByRole("button", { name: "Go to segment 8" }).click();
    await synfin.expectPosition(8);
  });

  test("Why does the arithmetic, in the form of numbers chosen", async ({ synfin }) => {
    await synfin.press("ArrowRight", 2);
    await expect(synfin.segment.getByText("ack 1 = seq 0 of segment 1 + 1: a SYN counts one.")).toBeVisible();
    await synfin.show("Wire");
    await expect(
      synfin.segment.getByText("ack 2059440312 = seq 2059440311 of segment 1 + 1: a SYN counts one."),
    ).toBeVisible();
  });

  test("Header explains the field that is pointed at or focused, and tells ACK flag and number apart", async ({
    synfin,
  }) => {
    await synfin.press("ArrowRight", 2);
    await synfin.segment.getByRole("tab", { name: "Header" }).click();
    await synfin.segment.getByRole("button", { name: "ACK 1", exact: true }).hover();
    await expect(synfin.segment.getByText("It is not the number itself.")).toBeVisible();
    await synfin.segment.getByRole("button", { name: /^Acknowledgment Number 2059440312/u }).focus();
    await expect(synfin.segment.getByText("The next number expected from the other end")).toBeVisible();
  });

  test("options are explained in words", async ({ synfin }) => {
    await synfin.press("ArrowRight");
    await synfin.segment.getByRole("tab", { name: "Options" }).click();
    await expect(synfin.segment.getByText("Send me at most 1,460 octets of data")).toBeVisible();
  });

  test("after a click on a tab the arrows still step; from the keyboard they move between tabs", async ({
    synfin,
  }) => {
    await synfin.segment.getByRole("tab", { name: "Header" }).click();
    await synfin.press("ArrowRight");
    await synfin.expectPosition(1);
    await synfin.segment.getByRole("tab", { name: "Header" }).focus();
    await synfin.press("ArrowRight");
    await expect(synfin.segment.getByRole("tab", { name: "Options" })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await synfin.expectPosition(1);
  });
});

test("each step is announced to those who do not see it", async ({ synfin }) => {
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  const announcer = synfin.main.getByRole("status").filter({ hasText: /segment/iu });
  await expect(announcer).toHaveText("Before the first segment. Client CLOSED, server LISTEN.");
  await synfin.press("ArrowRight");
  await expect(announcer).toHaveText(
    "Segment 1 of 11: Client sends SYN. Client SYN-SENT, server SYN-RECEIVED.",
  );
  await synfin.press("End");
  await expect(announcer).toContainText("server CLOSED (assumed).");
});

test("the scrubber goes to a position", async ({ synfin }) => {
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  await synfin.playback.getByRole("slider", { name: "Position" }).fill("9");
  await synfin.expectPosition(9);
  await synfin.playback.getByRole("button", { name: "Back one segment" }).click();
  await synfin.expectPosition(8);
});

test("the question mark opens the sheet of keys, Escape closes it, and keys rest meanwhile", async ({
  synfin,
  page,
}) => {
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  await synfin.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet).toBeVisible();
  await synfin.press("ArrowRight");
  await synfin.expectPosition(0);
  await synfin.press("Escape");
  await expect(sheet).toBeHidden();
  await synfin.press("ArrowRight");
  await synfin.expectPosition(1);
});

test("warnings open to a line each with place and reason, at most twenty, then how many more", async ({
  synfin,
}) => {
  const good = "12:00:00.000000 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 1, win 64240, length 0";
  const bad = "12:00:00.000001 IP 10.0.0.1.70000 > 10.0.0.2.80: Flags [S], seq 1, win 64240, length 0";
  await synfin.paste([good, ...Array<string>(25).fill(bad)].join("\n"));
  await synfin.expectOpen({ connections: 1, segments: 1 });
  await synfin.connections.getByText("25 warnings").click();
  const lines = synfin.connections.getByRole("listitem");
  await expect(lines).toHaveCount(21);
  await expect(lines.first()).toContainText("line 2 The port is above 65535: the line was left out.");
  await expect(lines.last()).toHaveText("and 5 more");
});

test("r changes between relative and wire numbers", async ({ synfin }) => {
  await synfin.open(CAPTURE, { connections: 1, segments: 11 });
  await synfin.press("r");
  const card = await synfin.openDisplay();
  await expect(card.getByRole("button", { name: "Wire" })).toHaveAttribute("aria-pressed", "true");
});

test("where a text tells relative numbers only, no wire numbers are offered", async ({ synfin }) => {
  await synfin.paste(
    [
      "1 0.000000 10.0.0.1 → 10.0.0.2 TCP 74 40000 → 80 [SYN] Seq=0 Win=64240 Len=0 MSS=1460",
      "2 0.000264 10.0.0.2 → 10.0.0.1 TCP 74 80 → 40000 [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460",
      "3 0.000294 10.0.0.1 → 10.0.0.2 TCP 66 40000 → 80 [ACK] Seq=1 Ack=1 Win=64256 Len=0",
    ].join("\n"),
  );
  await synfin.expectOpen({ connections: 1, segments: 3 });
  await synfin.press("ArrowRight");
  await synfin.press("r");
  const card = await synfin.openDisplay();
  await expect(card.getByRole("button", { name: "Wire" })).toBeDisabled();
  await expect(card.getByRole("button", { name: "Relative" })).toHaveAttribute("aria-pressed", "true");
  await expect(synfin.segment.getByText("the text shows it as 0 and does not tell it")).toBeVisible();
});

test("a capture that begins at a FIN leaves open which states these are", async ({ synfin }) => {
  await synfin.paste(
    [
      "12:00:00.000000 IP 10.0.0.1.56234 > 10.0.0.2.12345: Flags [F.], seq 100, ack 200, win 512, length 0",
      "12:00:00.003000 IP 10.0.0.2.12345 > 10.0.0.1.56234: Flags [.], ack 1, win 512, length 0",
    ].join("\n"),
  );
  await synfin.expectOpen({ connections: 1, segments: 2 });
  await synfin.press("ArrowRight");
  await expect(synfin.segment.getByText("whether the client is in FIN-WAIT-1 or LAST-ACK")).toBeVisible();
  await expect(synfin.segment.getByText("stays in CLOSE-WAIT")).toBeHidden();
});

test("the theme is chosen, and remembered on the next visit", async ({ synfin, page }) => {
  await synfin.show("Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await synfin.goto();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

for (const [title, segments, client, server] of [
  ["From SYN to FIN", 11, "TIME-WAIT", "CLOSED"],
  ["Connection refused", 2, "CLOSED", "CLOSED"],
  ["The first SYN is lost", 12, "TIME-WAIT", "CLOSED"],
] as const) {
  test(`the example “${title}” opens without any request but for our own code and styles`, async ({
    synfin,
    page,
  }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await synfin.openExample(title);
    await synfin.expectOpen({ connections: 1, segments });
    await synfin.press("End");
    await synfin.expectStates(client, server);
    expect(requests.filter((path) => !/^\/assets\/[\w-]+\.(?:js|css)$/u.test(path))).toEqual([]);
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the parts are tabs, nothing sticks out, playback stays at the bottom", async ({ synfin, page }) => {
    await synfin.open(CAPTURE, { connections: 1, segments: 11 });
    const parts = {
      Connections: synfin.connections,
      Diagram: synfin.diagram,
      States: synfin.graph,
      Segment: synfin.segment,
    };
    for (const [name, part] of Object.entries(parts)) {
      await page.getByRole("tab", { name, exact: true }).click();
      await expect(part).toBeVisible();
      const box = await part.boundingBox();
      expect([box?.x, box?.width]).toEqual([0, 390]);
      // The rows of the list want the room of the bar.
      if (name === "Connections") await expect(synfin.playback).toHaveCount(0);
      else {
        const bar = await synfin.playback.boundingBox();
        expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(844);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

test.describe("the segment panel beyond Why, Header and Options", () => {
  test("shows the sockets of both hosts and the octets of the header", async ({ synfin }) => {
    await synfin.choose(CAPTURE);
    await synfin.expectPhase("ready");
    await synfin.press("ArrowRight");
    await synfin.segment.getByRole("tab", { name: "Sockets" }).click();
    await expect(synfin.segment.getByRole("row", { name: "SYN-SENT 0 1" })).toBeVisible();
    await expect(synfin.segment.getByRole("row", { name: "SYN-RECV 0 0" })).toBeVisible();
    await synfin.segment.getByRole("tab", { name: "Bytes" }).click();
    // As tcpdump -x prints them.
    await expect(synfin.segment).toContainText(/9c 41 1f 90 7a c0 90 b7\s+00 00 00 00 a0 02 fa f0/u);
    await expect(synfin.segment).toContainText("31 8d 00 00 02 04 05 b4");
  });

  test("n goes to the next segment with a note, t changes the time scale", async ({ synfin, page }) => {
    await synfin.openExample("The first SYN is lost");
    await synfin.expectPhase("ready");
    await synfin.press("n");
    await synfin.expectPosition(2);
    const shownScale = async (): Promise<string> => {
      const card = await synfin.openDisplay();
      const scale = await card.getByRole("combobox", { name: "Time scale" }).inputValue();
      await page.keyboard.press("Escape");
      return scale;
    };
    expect(await shownScale()).toBe("compressed");
    await page.keyboard.press("t");
    expect(await shownScale()).toBe("even");
  });
});
