import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  ethernetFrame,
  ipv4Datagram,
  ipv6Datagram,
  octets,
  pcapFile,
  pcapngFile,
  type TestRecord,
  tcpSegment,
  udpDatagram,
} from "../testing/capture-bytes.ts";
import { describeRows, readOctets, refusalOf, slicesOf } from "../testing/read-octets.ts";
import { readCapture } from "./read-capture.ts";
import { SNIFFED_OCTETS } from "./sniff.ts";

const SYN_OPTIONS = [2, 4, 5, 180, 4, 2, 1, 3, 3, 7, 0, 0];

/** A handshake, data, a datagram of UDP, two fragments, IPv6, and a record cut by the snap length. */
function sampleRecords(): TestRecord[] {
  const segments = [
    ipv4Datagram(tcpSegment({ options: SYN_OPTIONS })),
    ipv4Datagram(tcpSegment({ from: "server", seq: 5000, ack: 1001, flags: 0x12 }), { from: "server" }),
    ipv4Datagram(tcpSegment({ seq: 1001, ack: 5001, flags: 0x18, payload: new Uint8Array(300).fill(0x41) })),
    ipv4Datagram(udpDatagram([1, 2, 3], 53), { protocol: 17 }),
  ];
  const split = tcpSegment({ seq: 1301, ack: 5001, flags: 0x18, payload: new Uint8Array(100).fill(0x42) });
  segments.push(
    ipv4Datagram(split.subarray(0, 64), { fragment: 0x2000 }),
    ipv4Datagram(split.subarray(64), { fragment: 8 }),
  );
  const frames = segments.map((datagram) => ethernetFrame(datagram));
  frames.push(ethernetFrame(ipv6Datagram(tcpSegment({ urgent: 9, flags: 0x22 })), 0x86dd));
  const records: TestRecord[] = frames.map((frame, i) => ({ octets: frame, nanoseconds: i * 1_000_000 }));
  const long = ethernetFrame(ipv4Datagram(tcpSegment({ payload: new Uint8Array(1000) })));
  return [...records, { octets: long, captured: 60, nanoseconds: 9_000_000 }];
}

let noise = 1;

/** A segment with data that cannot be compressed. */
function noisyRecord(): TestRecord {
  const payload = Uint8Array.from({ length: 200 }, () => {
    noise = (Math.imul(noise, 1103515245) + 12345) >>> 0;
    return noise >>> 24;
  });
  return { octets: ethernetFrame(ipv4Datagram(tcpSegment({ payload }))) };
}

const records = sampleRecords();
const pcap = pcapFile(records);
const pcapng = pcapngFile(records);
let rows: string[] = [];
beforeAll(async () => {
  rows = describeRows((await readOctets(pcap)).table);
});

test("reads what is there and counts what is no segment", async () => {
  const { table, report } = await readOctets(pcap);
  expect(table.length).toBe(6);
  expect(report).toMatchObject({ format: "pcap", records: 8, warningCount: 0, isCompressed: false });
  expect(Object.fromEntries(report.skipped)).toEqual({ udp: 1, "ip-fragment": 1 });
  expect(rows[0]).toBe(
    "#1 | 1700000000000000000 | 192.0.2.1 40000 > 192.0.2.2 80 | SYN | seq 1000 ack 0 win 64240 | len 0 urg 0 | " +
      "id 7 ttl 64 marks 1024 | options 2 4 5 180 4 2 1 3 3 7 0 0",
  );
  expect(rows[3]).toContain("#6 |");
  expect(rows[3]).toContain("len 100");
  expect(rows[5]).toContain("len 1000");
});

test.each([1, 2, 7, 16, 61, 1000])("slices of %i octets give the same table", async (size) => {
  expect(describeRows((await readOctets(pcap, size)).table)).toEqual(rows);
  expect(describeRows((await readOctets(pcapng, size)).table)).toEqual(rows);
  expect(describeRows((await readOctets(gzipSync(pcap), size)).table)).toEqual(rows);
});

test.each([
  ["nanoseconds", pcapFile(records, { isNanosecond: true })],
  ["big-endian", pcapFile(records, { isBig: true })],
  ["modified", pcapFile(records, { isModified: true })],
  ["pcapng", pcapng],
  ["pcapng, big-endian", pcapngFile(records, { isBig: true })],
  ["pcapng, nanoseconds", pcapngFile(records, { resolution: 9 })],
  ["pcapng, picoseconds", pcapngFile(records, { resolution: 12, offset: 1_699_999_999 })],
  ["pcapng, offset", pcapngFile(records, { offset: 1_600_000_000 })],
])("the same capture in another form gives the same table: %s", async (_, file) => {
  expect(describeRows((await readOctets(file)).table)).toEqual(rows);
});

