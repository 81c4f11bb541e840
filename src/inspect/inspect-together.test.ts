import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inspectedIn } from "../testing/inspected.ts";
import type { InspectOptions } from "./options.ts";

/** 5 ms to the server and back; the server's clock is 2 s ahead. The first data is lost on its way. */
const CLIENT = `
2026-01-01 12:00:00.000000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [S], seq 100, win 64240, options [mss 1460], length 0
2026-01-01 12:00:00.010200 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [S.], seq 900, ack 101, win 64240, options [mss 1460], length 0
2026-01-01 12:00:00.010300 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [.], ack 901, win 64240, length 0
2026-01-01 12:00:00.020000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [P.], seq 101:111, ack 901, win 64240, length 10
2026-01-01 12:00:00.021000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [P.], seq 111:131, ack 901, win 64240, length 20
2026-01-01 12:00:00.031200 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [.], ack 101, win 64240, length 0
2026-01-01 12:00:00.300000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [P.], seq 101:131, ack 901, win 64240, length 30
2026-01-01 12:00:00.310200 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [.], ack 131, win 64240, length 0
`;
const SERVER = `
2026-01-01 12:00:02.005100 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [S], seq 100, win 64240, options [mss 1380], length 0
2026-01-01 12:00:02.005200 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [S.], seq 900, ack 101, win 64240, options [mss 1460], length 0
2026-01-01 12:00:02.015300 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [.], ack 901, win 64240, length 0
2026-01-01 12:00:02.026000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [P.], seq 111:131, ack 901, win 64240, length 20
2026-01-01 12:00:02.026200 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [.], ack 101, win 64240, length 0
2026-01-01 12:00:02.305000 IP 10.0.0.1.4711 > 10.0.0.2.80: Flags [P.], seq 101:131, ack 901, win 64240, length 30
2026-01-01 12:00:02.305200 IP 10.0.0.2.80 > 10.0.0.1.4711: Flags [.], ack 131, win 64240, length 0
`;

/** A SYN and the answer to it, and no more. */
function halfOpen(port: number, sequence: number): string {
  const [client, server] = [`10.0.0.1.${port}`, "10.0.0.2.80"];
  return `2026-01-01 12:00:01.${sequence}0000 IP ${client} > ${server}: Flags [S], seq ${sequence}, win 64240, length 0
2026-01-01 12:00:01.${sequence}5000 IP ${server} > ${client}: Flags [S.], seq 7${sequence}, ack ${sequence + 1}, win 64240, length 0
`;
}

