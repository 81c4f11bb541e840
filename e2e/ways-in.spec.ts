import { writeFileSync } from "node:fs";
import { REQUEST_WITH_LINES_LEFT_OUT as CONSOLE } from "../src/testing/consoles.ts";
import { capturePath, expect, test } from "./test.ts";

const CAPTURE = capturePath("handshake-and-close.pcap");
const WHOLE = { connections: 1, segments: 11 };

test("a dropped capture is opened and its first connection shown", async ({ synfin }) => {
  await synfin.open(CAPTURE, WHOLE);
  await synfin.expectPosition(0);
  await synfin.expectStates("CLOSED", "LISTEN");
});

test("a drop made by script does the same", async ({ synfin }) => {
  await synfin.dropByScript(CAPTURE);
  await synfin.expectOpen(WHOLE);
});

test("a chosen capture is opened", async ({ synfin }) => {
  await synfin.choose(CAPTURE);
  await synfin.expectOpen(WHOLE);
});

test("bytes decide what a file is, not its name", async ({ synfin, page }, testInfo) => {
  const misnamed = testInfo.outputPath("holiday.jpg");
  const { readFile } = await import("node:fs/promises");
  writeFileSync(misnamed, await readFile(CAPTURE));
  await synfin.open(misnamed, WHOLE);
  await expect(page.getByText("holiday.jpg").first()).toBeVisible();
});

/** Both states after each of the ten segments of the console. */
const CONSOLE_STORY: readonly (readonly [client: string, server: string])[] = [
  ["SYN-SENT", "SYN-RECEIVED"],
  ["ESTABLISHED", "SYN-RECEIVED"],
  ["ESTABLISHED", "ESTABLISHED"],
  ["ESTABLISHED", "ESTABLISHED"],
  ["ESTABLISHED", "ESTABLISHED"],
  ["ESTABLISHED", "ESTABLISHED"],
  ["ESTABLISHED", "ESTABLISHED"],
  ["FIN-WAIT-1", "CLOSE-WAIT"],
  ["TIME-WAIT", "LAST-ACK"],
  ["TIME-WAIT", "CLOSED"],
];

test("pasted tcpdump text tells its story step by step", async ({ synfin }) => {
  await synfin.pasteIntoBox(CONSOLE);
  await synfin.expectOpen({ connections: 1, segments: 10 });
  for (const [step, [client, server]] of CONSOLE_STORY.entries()) {
    await synfin.press("ArrowRight");
    await synfin.expectPosition(step + 1);
    await synfin.expectStates(client, server);
  }
});

test("text pasted anywhere on the page is opened", async ({ synfin }) => {
  await synfin.paste(CONSOLE);
  await synfin.expectOpen({ connections: 1, segments: 10 });
});

test("an example is opened", async ({ synfin }) => {
  await synfin.openExample("Connection refused");
  await synfin.expectOpen({ connections: 1, segments: 2 });
  await synfin.press("End");
  await synfin.expectStates("CLOSED", "CLOSED");
});

test("another capture takes the place of the one that is open", async ({ synfin }) => {
  await synfin.open(CAPTURE, WHOLE);
  await synfin.paste(CONSOLE);
  await synfin.expectOpen({ connections: 1, segments: 10 });
  await synfin.expectPosition(0);
});
