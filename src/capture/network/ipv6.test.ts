import { expect, test } from "vitest";
import { ethernetFrame, ipv6Datagram, octets, pcapFile, tcpSegment } from "../../testing/capture-bytes.ts";
import { describeRows, foundIn, foundWhenCut, readOctets } from "../../testing/read-octets.ts";

const IPV6 = 0x86dd;
const segment = tcpSegment({ payload: [1, 2, 3, 4, 5] });
const PLAIN = "2001:db8::1 40000 > 2001:db8::2 80 len 5";
const OTHER = [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9];

const found = (payload: Uint8Array, nextHeader: number, payloadLength?: number): Promise<string> =>
  foundIn(
    ethernetFrame(
      ipv6Datagram(payload, payloadLength === undefined ? { nextHeader } : { nextHeader, payloadLength }),
      IPV6,
    ),
  );

test("without extension headers", async () => {
  expect(await found(segment, 6)).toBe(PLAIN);
});

test.each([
  ["hop-by-hop options", 0],
  ["destination options", 60],
  ["mobility", 135],
  ["host identity", 139],
  ["shim6", 140],
])("behind %s", async (_, nextHeader) => {
  expect(await found(octets([6, 1], new Uint8Array(14), segment), nextHeader)).toBe(PLAIN);
});

test("behind several, and an authentication header that counts in words of four octets", async () => {
  const chain = octets(
    [60, 0, 1, 4, 0, 0, 0, 0],
    [51, 0, 1, 4, 0, 0, 0, 0],
    [6, 4],
    new Uint8Array(22),
    segment,
  );
  expect(await found(chain, 0)).toBe(PLAIN);
  expect(await foundWhenCut(ethernetFrame(ipv6Datagram(chain, { nextHeader: 0 }), IPV6))).toEqual([
    PLAIN,
    "cut",
  ]);
});

test("an extension header that runs past the datagram is malformed", async () => {
  expect(await found(octets([6, 200], new Uint8Array(14), segment), 0)).toBe("malformed");
  expect(await found(octets([6, 200], new Uint8Array(14), segment), 51)).toBe("malformed");
});

test("encrypted or empty datagrams are counted by name", async () => {
  expect(await found(segment, 50)).toBe("esp");
  expect(await found(new Uint8Array(0), 59)).toBe("ipv6-no-next-header");
});

test("a home address option is the true source", async () => {
  const options = octets([6, 2, 1, 2, 0, 0, 0xc9, 16], OTHER, segment);
  expect(await found(options, 60)).toBe("2001:db8::9 40000 > 2001:db8::2 80 len 5");
});

test("while segments are left in a routing header, the true destination stands in it", async () => {
  const via = (type: number, left: number): Uint8Array =>
    octets([6, 2, type, left, 0, 0, 0, 0], OTHER, segment);
  expect(await found(via(0, 1), 43)).toBe("2001:db8::1 40000 > 2001:db8::9 80 len 5");
  expect(await found(via(2, 1), 43)).toBe("2001:db8::1 40000 > 2001:db8::9 80 len 5");
  expect(await found(via(4, 1), 43)).toBe("2001:db8::1 40000 > 2001:db8::9 80 len 5");
  expect(await found(via(3, 1), 43)).toBe(PLAIN);
  expect(await foundWhenCut(ethernetFrame(ipv6Datagram(via(4, 1), { nextHeader: 43 }), IPV6))).toEqual([
    "2001:db8::1 40000 > 2001:db8::9 80 len 5",
    "cut",
  ]);
  expect(await found(via(0, 0), 43)).toBe(PLAIN);
});

test("a payload length of 0 stands for a jumbogram: the record tells the length", async () => {
  const jumbo = octets([6, 0, 0xc2, 4, 0, 1, 0x86, 0xa0], tcpSegment({ payload: new Uint8Array(70_000) }));
  expect(await found(jumbo, 0, 0)).toBe("2001:db8::1 40000 > 2001:db8::2 80 len 70000");
});

test("fragments are put together; an atomic fragment is whole", async () => {
  const long = tcpSegment({ payload: new Uint8Array(100) });
  const part = (offsetAndMore: number, payload: Uint8Array): Uint8Array =>
    ethernetFrame(
      ipv6Datagram(octets([6, 0, offsetAndMore >>> 8, offsetAndMore & 0xff, 0, 0, 0, 9], payload), {
        nextHeader: 44,
      }),
      IPV6,
    );
  const records = [part(64, long.subarray(64)), part(1, long.subarray(0, 64))].map((frame) => ({
    octets: frame,
  }));
  const rows = describeRows((await readOctets(pcapFile(records))).table);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(/^#2 .* len 100 /);
  expect(await foundIn(part(0, segment))).toBe(PLAIN);
  expect(await foundWhenCut(part(1, long.subarray(0, 64)))).toEqual([
    "2001:db8::1 40000 > 2001:db8::2 80 len 0",
    "cut",
  ]);
});
