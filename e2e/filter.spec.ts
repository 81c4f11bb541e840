import type { SynfinPage } from "./synfin-page.ts";
import { accessibilityFaults, expect, test } from "./test.ts";

/** Twelve connections from one host: every third is refused, the last is reset by the client. */
function twelve(): string {
  const lines = Array.from({ length: 12 }, (_, i) => {
    const client = `10.0.0.1.${40000 + i}`;
    const port = i % 2 === 0 ? 443 : 80;
    const clock = `12:00:${String(i).padStart(2, "0")}`;
    const out = (at: string, rest: string) => `${clock}.${at} IP ${client} > 10.0.0.2.${port}: ${rest}`;
    const back = (at: string, rest: string) => `${clock}.${at} IP 10.0.0.2.${port} > ${client}: ${rest}`;
    const syn = out("000000", "Flags [S], seq 100, win 64240, length 0");
    if (i % 3 === 0) return `${syn}\n${back("010000", "Flags [R.], seq 0, ack 101, win 0, length 0")}`;
    const open = [
      syn,
      back("010000", "Flags [S.], seq 500, ack 101, win 64240, length 0"),
      out("020000", "Flags [.], ack 501, win 64240, length 0"),
    ];
    return [
      ...open,
      ...(i === 11 ? [out("030000", "Flags [R.], seq 101, ack 501, win 0, length 0")] : []),
    ].join("\n");
  });
  return lines.join("\n");
}

const box = (synfin: SynfinPage) => synfin.connections.getByRole("combobox");
const expectListed = (synfin: SynfinPage, connections: number) =>
  expect(synfin.connections.getByRole("grid")).toHaveAttribute("aria-rowcount", String(connections + 1));

test.beforeEach(async ({ synfin }) => {
  await synfin.paste(twelve());
  await synfin.expectPhase("ready");
});

test("the filter is completed by keys alone: key, value, and the ports of the capture", async ({
  synfin,
  page,
}) => {
  await synfin.press("/");
  await expect(box(synfin)).toBeFocused();
  await page.keyboard.type("out");
  const offers = synfin.connections.getByRole("listbox", { name: "Completions" });
  await expect(offers.getByRole("option")).toHaveText(["outcome:"]);
  await expect(box(synfin)).toHaveAttribute("aria-expanded", "true");
  await synfin.press("ArrowDown");
  const active = offers.getByRole("option", { selected: true });
  await expect(box(synfin)).toHaveAttribute(
    "aria-activedescendant",
    (await active.getAttribute("id")) ?? "?",
  );
  await synfin.press("Enter");
  await expect(box(synfin)).toHaveValue("outcome:");
  // What the capture holds stands first, with its count.
  await expect(offers.getByRole("option").first()).toHaveText("opennever closed7");
  await page.keyboard.type("refu");
  await synfin.press("ArrowDown");
  await synfin.press("Tab");
  await expect(box(synfin)).toHaveValue("outcome:refused");
  await expect(offers).toBeHidden();
  await expectListed(synfin, 4);
  await page.keyboard.type(" port:");
  await expect(offers.getByRole("option").first()).toHaveText("4432");
  await page.keyboard.type("4");
  await synfin.press("ArrowUp");
  await synfin.press("ArrowUp");
  // The list is closed first, then the box is left; the filter stays.
  await synfin.press("Escape");
  await expect(offers).toBeHidden();
  await expect(box(synfin)).toHaveValue("outcome:refused port:4");
  await synfin.press("Escape");
  await expect(box(synfin)).not.toBeFocused();
  await expect(box(synfin)).toHaveValue("outcome:refused port:4");
});

test("the words of the list find what it calls so, in the language of the page too", async ({
  synfin,
  page,
}) => {
  await box(synfin).fill('outcome:"reset by client"');
  await expectListed(synfin, 1);
  await box(synfin).fill('outcome:"never closed",refused');
  await expectListed(synfin, 11);
  await synfin.show("한국어");
  await page.locator("#connection-filter").fill("결과:거부됨");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "5");
});

test("a key or value that does not exist is said, with what was perhaps meant", async ({ synfin, page }) => {
  await box(synfin).fill("outcom:refused");
  await synfin.press("Enter");
  const hint = synfin.connections.getByRole("status").filter({ hasText: "Did you mean" });
  await expect(hint).toContainText("A filter has no “outcom:”. Did you mean: outcome:");
  await hint.getByRole("button", { name: "outcome:" }).first().click();
  await expect(box(synfin)).toHaveValue("outcome:refused");
  await expectListed(synfin, 4);
  await expect(hint).toHaveCount(0);
  await box(synfin).fill("outcome:banana");
  await synfin.press("Enter");
  await expectListed(synfin, 0);
  await expect(synfin.connections.getByText("No outcome is called “banana”.")).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await synfin.connections.getByRole("button", { name: "no-answer" }).click();
  await expect(box(synfin)).toHaveValue("outcome:no-answer");
});

