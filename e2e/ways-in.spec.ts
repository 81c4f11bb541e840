import { writeFileSync } from "node:fs";
import { capturePath, expect, test } from "./test.ts";

const CAPTURE = capturePath("handshake-and-close.pcap");
const WHOLE = { connections: 1, segments: 11 };

test("a dropped capture is opened and its first connection shown", async ({ synfin }) => {
  await synfin.drop(CAPTURE);
  await synfin.expectOpen(WHOLE);
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
  await synfin.drop(misnamed);
  await synfin.expectOpen(WHOLE);
  await expect(page.getByText("holiday.jpg").first()).toBeVisible();
});

const CONSOLE = `\
12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, options [mss 1460,sackOK,TS val 2670079469 ecr 0,nop,wscale 7], length 0
12:49:33.192983 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [S.], seq 1986854381, ack 284972258, win 65160, options [mss 1460,sackOK,TS val 1699876837 ecr 2670079469,nop,wscale 7], length 0
12:49:33.193013 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 1, win 502, options [nop,nop,TS val 2670079470 ecr 1699876837], length 0
12:49:33.193037 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [P.], seq 1:77, ack 1, win 502, options [nop,nop,TS val 2670079470 ecr 1699876837], length 76: HTTP: GET / HTTP/1.1
12:49:33.193256 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [.], ack 77, win 509, options [nop,nop,TS val 1699876837 ecr 2670079470], length 0
...
12:49:33.193389 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [P.], seq 239:851, ack 77, win 509, options [nop,nop,TS val 1699876838 ecr 2670079470], length 612: HTTP
12:49:33.193393 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 851, win 501, options [nop,nop,TS val 2670079470 ecr 1699876838], length 0
12:49:33.193563 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [F.], seq 77, ack 851, win 501, options [nop,nop,TS val 2670079470 ecr 1699876838], length 0
12:49:33.193818 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [F.], seq 851, ack 78, win 509, options [nop,nop,TS val 1699876838 ecr 2670079470], length 0
12:49:33.193842 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 852, win 501, options [nop,nop,TS val 2670079471 ecr 1699876838], length 0
`;

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
  await synfin.drop(CAPTURE);
  await synfin.expectOpen(WHOLE);
  await synfin.paste(CONSOLE);
  await synfin.expectOpen({ connections: 1, segments: 10 });
  await synfin.expectPosition(0);
});