/** Data of the client and of the server that cross, as one end sees them. */
function atOnce(own: string, others: string, second: number, isServer = false): string {
  const client = "10.0.0.1.4711 > 10.0.0.2.80: Flags [P.], seq 131:134, ack 901, win 64240, length 3";
  const server = "10.0.0.2.80 > 10.0.0.1.4711: Flags [P.], seq 901:905, ack 131, win 64240, length 4";
  const [first, then] = isServer ? [server, client] : [client, server];
  return `2026-01-01 12:00:0${second}.${own} IP ${first}
2026-01-01 12:00:0${second}.${others} IP ${then}
`;
}

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "synfin-together-"));
  const lines = CLIENT.trim().split("\n");
  const files = {
    client: CLIENT,
    server: SERVER,
    // Two half-open ones beside it, whose ports and numbers were rewritten: nothing tells which is which.
    clientAndTwo: CLIENT + halfOpen(6001, 10) + halfOpen(6002, 20),
    serverAndTwo: SERVER + halfOpen(7001, 30) + halfOpen(7002, 40),
    // Both ends send at once.
    clientAtOnce: CLIENT + atOnce("500000", "506000", 0),
    serverAtOnce: SERVER + atOnce("501000", "505000", 2, true),
    other: CLIENT.replaceAll("4711", "4712").replaceAll(" 900", " 5900"),
    piece1: lines.slice(0, 4).join("\n"),
    piece2: lines.slice(4).join("\n"),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.txt`), text);
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Segment {
  readonly frames: readonly (number | null)[];
  readonly times: readonly (string | null)[];
  readonly fate: string;
  readonly arrived: boolean | null;
  readonly states: object;
  readonly orderProved?: false;
}

interface Line {
  readonly file?: string;
  readonly witnesses?: number;
  readonly clock?: { readonly offset: readonly [number, number]; readonly rate: null };
  readonly changed?: object;
  readonly couldBe?: readonly object[];
  readonly handshakeRoundTrip?: number;
  readonly segments?: readonly Segment[];
  readonly summary?: { readonly file: string; readonly segments: number; readonly connections: number };
  readonly refused?: { readonly file: string };
}

async function inspected(
  relation: NonNullable<InspectOptions["relation"]>,
  files: readonly string[],
): Promise<{ readonly status: number; readonly lines: Line[]; readonly complaints: string[] }> {
  const { lines, ...said } = await inspectedIn(folder, [`--${relation}`, ...files]);
  return { ...said, lines: lines as Line[] };
}

test("two captures of a connection are one line, and a summary of each file follows", async () => {
  const { status, lines, complaints } = await inspected("together", ["client.txt", "server.txt"]);
  const [told, ...summaries] = lines;
  expect([status, complaints]).toEqual([0, []]);
  expect(told).toMatchObject({
    witnesses: 2,
    changed: { client: { mss: { sent: 1460, arrived: 1380 } } },
    handshakeRoundTrip: 0.0102,
  });
  expect(told?.clock?.offset[0]).toBeCloseTo(1.995, 6);
  expect(told?.clock?.offset[1]).toBeCloseTo(2.005, 6);
  expect(summaries.map(({ summary }) => summary?.file)).toEqual(["client.txt", "server.txt"]);
});

test("a segment has the time of each capture, and what was lost has one", async () => {
  const { lines } = await inspected("together", ["client.txt", "server.txt"]);
  const segments = lines[0]?.segments ?? [];
  expect(segments.map(({ times }) => times.filter((time) => time !== null).length)).toEqual([
    2, 2, 2, 1, 2, 2, 2, 2,
  ]);
  expect(segments.filter(({ fate }) => fate === "lost")).toMatchObject([
    { arrived: false, times: [expect.any(String), null] },
  ]);
});

test("a link holds what both captures show, and is read again as it was told", async () => {
  const told = await inspectedIn(folder, ["--links", "--together", "client.txt", "server.txt"]);
  const [line] = told.lines as { link: string; clock: object; segments: Segment[] }[];
  expect(line?.link).toMatch(/^#2\./u);
  const again = await inspectedIn(folder, [line?.link ?? ""]);
  const [read] = again.lines as { witnesses: number; clock: object; segments: Segment[] }[];
  expect(read).toMatchObject({ witnesses: 2, clock: line?.clock });
  const seen = (segments: readonly Segment[] = []): object[] =>
    segments.map(({ fate, frames, times, arrived, states }) => ({ fate, frames, times, arrived, states }));
  expect(seen(read?.segments)).toEqual(seen(line?.segments));
});

test("a connection that may be any of several says which, and is told on its own", async () => {
  const { lines } = await inspected("together", ["clientAndTwo.txt", "serverAndTwo.txt"]);
  const ends = [7001, 7002].map((port) => ({
    client: { address: "10.0.0.1", port },
    server: { address: "10.0.0.2", port: 80 },
  }));
  expect(lines.flatMap(({ couldBe }) => (couldBe === undefined ? [] : [couldBe]))).toEqual([ends, ends]);
  expect(lines.filter(({ witnesses }) => witnesses === 2)).toHaveLength(1);
});

test("what was sent at both ends at once is in no proved order", async () => {
  const { lines } = await inspected("together", ["clientAtOnce.txt", "serverAtOnce.txt"]);
  const order = lines[0]?.segments?.map(({ orderProved }) => orderProved ?? true);
  expect(order?.slice(0, -1)).not.toContain(false);
  expect(order?.at(-1)).toBe(false);
});

test("captures without a connection in common are told each on its own", async () => {
  const { status, lines, complaints } = await inspected("together", ["client.txt", "other.txt"]);
  expect(status).toBe(0);
  expect(complaints).toEqual([expect.stringContaining("no connection in common")]);
  expect(lines.filter(({ witnesses }) => witnesses !== undefined)).toEqual([]);
  expect(lines).toHaveLength(4);
});

test("one file given twice is told once", async () => {
  const { lines, complaints } = await inspected("together", ["client.txt", "client.txt"]);
  expect(complaints).toEqual([expect.stringContaining("the same capture")]);
  expect(lines).toHaveLength(2);
});

test("of a file that is not there the other one is told", async () => {
  const { status, lines } = await inspected("together", ["none.txt", "server.txt"]);
  expect(status).toBe(0);
  expect(lines.map(({ refused, file, summary }) => refused?.file ?? file ?? summary?.file)).toEqual([
    "none.txt",
    "server.txt",
    "server.txt",
  ]);
  expect((await inspected("together", ["none.txt", "nor.txt"])).status).toBe(1);
});

test("the files of a ring are one capture, in whatever order they are named", async () => {
  const { lines, complaints } = await inspected("joined", ["piece2.txt", "piece1.txt"]);
  expect(complaints).toEqual([]);
  expect(lines.map(({ summary }) => summary)).toEqual([
    undefined,
    expect.objectContaining({ file: "piece1.txt", segments: 8, connections: 1 }),
  ]);
});

test("files that run at the same time are no pieces of one capture", async () => {
  const { lines, complaints } = await inspected("joined", ["client.txt", "piece2.txt"]);
  expect(complaints).toEqual([expect.stringContaining("not the pieces of one capture")]);
  expect(lines.flatMap(({ summary }) => summary?.file ?? [])).toEqual(["client.txt", "piece2.txt"]);
});
