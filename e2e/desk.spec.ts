import { expect, test } from "./test.ts";

/** Six connections: 10.0.0.2:8443 refuses three clients, 10.0.0.2:80 serves three. */
const LINES = Array.from({ length: 6 }, (_, i) => {
  const client = `10.0.1.${i}.${40000 + i}`;
  const server = `10.0.0.2.${i % 2 === 0 ? 8443 : 80}`;
  const clock = `10:00:0${i}`;
  const syn = `${clock}.000000 IP ${client} > ${server}: Flags [S], seq 100, win 64240, length 0`;
  if (i % 2 === 0)
    return [syn, `${clock}.010000 IP ${server} > ${client}: Flags [R.], seq 0, ack 101, win 0, length 0`];
  return [
    syn,
    `${clock}.010000 IP ${server} > ${client}: Flags [S.], seq 500, ack 101, win 64240, length 0`,
    `${clock}.020000 IP ${client} > ${server}: Flags [.], ack 501, win 64240, length 0`,
  ];
}).flat();

test("the board says who refuses, and its figures filter the list", async ({ synfin, page }) => {
  await synfin.paste(LINES.join("\n"));
  await synfin.expectPhase("ready");
  await synfin.press("y");
  const board = page.getByRole("dialog", { name: "Who fails to whom" });
  const refuses = "10.0.0.2:8443 refuses 3 of 3, from 3 clients, since 10:00:00; it never accepted one";
  await expect(board.getByRole("button", { name: refuses })).toBeVisible();
  await expect(board.getByRole("row").nth(1)).toContainText("10.0.0.2:844333");
  await board.getByRole("button", { name: "Client", exact: true }).click();
  await expect(board.getByRole("row")).toHaveCount(7);
  await board.getByRole("button", { name: refuses }).click();
  await expect(board).toBeHidden();
  await expect(synfin.main).toHaveAttribute("data-listed", "3");
  await expect(page.locator("#connection-filter")).toHaveValue("server:10.0.0.2:8443 outcome:refused");
});

test("a segment stands in the coordinates of the capture, and times follow the switch", async ({
  synfin,
  page,
}) => {
  await synfin.paste(LINES.join("\n"));
  await synfin.expectPhase("ready");
  await page.locator("#connection-filter").fill("frame:4");
  await synfin.press("Enter");
  await expect(synfin.main).toHaveAttribute("data-frame", "4");
  await expect(synfin.segment).toContainText("Line 4 · 10:00:01.010000 · 1.010000 s after the capture began");
  await page.locator("#connection-filter").blur();
  const heads = synfin.diagram.locator(".time-head");
  const times = synfin.diagram.locator("table td:nth-child(2)");
  await expect(heads).toHaveText("Time / s");
  for (const head of ["Capture / s", "UTC", "Delta / s", "Time / s"]) {
    await synfin.press("Shift+T");
    await expect(heads).toHaveText(head);
  }
  await page.getByRole("combobox", { name: "Times" }).selectOption("As printed");
  await expect(synfin.diagram.getByText("10:00:01.010000").first()).toBeAttached();
  expect(await times.count()).toBeGreaterThan(0);
});
