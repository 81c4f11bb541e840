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
  expect([...table.capturePoint.subarray(0, 3)]).toEqual([1, 2, 1]);
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

test("names of both versions of IP, with and without an end; what names nothing is passed over", async () => {
  const address6 = [0x20, 0x01, 0x0d, 0xb8, ...new Uint8Array(11), 7];
  const record = (type: number, value: readonly number[]): Uint8Array =>
    octets(little.u16(type), little.u16(value.length), value, new Uint8Array(-value.length & 3));
  const name = (text: string): number[] => Array.from(new TextEncoder().encode(text));
  const names = octets(
    record(2, [...address6, ...name("six\0")]),
    record(1, [192, 0, 2, 9, ...name("endless")]),
    record(1, [192, 0, 2, 8, ...name("\0")]),
    record(1, [192, 0, 2, 7]),
    record(3, [1, 2, 3, 4, ...name("of a kind that is not known")]),
    little.u16(1),
    little.u16(900),
  );
  const packet = little.enhancedPacket({ octets: frame }, 0n);
  const { table } = await readOctets(
    octets(little.section(), little.block(4, names), little.interface(1), packet),
  );
  expect(table.hostNames).toEqual(
    new Map([
      ["2001:db8::7", "six"],
      ["192.0.2.9", "endless"],
    ]),
  );
});

test("simple packets have no time; the snap length of the interface tells where they were cut", async () => {
  const simple = little.block(3, octets(little.u32(frame.length), frame));
  const cut = little.block(3, octets(little.u32(frame.length), frame.subarray(0, 48)));
  const none = await readOctets(octets(little.section(), little.interface(1), simple));
  expect([none.table.length, none.table.time[0]]).toEqual([1, Number.NaN]);
  const { table, report } = await readOctets(octets(little.section(), little.interface(1, [], 48), cut, cut));
  expect([table.length, report.records]).toEqual([2, 2]);
  const unknown = await readOctets(octets(little.section(), simple, little.interface(1), simple));
  expect(Object.fromEntries(unknown.report.skipped)).toEqual({ "unknown-interface": 1 });
});

test("an offset of the clock counts in either byte order, before 1970, too; other options do not", async () => {
  const offset = (blocks: PcapngBlocks, isBig: boolean, seconds: number): Uint8Array => {
    const words = [blocks.u32(seconds < 0 ? 0xffffffff : 0), blocks.u32(seconds >>> 0)];
    return octets(
      blocks.option(14, octets(...(isBig ? words : words.toReversed()))),
      blocks.option(9, [6, 6]),
    );
  };
  for (const [blocks, isBig] of [
    [little, false],
    [big, true],
  ] as const) {
    const file = octets(
      blocks.section(),
      blocks.interface(1, offset(blocks, isBig, 5)),
      blocks.interface(1, offset(blocks, isBig, -5)),
      blocks.enhancedPacket({ octets: frame }, 10_000_000n),
      blocks.enhancedPacket({ octets: frame }, 10_000_000n, 1),
    );
    expect(await timesOf(file)).toEqual([0, -10_000_000_000]);
  }
});

test("a comment among other options of a packet; none where the packet is no segment", async () => {
  const options = octets(little.option(2, [0, 0, 0, 1]), little.option(1, [104, 105]), new Uint8Array(4));
  const withOptions = (of: Uint8Array): Uint8Array =>
    little.block(
      6,
      octets(
        new Uint8Array(12),
        little.u32(of.length),
        little.u32(of.length),
        of,
        new Uint8Array(-of.length & 3),
        options,
      ),
    );
  const arp = ethernetFrame(new Uint8Array(28), 0x0806);
  const file = octets(little.section(), little.interface(1), withOptions(arp), withOptions(frame));
  const { table } = await readOctets(file);
  expect([...table.comments]).toEqual([[0, "hi"]]);
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
  ])("%s is told, and reading goes on at the next block that makes sense", async (_, damaged, code) => {
    const rest = octets(little.section(), little.interface(1), packet);
    const hole = octets(damaged, new Uint8Array(9));
    const { table, report } = await readOctets(octets(start, packet, hole, rest), 50);
    expect(table.length).toBe(2);
    const from = start.length + packet.length;
    expect(report.warnings).toMatchObject([{ place: { kind: "byte", at: from }, reason: { code } }]);
    expect(report.damage).toEqual({ from, octets: hole.length });
  });

  test("a section without byte order leaves no interface to its packets", async () => {
    const section = octets([10, 13, 13, 10, 28, 0, 0, 0, 1, 2, 3, 4], new Uint8Array(16));
    const { table, report } = await readOctets(octets(start, packet, section, packet));
    expect(table.length).toBe(1);
    expect(report.warnings.map(({ reason }) => reason.code)).toEqual([
      "pcapng-byte-order",
      "unknown-interface",
    ]);
  });

  test("a section of another version ends the reading with a warning", async () => {
    const { table, report } = await readOctets(octets(start, packet, little.section(2), packet));
    expect(table.length).toBe(1);
    expect(report.warnings).toMatchObject([{ reason: { code: "section-version" } }]);
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
