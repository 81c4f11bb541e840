import { describe, expect, test } from "vitest";
import {
  big16,
  ethernetFrame,
  ipv4Datagram,
  octets,
  PcapngBlocks,
  pcapngFile,
  tcpSegment,
} from "../../testing/capture-bytes.ts";
import { describeRows, readOctets, refusalOf } from "../../testing/read-octets.ts";

const datagram = ipv4Datagram(tcpSegment());
const frame = ethernetFrame(datagram);
const little = new PcapngBlocks();
const big = new PcapngBlocks(true);
const MICROSECONDS = 1_700_000_000_000_000n;

async function timesOf(file: Uint8Array): Promise<number[]> {
  const { table } = await readOctets(file);
  return Array.from(table.time.subarray(0, table.length));
}

test("several sections in both byte orders, each with interfaces of its own", async () => {
  const file = octets(
    little.section(),
    little.interface(1),
    little.interface(101),
    little.enhancedPacket({ octets: frame }, MICROSECONDS),
    little.enhancedPacket({ octets: datagram }, MICROSECONDS + 1n, 1),
    big.section(),
    big.interface(101),
    big.enhancedPacket({ octets: datagram }, MICROSECONDS + 2n),
  );
  const { table, report } = await readOctets(file, 5);
  expect(table.length).toBe(3);
  expect(Array.from(table.time.subarray(0, 3))).toEqual([0, 1000, 2000]);
  expect(report.warningCount).toBe(0);
});

test("interfaces with different clocks share one axis", async () => {
  const file = octets(
    little.section(),
    little.interface(1),
    little.interface(1, little.option(9, [9])),
    little.interface(1, little.option(9, [0x80 | 10])),
    little.interface(1, little.option(9, [0])),
    little.enhancedPacket({ octets: frame }, MICROSECONDS),
    little.enhancedPacket({ octets: frame }, 1_700_000_000_000_000_007n, 1),
    little.enhancedPacket({ octets: frame }, (1_700_000_000n << 10n) + 512n, 2),
    little.enhancedPacket({ octets: frame }, 1_700_000_003n, 3),
  );
  expect(await timesOf(file)).toEqual([0, 7, 500_000_000, 3_000_000_000]);
});

test("a coarse clock after a fine one is not a tick off", async () => {
  const file = octets(
    little.section(),
    little.interface(1, little.option(9, [9])),
    little.interface(1),
    little.enhancedPacket({ octets: frame }, 1_700_000_000_000_000_999n, 0),
    little.enhancedPacket({ octets: frame }, MICROSECONDS + 5n, 1),
    little.enhancedPacket({ octets: frame }, MICROSECONDS + 6n, 1),
  );
  expect(await timesOf(file)).toEqual([0, 4001, 5001]);
});

test("an offset may be negative", async () => {
  const minusTen = [0xf6, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
  const file = octets(
    little.section(),
    little.interface(1, little.option(14, minusTen)),
    little.enhancedPacket({ octets: frame }, MICROSECONDS),
  );
  expect((await readOctets(file)).table.timeBase.origin).toBe(1_699_999_990_000_000_000n);
});

test("simple packets have no time and end at the snap length; old packet blocks are read", async () => {
  const long = ethernetFrame(ipv4Datagram(tcpSegment({ payload: new Uint8Array(100) })));
  const simple = little.block(3, octets(little.u32(long.length), long.subarray(0, 60)));
  const old = little.block(
    2,
    octets(little.u16(0), little.u16(9), little.u32(0), little.u32(5), little.u32(54), little.u32(54), frame),
  );
  const { table } = await readOctets(octets(little.section(), little.interface(1, [], 60), simple, old));
  const rows = describeRows(table);
  expect(rows[0]).toContain("no time");
  expect(rows[0]).toContain("len 100");
  expect(rows[1]).toContain("| 5000 |");
});

test("names and comments are kept; custom blocks count as records, as in Wireshark; unknown ones do not", async () => {
  const names = octets(
    little.u16(1),
    little.u16(12),
    [192, 0, 2, 2],
    Array.from(new TextEncoder().encode("server\0x")).slice(0, 8),
    little.u16(0),
    little.u16(0),
  );
  const file = octets(
    little.section(),
    little.block(4, names),
    little.block(0x0bad, [1, 2, 3, 4, 5]),
    little.block(0x12345678, new Uint8Array(1000)),
    little.interface(1),
    little.enhancedPacket({ octets: frame, comment: "look here" }, MICROSECONDS),
    little.enhancedPacket({ octets: frame }, MICROSECONDS),
  );
  const { table, report } = await readOctets(file, 9);
  expect(Array.from(table.frame.subarray(0, 2))).toEqual([2, 3]);
  expect(Object.fromEntries(report.skipped)).toEqual({ "custom-block": 1 });
  expect(table.hostNames).toEqual(new Map([["192.0.2.2", "server"]]));
  expect(table.comments).toEqual(new Map([[0, "look here"]]));
});

describe("damage", () => {
  const start = octets(little.section(), little.interface(1));
  const packet = little.enhancedPacket({ octets: frame }, MICROSECONDS);

  test.each([
    [
      "a packet of an unknown interface",
      little.enhancedPacket({ octets: frame }, 0n, 7),
      "unknown-interface",
    ],
    [
      "a packet longer than its block",
      little.block(6, octets(new Uint8Array(12), little.u32(9999), little.u32(9999), frame)),
      "packet-length",
    ],
    ["an interface that is too short", little.block(1, [1, 0, 0, 0]), "block-short"],
  ])("%s is told, and reading goes on", async (_, damaged, code) => {
    const { table, report } = await readOctets(octets(start, packet, damaged, packet));
    expect(table.length).toBe(2);
    expect(report.warnings).toMatchObject([
      { place: { kind: "byte", at: start.length + packet.length }, reason: { code } },
    ]);
  });

  test.each([
    ["a length that no block has", [6, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f], "block-length"],
    ["a block shorter than its frame", [6, 0, 0, 0, 8, 0, 0, 0], "block-length"],
    ["two lengths that differ", octets([6, 0, 0, 0, 12, 0, 0, 0], little.u32(16)), "block-trailer"],
    ["a section without byte order", [10, 13, 13, 10, 28, 0, 0, 0, 1, 2, 3, 4], "pcapng-byte-order"],
    ["a section of another version", little.section(2), "section-version"],
  ])("%s ends the reading with a warning", async (_, damaged, code) => {
    const { table, report } = await readOctets(octets(start, packet, damaged, new Uint8Array(8), packet));
    expect(table.length).toBe(1);
    expect(report.warnings).toMatchObject([{ reason: { code } }]);
  });

  test("refused: a damaged or unknown first block, or no packets", async () => {
    expect(await refusalOf(octets([10, 13, 13, 10, 28, 0, 0, 0], big16(0)))).toMatchObject({
      kind: "pcapng-header-cut",
    });
    expect(await refusalOf(octets([10, 13, 13, 10], new Uint8Array(24)))).toMatchObject({
      kind: "pcapng-damaged",
    });
    expect(await refusalOf(little.section(2))).toEqual({
      kind: "pcapng-version",
      values: { version: "2.0" },
    });
    expect(await refusalOf(start)).toEqual({ kind: "no-packets" });
  });
});

test("a length without the padding is taken as meant", async () => {
  const odd = ethernetFrame(ipv4Datagram(tcpSegment({ payload: [1] })));
  const file = pcapngFile([{ octets: odd }, { octets: odd }]);
  const block = file.length - 88;
  file.set(little.u32(87), block + 4);
  expect((await readOctets(file)).table.length).toBe(2);
});