test("a connection that the filter leaves out stays on screen, and the list says so", async ({ synfin }) => {
  await synfin.connections.getByRole("row").filter({ hasText: "10.0.0.1:40001" }).click();
  await box(synfin).fill("outcome:refused");
  await synfin.press("Escape");
  await expect(synfin.main).toHaveAttribute("data-connection", "1");
  const note = synfin.connections.getByText("The connection on screen is not in this list.");
  await expect(note).toBeVisible();
  await synfin.connections.getByRole("button", { name: "Open the first" }).click();
  await expect(synfin.main).toHaveAttribute("data-connection", "0");
  await expect(note).toHaveCount(0);
});

test("sorting shows what comes first and keeps the selection; the next one follows on it", async ({
  synfin,
  page,
}) => {
  const lines = Array.from(
    { length: 60 },
    (_, i) => `IP 10.0.0.1.${40000 + i} > 10.0.0.2.80: Flags [S], seq 1, win 9, length 0`,
  );
  await synfin.paste(lines.join("\n"));
  await synfin.expectOpen({ connections: 60, segments: 1 });
  const rows = page.locator(".connection-rows");
  await synfin.connections.getByRole("columnheader", { name: "Client" }).getByRole("button").click();
  await synfin.connections.getByRole("columnheader", { name: "Client" }).getByRole("button").click();
  // The selected one is the last of sixty now.
  await expect(rows.getByRole("row").first()).toContainText("10.0.0.1:40059");
  await expect(rows.getByRole("row").first()).toBeInViewport();
  expect(await rows.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await expect(synfin.main).toHaveAttribute("data-connection", "0");
  await synfin.press("ArrowUp");
  await expect(synfin.main).toHaveAttribute("data-connection", "1");
  await expect(rows.getByRole("row").filter({ hasText: "10.0.0.1:40001 " })).toBeInViewport();
});

test("a record of the file, a clock, numbers, or and brackets find what they say", async ({ synfin }) => {
  // Every third is refused, in two segments; so the second connection begins with line 3.
  await box(synfin).fill("frame:3");
  await expect(synfin.main).toHaveAttribute("data-listed", "1");
  await box(synfin).press("Enter");
  await expect(synfin.main).toHaveAttribute("data-connection", "1");
  await expect(synfin.main).toHaveAttribute("data-frame", "3");
  await expect(synfin.main).toHaveAttribute("data-position", "1");
  for (const [filter, listed] of [
    ["time:12:00:05-12:00:06", 2],
    ["segments>3", 1],
    ["opening>=15ms", 8],
    ["failed", 5],
    ["refused or end:closed port:80", 5],
    ["client:10.0.0.1:40003-40005", 3],
    ["host:10.0.0.2", 12],
    ["tcp.port == 443 && !(tcp.flags.reset)", 4],
    ["host 10.0.0.2 and port 80", 6],
    ["tcp.flags.syn==1 && tcp.flags.ack==0", 12],
    ["not port 80", 6],
  ] as const) {
    await box(synfin).fill(filter);
    await expect(synfin.main, filter).toHaveAttribute("data-listed", `${listed}`);
  }
});

test("the completion counts what the rest of the filter leaves, and offers nothing that finds nothing", async ({
  synfin,
  page,
}) => {
  await synfin.press("/");
  await page.keyboard.type("outcome:refused client:10.0.0.1 port:");
  const offers = synfin.connections.getByRole("listbox", { name: "Completions" });
  await expect(offers.getByRole("option").first()).toHaveText("4432");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("outcome:");
  await expect(offers.getByRole("option")).toHaveText([
    /^open/u,
    /^failed/u,
    /^refused/u,
    /^reset-by-client/u,
  ]);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("tcp.port == 80");
  await expect(synfin.main).toHaveAttribute("data-listed", "6");
  await synfin.press("Enter");
  const hint = synfin.connections.getByText("is asked so here");
  await hint.getByRole("button", { name: "port:80" }).click();
  await expect(box(synfin)).toHaveValue("port:80");
  await box(synfin).fill("tcp.stream eq 5");
  await expect(synfin.connections.getByText("Wireshark numbers streams in its own way")).toBeVisible();
});