describe("gzip", () => {
  test("is noted in the report, and the format is that of the contents", async () => {
    const { report } = await readOctets(gzipSync(pcapng));
    expect(report).toMatchObject({ format: "pcapng", isCompressed: true, warningCount: 0 });
  });

  test("cut short: gives what came before and warns", async () => {
    const file = gzipSync(pcapFile(Array.from({ length: 400 }, () => noisyRecord())));
    const { table, report } = await readOctets(file.subarray(0, file.length - 12), 5000);
    expect(table.length).toBeGreaterThan(390);
    expect(report.warnings.map(({ reason }) => reason.code)).toContain("gzip-cut");
  });

  test("cut before the first segment, twice, or empty: refused by name", async () => {
    expect(await refusalOf(gzipSync(pcap).subarray(0, 15))).toEqual({
      kind: "gzip-cut",
      values: { length: 0 },
    });
    expect(await refusalOf(gzipSync(gzipSync(pcap)))).toEqual({ kind: "gzip-twice" });
    expect(await refusalOf(gzipSync(new Uint8Array(0)))).toEqual({ kind: "empty" });
  });

  test("in a browser that cannot inflate: refused by name", async () => {
    vi.stubGlobal("DecompressionStream", undefined);
    expect(await refusalOf(gzipSync(pcap))).toEqual({ kind: "gzip-unsupported" });
    vi.unstubAllGlobals();
  });

  test("junk behind the data costs no more than the last piece, and is reported", async () => {
    const file = gzipSync(pcapFile(Array.from({ length: 400 }, () => noisyRecord())));
    const { table, report } = await readOctets(octets(file, [1, 2, 3, 4]));
    expect(table.length).toBeGreaterThan(390);
    expect(report.warnings.map(({ reason }) => reason.code)).toContain("gzip-cut");
  });
});

describe("refused", () => {
  test("an empty file, also in empty slices", async () => {
    expect(await refusalOf(new Uint8Array(0), 1)).toEqual({ kind: "empty" });
  });

  test("a capture without TCP says what was there", async () => {
    const datagram = ethernetFrame(ipv4Datagram(udpDatagram([], 53), { protocol: 17 }));
    expect(await refusalOf(pcapFile([{ octets: datagram }, { octets: datagram }]))).toEqual({
      kind: "no-tcp-segments",
      values: { records: 2, udp: 2 },
    });
  });

  test("no more is read of an input than its name takes", async () => {
    let taken = 0;
    const slice = octets([0x50, 0x4b, 3, 4], new Uint8Array(SNIFFED_OCTETS - 4));
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        taken++;
        yield slice;
      }
    }
    expect((await readCapture(endless())).ok).toBe(false);
    expect(taken).toBe(1);
  });
});

describe("damage", () => {
  test.each([
    ["pcap", pcap],
    ["pcapng", pcapng],
    ["gzip", new Uint8Array(gzipSync(pcap))],
  ])("every prefix of %s gives the first rows or a refusal, and never throws", async (_, file) => {
    for (let length = 0; length < file.length; length++) {
      const result = await readCapture(slicesOf(file.subarray(0, length), 97));
      if (!result.ok) continue;
      const { table } = result.value;
      const found = describeRows(table);
      expect(found.slice(0, 3)).toEqual(rows.slice(0, Math.min(3, found.length)));
    }
  });

  test("a file cut within a record gives all before it and a warning", async () => {
    const { table, report } = await readOctets(pcap.subarray(0, pcap.length - 5));
    expect(describeRows(table)).toEqual(rows.slice(0, -1));
    expect(report.warnings).toEqual([
      {
        place: { kind: "byte", at: pcap.length - 76 },
        text: "",
        reason: { code: "record-cut", values: { missing: 5 } },
      },
    ]);
  });

  test.each([
    ["pcap", pcap],
    ["pcapng", pcapng],
  ])("flipped octets in %s never throw and never invent many rows", async (_, file) => {
    let seed = 20260729;
    const next = (bound: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % bound;
    };
    let most = 0;
    for (let round = 0; round < 1000; round++) {
      const damaged = file.slice();
      for (let flips = 1 + next(4); flips > 0; flips--) damaged[next(file.length)] = next(256);
      const result = await readCapture(slicesOf(damaged));
      if (result.ok) most = Math.max(most, result.value.table.length);
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(records.length);
  });
});

test("tells the caller after each slice what has been read so far", async () => {
  const lengths: number[] = [];
  await readCapture(slicesOf(pcap, 200), ({ table }) => lengths.push(table.length));
  expect(lengths.length).toBe(Math.ceil(pcap.length / 200));
  expect(lengths.at(-1)).toBe(6);
  expect(lengths[0]).toBeLessThan(6);
});

test("errors of the source are not taken for bad input", async () => {
  async function* vanishing(): AsyncGenerator<Uint8Array> {
    yield pcap.subarray(0, 100);
    throw new Error("the file changed");
  }
  await expect(readCapture(vanishing())).rejects.toThrow("the file changed");
});
