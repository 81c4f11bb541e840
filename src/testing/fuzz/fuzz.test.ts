import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { ReadReport } from "../../capture/read-report.ts";
import { ethernetFrame, ipv4Datagram, pcapFile, pcapngFile, tcpSegment } from "../capture-bytes.ts";
import { shareOf } from "../share-of-cases.ts";
import { Fuzzer, problemOf } from "./fuzz.ts";
import { formOf, FUZZED_FORMS, type Seed } from "./seed.ts";

const HERE = import.meta.dirname;
const CAPTURES = join(HERE, "..", "captures");
const BROKEN = join(HERE, "broken");

function filesIn(folder: string): Seed[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "README.md")
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ name: file, octets: new Uint8Array(readFileSync(file)) }));
}

const records = [tcpSegment(), tcpSegment({ from: "server", ack: 1001, flags: 0x12 })].map((segment, at) => ({
  octets: ethernetFrame(ipv4Datagram(segment, at === 0 ? {} : { from: "server" })),
  nanoseconds: at * 1000,
}));
const seeds: readonly Seed[] = [
  ...filesIn(CAPTURES),
  { name: "pcap", octets: pcapFile(records) },
  { name: "pcapng", octets: pcapngFile(records) },
  { name: "gzip", octets: new Uint8Array(gzipSync(pcapFile(records))) },
];

test("there is a seed of every form", () => {
  expect(new Set(seeds.map(({ octets }) => formOf(octets)))).toEqual(new Set(FUZZED_FORMS));
});

test("broken inputs never throw, hang, lose a record without counting it, or change with the slices", async () => {
  const fuzzer = new Fuzzer(seeds, 20261121);
  for (const input of shareOf(Array.from({ length: 4000 }, (_, number) => number))) {
    const failure = await fuzzer.check(input);
    expect(failure && `input ${input}, from ${failure.seedName}: ${failure.problem}`).toBeNull();
  }
}, 60_000);

test("inputs that broke something once do so no more", async () => {
  for (const { name, octets } of filesIn(BROKEN)) {
    for (const sliceLength of [null, 1, 7]) {
      const problem = await problemOf(octets, { sliceLength, prefixLength: octets.length >>> 1 });
      expect(problem && `${name}: ${problem}`).toBeNull();
    }
  }
});

test("the check itself can fail: it sees a capture that loses a record without a word", async () => {
  vi.spyOn(ReadReport.prototype, "skip").mockImplementation(() => undefined);
  const udp = ethernetFrame(ipv4Datagram(new Uint8Array(8), { protocol: 17 }));
  const file = pcapFile([{ octets: udp }, ...records]);
  expect(await problemOf(file, { sliceLength: null, prefixLength: null })).toContain("nothing lost");
});
