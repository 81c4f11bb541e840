import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { optionsOf } from "../segments/options.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import { pcapngFile, type TestRecord } from "./capture-bytes.ts";
import { readOctets } from "./read-octets.ts";
import { story } from "./story.ts";

const FOLDER = new URL("captures/01-3way-data-4seg-close/", import.meta.url);
const FILE_HEADER = 24;
const RECORD_HEADER = 16;
const ETHERNET = 14;

const pcap = new Uint8Array(readFileSync(new URL("client.pcap", FOLDER)));
const prints = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, FOLDER)));

/** The packets of a little-endian pcap file in microseconds. */
function packetsOf(file: Uint8Array): TestRecord[] {
  const view = new DataView(file.buffer, file.byteOffset);
  const packets: TestRecord[] = [];
  for (let at = FILE_HEADER; at < file.length;) {
    const length = view.getUint32(at + 8, true);
    packets.push({
      octets: file.subarray(at + RECORD_HEADER, at + RECORD_HEADER + length),
      seconds: view.getUint32(at, true),
      nanoseconds: view.getUint32(at + 4, true) * 1000,
    });
    at += RECORD_HEADER + length;
  }
  return packets;
}

/** Rows as -x prints them, from the IP header on. */
function hexRows(packet: Uint8Array): string {
  const hex = Buffer.from(packet.subarray(ETHERNET)).toString("hex");
  const rows = hex.match(/.{1,32}/g) ?? [];
  return rows
    .map(
      (row, i) =>
        `\t0x${(i * 16).toString(16).padStart(4, "0")}:  ${(row.match(/.{1,4}/g) ?? []).join(" ")}\n`,
    )
    .join("");
}

/** `tcpdump -nn -vv -x`: two lines a packet, then its octets. */
function withOctets(print: string, packets: readonly TestRecord[]): Uint8Array {
  const bodies = print.split(/(?<=\n)(?=\d)/);
  expect(bodies.length).toBe(packets.length);
  return new TextEncoder().encode(
    bodies.map((body, i) => body + hexRows(packets[i]?.octets ?? new Uint8Array(0))).join(""),
  );
}

/** Everything of a row that every form of the capture tells. */
function rowsOf(table: SegmentTable): object[] {
  return Array.from({ length: table.length }, (_, row) => ({
    time: Number((table.timeBase.origin + BigInt(table.time[row] ?? 0)) % 86400000000000n),
    flow: table.flow[row],
    flags: table.flags[row],
    sequenceNumber: table.sequenceNumber[row],
    acknowledgmentNumber: (table.flags[row] ?? 0) & 16 ? table.acknowledgmentNumber[row] : null,
    window: table.window[row],
    payloadLength: table.payloadLength[row],
    options: optionsOf(table, row),
  }));
}

test.each<readonly [string, () => Uint8Array]>([
  ["pcapng", () => pcapngFile(packetsOf(pcap))],
  ["gzip", () => new Uint8Array(gzipSync(pcap))],
  ["tcpdump -nn", () => prints("client.txt")],
  ["tcpdump -nn -S", () => prints("client.abs.txt")],
  ["tcpdump -nn -vv", () => prints("client.vv.txt")],
  ["tcpdump -nn -S -vv -x", () => prints("client.abs.vv.x.txt")],
  [
    "tcpdump -nn -vv -x",
    () => withOctets(new TextDecoder().decode(prints("client.vv.txt")), packetsOf(pcap)),
  ],
  [
    "tcpdump -nn -S -x",
    () => withOctets(new TextDecoder().decode(prints("client.abs.txt")), packetsOf(pcap)),
  ],
])("%s tells the same story as pcap", async (_, file) => {
  const { table: expected } = await readOctets(pcap);
  const { table } = await readOctets(file());
  expect(rowsOf(table)).toEqual(rowsOf(expected));
  expect(analyseTable(table).map(story)).toEqual(analyseTable(expected).map(story));
});
