import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inspectedIn } from "../testing/inspected.ts";
import type { InspectOptions } from "./options.ts";

const REFUSED_CONNECTION =
  "12:00:00.000000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [S], seq 100, win 64240, options [mss 1460], length 0\n" +
  "12:00:00.250000 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [R.], seq 0, ack 101, win 0, length 0\n";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "synfin-inspect-"));
  writeFileSync(join(folder, "console.txt"), REFUSED_CONNECTION);
  writeFileSync(join(folder, "archive.pcap"), Buffer.from("504b030414000000", "hex"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What one call prints and says, and its exit status. */
async function inspected(
  files: readonly string[],
  connectionsOnly = false,
  links: InspectOptions["links"] = "none",
): ReturnType<typeof inspectedIn> {
  const options = [
    ...(connectionsOnly ? ["--connections"] : []),
    ...(links === "none" ? [] : [links === "whole" ? "--links" : "--links=anonymised"]),
  ];
  return inspectedIn(folder, [...options, ...files]);
}

test("a connection is one line with all its segments, and a summary follows", async () => {
  const { status, lines, complaints } = await inspected(["console.txt"]);
  expect(status).toBe(0);
  expect(complaints).toEqual([]);
  expect(lines).toEqual([
    {
      file: "console.txt",
      connection: 0,
      client: { address: "10.0.0.1", port: 4711 },
      server: { address: "10.0.0.2", port: 80 },
      roles: "seen",
      outcome: "refused",
      startCaptured: true,
      capturedAt: null,
      zeek: "REJ",
      completeness: 37,
      opening: "syn-only",
      closing: "none",
      start: "43200.000000000",
      duration: 0.25,
      handshakeRoundTrip: null,
      openingTime: null,
      payload: { client: 0, server: 0 },
      path: { client: ["CLOSED", "SYN-SENT", "CLOSED"], server: ["CLOSED"] },
      segments: [
        {
          frame: 1,
          time: "43200.000000000",
          from: "client",
          flags: "SYN",
          seq: 100,
          ack: null,
          relativeSeq: 0,
          relativeAck: null,
          window: 64240,
          length: 0,
          options: { mss: 1460 },
          fate: "delivered",
          states: { client: "SYN-SENT", server: "CLOSED" },
          moves: [{ end: "client", from: "CLOSED", to: "SYN-SENT", rule: "T02", basis: "sent" }],
          notes: [],
        },
        {
          frame: 2,
          time: "43200.250000000",
          from: "server",
          flags: "RST,ACK",
          seq: 0,
          ack: 101,
          relativeSeq: null,
          relativeAck: 1,
          window: 0,
          length: 0,
          options: {},
          fate: "delivered",
          states: { client: "CLOSED", server: "CLOSED" },
          moves: [{ end: "client", from: "SYN-SENT", to: "CLOSED", rule: "T14", basis: "assumed" }],
          notes: ["rst-refused"],
        },
      ],
      epilogue: [],
    },
    {
      summary: {
        file: "console.txt",
        format: "text",
        records: 2,
        segments: 2,
        connections: 1,
        skipped: {},
        warnings: [],
      },
    },
  ]);
});

test("segments are left out when only connections are asked for", async () => {
  const { lines } = await inspected(["console.txt"], true);
  expect(lines[0]).toMatchObject({ outcome: "refused" });
  expect(lines[0]).not.toHaveProperty("segments");
});

test("a refused file is a sentence and status 1, and no line of its own", async () => {
  const { status, lines, complaints } = await inspected(["archive.pcap"]);
  expect(status).toBe(1);
  expect(lines).toEqual([]);
  expect(complaints).toEqual([
    "archive.pcap: this is a ZIP archive: unpack it first, then open the capture that was inside.",
  ]);
});

test("among several files a refused one has its line in its place, and the rest counts", async () => {
  const { status, lines, complaints } = await inspected(
    ["archive.pcap", "console.txt", "missing.pcap"],
    true,
  );
  expect(status).toBe(0);
  expect(lines).toMatchObject([
    {
      refused: {
        file: "archive.pcap",
        kind: "zip",
        reason: "this is a ZIP archive: unpack it first, then open the capture that was inside.",
      },
    },
    { file: "console.txt", connection: 0 },
    { summary: { file: "console.txt" } },
    {
      refused: { file: "missing.pcap", kind: "unreadable", reason: "there is no such file: check its name" },
    },
  ]);
  expect(complaints).toHaveLength(2);
});

test("status 1 when every one of several files was refused", async () => {
  const { status, lines } = await inspected(["archive.pcap", "missing.pcap", "."]);
  expect(status).toBe(1);
  expect(lines).toHaveLength(3);
});

test("the link of a connection, read again, gives the connection's line again", async () => {
  const [line] = (await inspected(["console.txt"], false, "whole")).lines as { link: string }[];
  const link = line?.link ?? "";
  expect(link).toMatch(/^#1\.[\w-]{40,120}$/u);
  const again = await inspected([link], false, "whole");
  expect(again.status).toBe(0);
  expect(again.lines[0]).toEqual({ ...line, file: link });
  expect((await inspected([`https://synfin.example/app/${link}`])).status).toBe(0);
});

test("an anonymised link tells the same of other addresses", async () => {
  const [line] = (await inspected(["console.txt"], true, "anonymised")).lines as { link: string }[];
  const [again] = (await inspected([line?.link ?? ""], true)).lines;
  expect(again).toMatchObject({
    client: { address: "192.0.2.1", port: 4711 },
    server: { address: "192.0.2.2", port: 80 },
    outcome: "refused",
  });
});

test("a changed link is refused as a whole", async () => {
  const [line] = (await inspected(["console.txt"], true, "whole")).lines as { link: string }[];
  const link = line?.link ?? "";
  const { status, lines, complaints } = await inspected([`${link.slice(0, 20)}AAA${link.slice(23)}`]);
  expect([status, lines]).toEqual([1, []]);
  expect(complaints[0]).toContain("checksum is wrong");
});
