import { expect, test } from "vitest";
import { analyseTable } from "../tcp/analyse-table.ts";
import { readOctets } from "../testing/read-octets.ts";
import { tableOfText } from "../testing/story.ts";
import { pcapOfConnection } from "./pcap.ts";
import { pcapngOf } from "./pcapng.ts";

const NONE: ReadonlyMap<number, readonly string[]> = new Map();

/** A pcap of a SYN at each of those seconds past noon. */
async function pcapOf(port: number, ...seconds: readonly string[]): Promise<Uint8Array> {
  const lines = seconds.map(
    (second) =>
      `2026-11-30 12:00:${second} IP 10.0.0.1.${port} > 10.0.0.2.80: Flags [S], seq 7, win 9, length 0`,
  );
  const [analysis] = analyseTable(await tableOfText(`${lines.join("\n")}\n`));
  return (analysis && pcapOfConnection(analysis)) ?? new Uint8Array(0);
}

test("captures become interfaces of one pcapng, their packets by time, each by its own clock", async () => {
  const file = pcapngOf(
    [
      { name: "client.pcap", pcap: await pcapOf(4001, "01.000000", "03.000000"), comments: NONE },
      { name: "server.pcap", pcap: await pcapOf(4002, "02.000000500"), comments: NONE },
    ],
    null,
  );
  const { table } = await readOctets(file);
  expect([...table.time.subarray(0, table.length)]).toEqual([0, 1_000_000_500, 2_000_000_000]);
  const points = [...table.capturePoint.subarray(0, table.length)];
  expect(points[0]).toBe(points[2]);
  expect(points[0]).not.toBe(points[1]);
  expect(new TextDecoder("latin1").decode(file)).toContain("client.pcap");
});

test("comments stand at their packets, and are read again", async () => {
  const said = ["The first SYN.", "다시 보냅니다. 重传。"];
  const comments = new Map([
    [0, said.slice(0, 1)],
    [1, said],
  ]);
  const pcap = await pcapOf(4001, "01.000000", "02.000000", "04.000000");
  const { table } = await readOctets(pcapngOf([{ name: null, pcap, comments }], null));
  expect([...table.comments]).toEqual([
    [0, "The first SYN."],
    [1, "The first SYN.\n다시 보냅니다. 重传。"],
  ]);
});
