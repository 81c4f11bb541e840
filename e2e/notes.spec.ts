import { readFileSync, writeFileSync } from "node:fs";
import { SynfinPage } from "./synfin-page.ts";
import { accessibilityFaults, capturePath, expect, test } from "./test.ts";

const ARTICLE = readFileSync(capturePath("article-with-netstat.txt"), "utf8");

test("notes on an article's capture stand beside the arrows, travel in a link, and are given as a tour", async ({
  synfin,
  page,
}) => {
  await synfin.paste(ARTICLE);
  await synfin.expectOpen({ connections: 2, segments: 9 });
  const sheet = page.getByRole("dialog", { name: "Your notes" });
  const written = ["The client asks to open.", "The server agrees, and asks in turn."];
  for (const text of written) {
    await synfin.press("ArrowRight");
    await synfin.press("Enter");
    await expect(sheet.getByLabel("Note", { exact: true })).toBeFocused();
    await page.keyboard.type(text);
    await synfin.press("Control+Enter");
    await expect(sheet).toBeHidden();
    await expect(page.locator(".layer-notes text").filter({ hasText: text.slice(0, 12) })).toBeVisible();
  }
  await synfin.press("ArrowRight");
  await synfin.press("Enter");
  await page.keyboard.type("What closes a connection?");
  await sheet.getByLabel("It asks").check();
  await sheet.getByLabel("Answers").fill("SYN\n*FIN");
  expect(await accessibilityFaults(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Save the note" }).click();
  await synfin.press("s");
  const link = page.getByRole("dialog").getByLabel("Link", { exact: true });
  await expect(link).toHaveValue(/#2\./u);
  const fragment = new URL(await link.inputValue()).hash;
  await synfin.press("Escape");
  await page.evaluate((asked) => (location.hash = asked), fragment.replace(/&.*$/u, ""));
  await expect(page.locator("main[data-mode=veiled]")).toHaveAttribute("data-phase", "ready");
  const card = page.locator(".class-card");
  for (const text of written) {
    await synfin.press("PageDown");
    await expect(card).toContainText(text);
  }
  await synfin.press("PageDown");
  await expect(page.locator('.class-card[data-asking="true"]')).toContainText("What closes a connection?");
  await synfin.expectPosition(3);
  await synfin.press("b");
  await expect(page.locator('.class-option[data-mark="right"]')).toContainText("FIN");
  await synfin.expectPosition(4);
});

/** What the article says of each segment of the handshake and of the close, and where. */
const EXPLANATIONS = [
  [1, "1st handshake: the client calls connect to send a SYN to the server and enters the SYN_SENT state."],
  [2, "2nd handshake: the server sends a SYN + ACK, and the state changes from LISTEN to SYN_RCVD."],
  [3, "3rd handshake: the client sends an ACK, and the status changes from SYN_SENT to ESTABLISHED."],
  [6, "1st wave: client calls close to send FIN + ACK to server and enters FIN_WAIT_1 state"],
  [7, "2nd wave: the server sends an ACK and enters the CLOSE_WAIT state; it may send unfinished data."],
  [8, "3rd wave: the server calls close, and the state changes from CLOSE_WAIT to LAST_ACK"],
  [9, "4th wave: the client sends an ACK, and the state changes from FIN_WAIT_2 to TIME_WAIT."],
] as const;

test("an article's explanations, written by keys, are shared, and given on a phone by clicker", async ({
  synfin,
  page,
  browser,
  baseURL,
}) => {
  await synfin.paste(ARTICLE);
  await synfin.expectOpen({ connections: 2, segments: 9 });
  const sheet = page.getByRole("dialog", { name: "Your notes" });
  let position = 0;
  for (const [segment, text] of EXPLANATIONS) {
    for (; position < segment; position++) await synfin.press("ArrowRight");
    await synfin.expectPosition(segment);
    await synfin.press("Enter");
    await expect(sheet.getByLabel("Note", { exact: true })).toBeFocused();
    await page.keyboard.insertText(text);
    await synfin.press("Control+Enter");
    await expect(sheet).toBeHidden();
  }
  // The drawing holds what is in sight.
  await expect(page.locator(".layer-notes text").filter({ hasText: "4th wave: the client" })).toBeVisible();
  await synfin.press("s");
  const link = page.getByRole("dialog").getByLabel("Link", { exact: true });
  await expect(link).toHaveValue(/#2\./u);
  const { hash } = new URL(await link.inputValue());
  await synfin.press("Escape");
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    ...(baseURL !== undefined && { baseURL }),
  });
  const small = await phone.newPage();
  await small.goto(`./${hash.replace(/&.*$/u, "")}`);
  const given = new SynfinPage(small);
  await expect(given.main).toHaveAttribute("data-mode", "veiled");
  await given.expectPhase("ready");
  const card = small.locator(".class-card");
  for (const [segment, text] of EXPLANATIONS) {
    await given.press("PageDown");
    await given.expectPosition(segment);
    await expect(card.locator(".class-card-note")).toHaveText(text);
    await expect(card.locator(".class-card-note")).toBeInViewport({ ratio: 1 });
  }
  const sticksOut = await small.locator(".layer-notes").evaluate((layer) => {
    const paper = [...layer.querySelectorAll("path")].map((path) => path.getBoundingClientRect());
    const [left, right] = [
      Math.min(...paper.map((box) => box.left)),
      Math.max(...paper.map((box) => box.right)),
    ];
    return [...layer.querySelectorAll("text")].filter((text) => {
      const box = text.getBoundingClientRect();
      return box.left < left || box.right > right;
    }).length;
  });
  expect(sticksOut).toBe(0);
  await given.press("PageDown");
  await expect(card).toHaveAttribute("data-step", "end");
  await phone.close();
});

test("a note on a capture leaves in a pcapng, and comes back with it", async ({ synfin, page }, info) => {
  await synfin.open(capturePath("three-segment-close.pcap"), { connections: 1, segments: 10 });
  await synfin.press("ArrowRight", 3);
  await synfin.expectPosition(3);
  await synfin.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Your notes" });
  await expect(sheet.getByLabel("Note", { exact: true })).toBeFocused();
  await page.keyboard.insertText("Now it is open. 연결됨");
  await synfin.press("Control+Enter");
  await expect(sheet).toBeHidden();
  await synfin.press("e");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as pcap file" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.pcapng$/u);
  const path = info.outputPath("with-note.pcapng");
  await saved.saveAs(path);
  await synfin.press("Escape");
  await synfin.dropByScript(path);
  await expect(page.getByText("with-note.pcapng").first()).toBeVisible();
  await synfin.expectOpen({ connections: 1, segments: 10 });
  await expect(page.locator(".layer-notes text").filter({ hasText: "Now it is open. 연결됨" })).toBeVisible();
});

test("the seven rows of netstat in an article stand where it prints them, and agree", async ({
  synfin,
  page,
}) => {
  await synfin.paste(ARTICLE);
  await synfin.expectOpen({ connections: 2, segments: 9 });
  const said = page.locator(".layer-kernel text");
  await expect(said.filter({ hasText: "netstat: FIN_WAIT2 ✓" })).toBeVisible();
  await synfin.press("o");
  const rows = page.getByRole("dialog", { name: "What the kernel says" }).locator("tbody tr");
  await expect(rows).toHaveCount(7);
  expect(
    await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent))),
  ).toEqual([
    ["before the first segment", "server", "netstat: LISTEN", "the same"],
    ["segment 3", "server", "netstat: LISTEN", "the same"],
    ["segment 3", "client", "netstat: ESTABLISHED", "the same"],
    ["segment 3", "server", "netstat: ESTABLISHED", "the same"],
    ["segment 7", "server", "netstat: LISTEN", "the same"],
    ["segment 7", "client", "netstat: FIN_WAIT2", "the same"],
    ["segment 7", "server", "netstat: CLOSE_WAIT", "the same"],
  ]);
});

