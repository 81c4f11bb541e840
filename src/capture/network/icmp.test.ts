import { expect, test } from "vitest";
import type { IcmpError } from "../../segments/segment-table.ts";
import {
  ethernetFrame,
  ipv4Datagram,
  ipv6Datagram,
  octets,
  pcapFile,
  tcpSegment,
} from "../../testing/capture-bytes.ts";
import { readOctets } from "../../testing/read-octets.ts";

const syn = tcpSegment({ seq: 77 });
const quote4 = ipv4Datagram(syn);
const quote6 = ipv6Datagram(syn);

/** Errors noted in a capture of a SYN and of one ICMP message from the server. */
async function errorsOf(icmp: ArrayLike<number>, version: 4 | 6 = 4): Promise<readonly IcmpError[]> {
  const frames =
    version === 4
      ? [ethernetFrame(quote4), ethernetFrame(ipv4Datagram(icmp, { from: "server", protocol: 1 }))]
      : [
          ethernetFrame(quote6, 0x86dd),
          ethernetFrame(ipv6Datagram(icmp, { from: "server", nextHeader: 58 }), 0x86dd),
        ];
  const { table, report } = await readOctets(pcapFile(frames.map((frame) => ({ octets: frame }))));
  expect(table.length).toBe(1);
  expect(Object.fromEntries(report.skipped)).toEqual({ [version === 4 ? "icmp" : "icmpv6"]: 1 });
  return table.icmpErrors;
}

test("an unreachable that quotes a SYN is no segment, but is noted with the flow of the SYN", async () => {
  const noted = { frame: 2, time: 0, flow: 0, sequenceNumber: 77 };
  expect(await errorsOf(octets([3, 3, 0, 0, 0, 0, 0, 0], quote4.subarray(0, 28)))).toEqual([
    { ...noted, version: 4, type: 3, code: 3, reporter: "192.0.2.2" },
  ]);
  expect(await errorsOf(octets([1, 4, 0, 0, 0, 0, 0, 0], quote6), 6)).toEqual([
    { ...noted, version: 6, type: 1, code: 4, reporter: "2001:db8::2" },
  ]);
});

test("other messages, and quotes that are too short or of other protocols, are not noted", async () => {
  const header = [3, 3, 0, 0, 0, 0, 0, 0];
  expect(await errorsOf(octets([11, 0, 0, 0, 0, 0, 0, 0], quote4))).toEqual([]);
  expect(await errorsOf(octets(header, quote4.subarray(0, 27)))).toEqual([]);
  expect(await errorsOf(octets(header, ipv4Datagram(syn, { protocol: 17 })))).toEqual([]);
  expect(await errorsOf(octets(header, ipv4Datagram(syn, { fragment: 5 })))).toEqual([]);
});

test("likewise in version 6", async () => {
  const header = [1, 4, 0, 0, 0, 0, 0, 0];
  expect(await errorsOf(octets([3, 0, 0, 0, 0, 0, 0, 0], quote6), 6)).toEqual([]);
  expect(await errorsOf(octets(header, quote6.subarray(0, 47)), 6)).toEqual([]);
  expect(await errorsOf(octets(header, quote4, new Uint8Array(20)), 6)).toEqual([]);
  expect(await errorsOf(octets(header, ipv6Datagram(syn, { nextHeader: 17 })), 6)).toEqual([]);
});
