import { describe, expect, test } from "vitest";
import { Mark } from "../../segments/segment-table.ts";
import { ethernetFrame, ipv4Datagram, octets, pcapFile, tcpSegment } from "../../testing/capture-bytes.ts";
import { describeRows, foundIn, readOctets, refusalOf } from "../../testing/read-octets.ts";

const MORE = 0x2000;
const segment = tcpSegment({ flags: 0x18, payload: new Uint8Array(180).fill(7) });

/** The segment in fragments of 64, 64 and 72 octets, each in a frame. */
const parts = [
  ethernetFrame(ipv4Datagram(segment.subarray(0, 64), { fragment: MORE })),
  ethernetFrame(ipv4Datagram(segment.subarray(64, 128), { fragment: MORE | 8 })),
  ethernetFrame(ipv4Datagram(segment.subarray(128), { fragment: 16 })),
] as const;

async function rowsOf(frames: readonly Uint8Array[], captured?: number): Promise<string[]> {
  const records = frames.map((frame, i) => ({
    octets: frame,
    seconds: 1700000000 + i,
    ...(captured !== undefined && i === 0 && { captured }),
  }));
  return describeRows((await readOctets(pcapFile(records))).table);
}

test("options before the segment", async () => {
  const datagram = ipv4Datagram(tcpSegment({ payload: [1] }), { options: [7, 7, 4, 0, 0, 0, 0, 0] });
  expect(await foundIn(ethernetFrame(datagram))).toBe("192.0.2.1 40000 > 192.0.2.2 80 len 1");
});

test("a total length of 0 means that the network card was to cut the segment: the record tells the length", async () => {
  const datagram = ipv4Datagram(tcpSegment({ payload: new Uint8Array(5000) }), { totalLength: 0 });
  expect(await foundIn(ethernetFrame(datagram))).toBe("192.0.2.1 40000 > 192.0.2.2 80 len 5000");
});

test("but what fills the shortest Ethernet frame is no payload", async () => {
  const framed = (payload: number[], options: number[] = []): Uint8Array => {
    const frame = ethernetFrame(ipv4Datagram(tcpSegment({ payload, options }), { totalLength: 0 }));
    return octets(frame, new Uint8Array(Math.max(0, 60 - frame.length)));
  };
  expect(await foundIn(framed([]))).toBe("192.0.2.1 40000 > 192.0.2.2 80 len 0");
  expect(await foundIn(framed([7, 0, 7]))).toBe("192.0.2.1 40000 > 192.0.2.2 80 len 3");
  // Options may end with zeros, too.
  expect(await foundIn(framed([], [2, 4, 16, 0]))).toBe("192.0.2.1 40000 > 192.0.2.2 80 len 0");
  const cut = framed([], [2, 4, 16, 0]);
  expect(await foundIn(cut, 1, 58)).toBe("192.0.2.1 40000 > 192.0.2.2 80 len 0");
});

test("a header with a wrong version, length or total length is malformed", async () => {
  const wrongVersion = ipv4Datagram(segment);
  wrongVersion[0] = 0x55;
  const wrongLength = ipv4Datagram(segment);
  wrongLength[0] = 0x44;
  expect(await foundIn(ethernetFrame(wrongVersion))).toBe("malformed");
  expect(await foundIn(ethernetFrame(wrongLength))).toBe("malformed");
  expect(await foundIn(ethernetFrame(ipv4Datagram(segment, { totalLength: 19 })))).toBe("malformed");
});

test("other protocols are counted by name", async () => {
  expect(await foundIn(ethernetFrame(ipv4Datagram([1], { protocol: 17 })))).toBe("udp");
  expect(await foundIn(ethernetFrame(ipv4Datagram([1], { protocol: 132 })))).toBe("sctp");
  expect(await foundIn(ethernetFrame(ipv4Datagram([1], { protocol: 200 })))).toBe("other-ip-protocol");
});

describe("fragments", () => {
  test.each([
    [[0, 1, 2], 3],
    [[2, 1, 0], 3],
    [[1, 1, 2, 2, 0], 5],
  ])("in the order %j the segment is that of the frame that completes it", async (order, frame) => {
    const rows = await rowsOf(order.map((part) => parts[part] ?? new Uint8Array(0)));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(`#${frame} | ${1700000000 + frame - 1}000000000 | 192.0.2.1 40000`);
    expect(rows[0]).toContain("len 180");
  });

  test("with one missing, the first shows its header, without a length", async () => {
    const { table, report } = await readOctets(pcapFile([{ octets: parts[0] }, { octets: parts[2] }]));
    expect(table.length).toBe(1);
    expect(table.frame[0]).toBe(1);
    expect(table.payloadLength[0]).toBe(0);
    expect((table.marks[0] ?? 0) & Mark.LengthUnknown).toBe(Mark.LengthUnknown);
    expect(Object.fromEntries(report.skipped)).toEqual({ "ip-fragment": 1 });
  });

  test("a first fragment that the snap length cut shows what is there", async () => {
    const rows = await rowsOf(parts, 60);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("#1 |");
  });

  test("of other datagrams do not mix", async () => {
    const other = ethernetFrame(ipv4Datagram(segment.subarray(64), { fragment: 8, id: 8 }));
    const rows = await rowsOf([parts[0], other]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain("len 0");
  });

  test("later fragments alone give no segment", async () => {
    expect(await refusalOf(pcapFile([{ octets: parts[1] }, { octets: parts[2] }]))).toEqual({
      kind: "no-tcp-segments",
      values: { records: 2, "ip-fragment": 2 },
    });
  });

  test("that reach beyond the largest datagram, or are empty, are no part of any", async () => {
    const beyond = ethernetFrame(ipv4Datagram(segment.subarray(0, 64), { fragment: 0x1fff }));
    const empty = ethernetFrame(ipv4Datagram([], { fragment: MORE | 8 }));
    const rows = await rowsOf([...parts.slice(0, 2), beyond, empty, parts[2]]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/^#5 .* len 180 /);
  });

  test("that only repeat what is there do not stand for what is missing", async () => {
    const { table } = await readOctets(
      pcapFile([parts[2], parts[2], parts[0], parts[0]].map((part) => ({ octets: part }))),
    );
    expect(table.length).toBe(1);
    expect((table.marks[0] ?? 0) & Mark.LengthUnknown).toBe(Mark.LengthUnknown);
  });

  test("a flood of fragments of one datagram is bounded", async () => {
    const again = ethernetFrame(ipv4Datagram(new Uint8Array(1400), { fragment: MORE | 100 }));
    const last = ethernetFrame(ipv4Datagram(new Uint8Array(8), { fragment: 7000 }));
    const flood = Array.from({ length: 4000 }, () => ({ octets: again }));
    const file = pcapFile([{ octets: parts[0] }, { octets: last }, ...flood]);
    const { report, table } = await readOctets(file);
    expect(report.records).toBe(4002);
    expect(table.length).toBe(1);
  });

  test("a flood of first fragments is bounded", async () => {
    const records = Array.from({ length: 5000 }, (_, id) => ({
      octets: ethernetFrame(ipv4Datagram(segment.subarray(0, 64), { fragment: MORE, id })),
    }));
    const { table } = await readOctets(pcapFile(records));
    expect(table.length).toBeGreaterThan(1000);
    expect(table.length).toBeLessThanOrEqual(5000);
  });
});