test("a file of netstat dropped beside a capture stands on its lifelines", async ({ synfin, page }, info) => {
  const printed = info.outputPath("netstat.txt");
  writeFileSync(
    printed,
    [
      "Proto Recv-Q Send-Q Local Address           Foreign Address         State",
      "tcp        0      0 0.0.0.0:8080            0.0.0.0:*               LISTEN",
      "tcp        0      0 10.77.2.1:40002         10.77.2.2:8080          ESTABLISHED",
      "tcp        0      0 10.77.2.1:40002         10.77.2.2:8080          CLOSE_WAIT",
      "",
    ].join("\n"),
  );
  await synfin.dropByScript(capturePath("three-segment-close.pcap"), printed);
  await synfin.expectOpen({ connections: 1, segments: 10 });
  const said = page.locator(".layer-kernel text");
  await expect(said.filter({ hasText: "netstat: ESTABLISHED ✓" })).toBeVisible();
  await synfin.press("o");
  const sheet = page.getByRole("dialog", { name: "What the kernel says" });
  await expect(sheet.locator("tbody tr")).toHaveCount(3);
  await expect(sheet.locator('tr[data-verdict="contradicts"]')).toContainText("CLOSE_WAIT");
});

test("what netstat says in an article stands on the lifelines, and a contradiction is marked", async ({
  synfin,
  page,
}) => {
  await synfin.paste(ARTICLE.replace("FIN_WAIT2 -", "TIME_WAIT -"));
  await synfin.expectOpen({ connections: 2, segments: 9 });
  const said = page.locator(".layer-kernel text");
  await expect(said.filter({ hasText: "netstat: LISTEN ✓" }).first()).toBeVisible();
  await synfin.press("End");
  await expect(said.filter({ hasText: "netstat: TIME_WAIT ✗ here FIN-WAIT-2" })).toBeVisible();
  await synfin.press("o");
  const sheet = page.getByRole("dialog", { name: "What the kernel says" });
  await expect(sheet.locator("tbody tr")).toHaveCount(7);
  await expect(sheet.locator('tr[data-verdict="contradicts"]')).toHaveCount(1);
  expect(await accessibilityFaults(page)).toEqual([]);
});
