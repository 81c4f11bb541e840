import { describe, expect, test } from "vitest";
import { big16, big32, ethernetFrame, little16, little32, octets } from "../../testing/capture-bytes.ts";
import { IPV4, IPV6, MACS, SNAP, ip4, ip6, zeros } from "../../testing/carried.ts";
import { foundIn, foundWhenCut } from "../../testing/read-octets.ts";

describe("links of other types", () => {
  const sll = octets(zeros(14), big16(0x0800), ip4);
  const sll2 = octets(big16(0x86dd), zeros(18), ip6);
  const pad = (length: number): Uint8Array => zeros(-length & 3);
  const nflog = (order: (value: number) => number[]): Uint8Array =>
    octets(
      [2, 0, 0, 0],
      order(5),
      order(10),
      [1],
      pad(5),
      order(4 + ip4.length),
      order(9),
      ip4,
      pad(ip4.length),
    );
  const fromStation = [0x08, 0x01, 0, 0, ...zeros(20)];
  const numbered = [...fromStation.slice(0, 22), 3, 0];
  const qos = [0x88, 0x01, 0, 0, ...zeros(20), 0, 0];
  const radiotap = (flags: number): Uint8Array =>
    octets([0, 0], little16(17), little32(3), zeros(8), [flags]);
  const ppi = octets([0, 0], little16(12), little32(105), zeros(4));
  const erf = (type: number): Uint8Array => octets(zeros(8), [type], zeros(5), big16(200));
  const avs = octets(big32(0x80211001), big32(64), zeros(56));

  test.each<[string, number, Uint8Array, string]>([
    ["NULL, little-endian", 0, octets(little32(2), ip4), IPV4],
    ["NULL, big-endian", 0, octets(big32(2), ip4), IPV4],
    ["NULL, IPv6 of macOS", 0, octets(little32(30), ip6), IPV6],
    ["NULL, PPP", 0, octets(big32(0xff030021), ip4), IPV4],
    ["LOOP, IPv6 of OpenBSD", 108, octets(big32(24), ip6), IPV6],
    ["RAW", 101, ip6, IPV6],
    ["RAW of BSD", 12, ip4, IPV4],
    ["RAW of OpenBSD", 14, ip4, IPV4],
    ["IPv4", 228, ip4, IPV4],
    ["IPv6", 229, ip6, IPV6],
    ["SLL", 113, sll, IPV4],
    ["SLL with 802.2", 113, octets(zeros(14), big16(4), SNAP, ip4), IPV4],
    ["SLL2", 276, sll2, IPV6],
    ["PPP", 9, octets(big16(0x21), ip4), IPV4],
    ["PPP with address and control", 9, octets([0xff, 3], big16(0x57), ip6), IPV6],
    ["PPP with a compressed protocol", 9, octets([0x21], ip4), IPV4],
    ["PPP with MPLS", 9, octets(big16(0x281), [0, 1, 1, 9], ip4), IPV4],
    ["SLIP, received", 8, octets([0], zeros(15), ip4), IPV4],
    ["SLIP, sent, with a compressed header", 8, octets([1, 0x80, 0x02], zeros(13), ip6), IPV6],
    ["PPP in HDLC", 50, octets([0xff, 3], big16(0x21), ip4), IPV4],
    ["Cisco HDLC as PPP", 50, octets([0x0f, 0], big16(0x0800), ip4), IPV4],
    ["PPPoE", 51, octets([0x11, 0, 0, 1], big16(ip4.length + 2), big16(0x21), ip4), IPV4],
    ["PPP with direction", 204, octets([1, 0xff, 3], big16(0x21), ip4), IPV4],
    ["Cisco HDLC", 104, octets([0x0f, 0], big16(0x86dd), ip6), IPV6],
    ["Cisco HDLC with direction", 205, octets([0, 0x0f, 0], big16(0x0800), ip4), IPV4],
    ["frame relay, RFC 2427", 107, octets([0x18, 0x41, 3, 0xcc], ip4), IPV4],
    ["frame relay, padded SNAP", 107, octets([0x18, 0x41, 3, 0, 0x80, 0, 0, 0], big16(0x86dd), ip6), IPV6],
    ["frame relay, Cisco", 107, octets([0x18, 0x41], big16(0x0800), ip4), IPV4],
    ["frame relay with direction", 206, octets([0, 0x18, 0x41, 3, 0x8e], ip6), IPV6],
    ["NFLOG, little-endian", 239, nflog(little16), IPV4],
    ["NFLOG, big-endian", 239, nflog(big16), IPV4],
    ["802.11", 105, octets(fromStation, SNAP, ip4), IPV4],
    ["802.11, QoS", 105, octets(qos, SNAP, ip4), IPV4],
    ["802.11, four addresses", 105, octets([0x08, 0x03], zeros(28), SNAP, ip4), IPV4],
    ["802.11, QoS with HT control", 105, octets([0x88, 0x81], zeros(24), zeros(4), SNAP, ip4), IPV4],
    ["802.11 in radiotap", 127, octets(radiotap(0x10), fromStation, SNAP, ip4, zeros(4)), IPV4],
    ["802.11 in radiotap, padded", 127, octets(radiotap(0x20), qos, zeros(2), SNAP, ip4), IPV4],
    ["802.11 in PPI", 192, octets(ppi, fromStation, SNAP, ip4), IPV4],
    ["802.11 behind Prism", 119, octets(zeros(144), fromStation, SNAP, ip4), IPV4],
    ["802.11 behind AVS, as Prism", 119, octets(avs, fromStation, SNAP, ip4), IPV4],
    ["802.11 behind AVS", 163, octets(avs, fromStation, SNAP, ip4), IPV4],
    ["token ring", 6, octets([0x10, 0x40], MACS, SNAP, ip4), IPV4],
    [
      "token ring, routed",
      6,
      octets([0x10, 0x40], MACS.slice(0, 6), [0x82], zeros(5), [4, 0, 0, 0], SNAP, ip4),
      IPV4,
    ],
    ["FDDI", 10, octets([0x50], MACS, SNAP, ip4), IPV4],
    ["ARCNET of Linux, RFC 1051", 129, octets(zeros(4), [0xf0], ip4), IPV4],
    ["ARCNET of BSD, RFC 1201", 7, octets(zeros(2), [0xd4], zeros(3), ip4), IPV4],
    ["ATM with LLC", 100, octets(SNAP, ip4), IPV4],
    ["ATM, IP alone", 106, ip4, IPV4],
    ["SunATM", 123, octets([2, 0, 0, 1], SNAP, ip4), IPV4],
    ["PFLOG", 117, octets([61], zeros(63), ip4), IPV4],
    ["ENC", 109, octets(zeros(12), ip6), IPV6],
    ["IP over FireWire", 138, octets(zeros(16), big16(0x0800), ip4), IPV4],
    ["IP over InfiniBand", 242, octets([0x60], zeros(39), big16(0x0800), zeros(2), ip4), IPV4],
    [
      "IP over InfiniBand, without a routing header",
      242,
      octets(zeros(40), big16(0x86dd), zeros(2), ip6),
      IPV6,
    ],
    ["PKTAP", 258, octets(little32(108), little32(1), little32(1), zeros(96), ethernetFrame(ip4)), IPV4],
    ["Juniper", 178, octets([0x4d, 0x47, 0x43, 0x80, 0, 3, 1, 2, 3], ethernetFrame(ip4)), IPV4],
    ["Juniper, PPP", 179, octets([0x4d, 0x47, 0x43, 0x80, 0, 3, 1, 2, 3, 0xff, 3], big16(0x21), ip4), IPV4],
    ["Juniper, frame relay", 180, octets([0x4d, 0x47, 0x43, 0, 0x18, 0x41, 3, 0xcc], ip4), IPV4],
    ["Juniper, Cisco HDLC", 181, octets([0x4d, 0x47, 0x43, 0, 0x0f, 0], big16(0x86dd), ip6), IPV6],
    ["IP over Fibre Channel", 122, octets(zeros(16), SNAP, ip4), IPV4],
    ["DOCSIS", 143, octets([0, 0], big16(ethernetFrame(ip4).length), zeros(2), ethernetFrame(ip4)), IPV4],
    [
      "DOCSIS with an extended header",
      143,
      octets([1, 3], big16(ethernetFrame(ip4).length + 3), zeros(3), zeros(2), ethernetFrame(ip4)),
      IPV4,
    ],
    ["netANALYZER", 240, octets(zeros(4), ethernetFrame(ip4)), IPV4],
    ["netANALYZER with preamble", 241, octets(zeros(12), ethernetFrame(ip4)), IPV4],
    ["EPON", 259, octets(zeros(8), ethernetFrame(ip4)), IPV4],
    [
      "an exported PDU of IP",
      252,
      octets(big16(12), big16(4), [0x69, 0x70, 0, 0], big16(20), big16(4), zeros(4), zeros(4), ip4),
      IPV4,
    ],
    ["IPNET", 226, octets(zeros(24), ip4), IPV4],
    ["Ethernet with preamble", 274, octets([85, 85, 85, 85, 85, 85, 85, 0xd5], ethernetFrame(ip4)), IPV4],
    ["MPLS", 219, octets([0, 0, 1, 64], ip4), IPV4],
    ["Broadcom tag", 281, octets(MACS, zeros(4), big16(0x0800), ip4), IPV4],
    ["Broadcom tag ahead", 282, octets(zeros(4), ethernetFrame(ip4)), IPV4],
    ["Marvell tag", 284, octets(MACS, zeros(4), big16(0x86dd), ip6), IPV6],
    ["Marvell tag with a type", 285, octets(MACS, big16(0xdada), zeros(6), big16(0x0800), ip4), IPV4],
    ["ERF, Ethernet", 197, octets(erf(2), zeros(2), ethernetFrame(ip4)), IPV4],
    ["ERF, extended twice", 197, octets(erf(0x82), [0x80], zeros(15), zeros(2), ethernetFrame(ip4)), IPV4],
    ["ERF, HDLC", 197, octets(erf(1), big16(0x0f00), big16(0x0800), ip4), IPV4],
    ["ERF, IPv6", 197, octets(erf(23), ip6), IPV6],
    ["NULL with an Ethernet type", 0, octets(little32(0x86dd), ip6), IPV6],
    [
      "802.11 in radiotap without flags",
      127,
      octets([0, 0], little16(8), little32(0), fromStation, SNAP, ip4),
      IPV4,
    ],
    [
      "802.11 in radiotap, padded, with more fields and no time",
      127,
      octets(
        [0, 0],
        little16(17),
        little32(0x80000002),
        little32(0x80000000),
        little32(0),
        [0x20],
        qos,
        zeros(2),
        SNAP,
        ip4,
      ),
      IPV4,
    ],
    ["FDDI, synchronous", 10, octets([0xd0], MACS, SNAP, ip4), IPV4],
    ["ARCNET with IPv6", 7, octets(zeros(2), [0xc4], zeros(3), ip6), IPV6],
    ["ARCNET, exception frame", 7, octets(zeros(2), [0xd4, 0xff], zeros(3), zeros(3), ip4), IPV4],
    ["Juniper without extension", 178, octets([0x4d, 0x47, 0x43, 0], ethernetFrame(ip4)), IPV4],
    ["Juniper without link layer", 178, octets([0x4d, 0x47, 0x43, 2], zeros(4), ip6), IPV6],
  ])("%s", async (_, linkType, record, expected) => {
    expect(await foundIn(record, linkType)).toBe(expected);
    expect(await foundWhenCut(record, linkType)).toEqual([expected, "cut"]);
  });

  test.each<[string, number, Uint8Array, string]>([
    ["a beacon", 105, octets([0x80, 0], zeros(30)), "802.11-management"],
    ["a null frame", 105, octets([0x48, 1], zeros(30)), "802.11-management"],
    ["an encrypted frame", 105, octets([0x08, 0x41], zeros(60)), "802.11-encrypted"],
    ["a part of a fragmented frame", 105, octets([0x08, 0x05], zeros(60)), "802.11-fragment"],
    ["DOCSIS management", 143, octets([0xc2, 0], big16(40), zeros(42)), "not-ip"],
    [
      "an exported PDU of HTTP",
      252,
      octets(big16(12), big16(4), [0x68, 0x74, 0x74, 0x70], zeros(4), zeros(40)),
      "not-ip",
    ],
    ["SLIP without IP", 8, octets(zeros(16), [0x70], zeros(40)), "not-ip"],
    ["another family", 0, octets(little32(7), ip4), "not-ip"],
    ["a part of an ARCNET packet", 7, octets(zeros(2), [0xd4, 1, 0, 0], ip4), "arcnet-fragment"],
    [
      "netfilter without a datagram",
      239,
      octets([2, 0, 0, 0], little16(5), little16(10), zeros(4)),
      "not-ip",
    ],
    ["the last of fragmented frames", 105, octets(numbered, zeros(40)), "802.11-fragment"],
    ["radiotap shorter than its header", 127, octets([0, 0], little16(7), zeros(60)), "malformed"],
    ["PPI shorter than its header", 192, octets([0, 0], little16(7), zeros(60)), "malformed"],
    [
      "PPI with a link type that is not known",
      192,
      octets([0, 0], little16(8), little32(9999), ip4),
      "link-type-9999",
    ],
    ["AVS shorter than its header", 163, octets(big32(0x80211001), big32(7), zeros(60)), "malformed"],
    ["a token ring frame of control", 6, octets([0x10, 0], MACS, SNAP, ip4), "llc"],
    ["an FDDI frame of control", 10, octets([0x40], MACS, SNAP, ip4), "llc"],
    ["ARP over ARCNET", 7, octets(zeros(2), [0xd5], zeros(3), zeros(20)), "arp"],
    ["ARP over ARCNET, RFC 1051", 7, octets(zeros(2), [0xf1], zeros(20)), "arp"],
    ["IPX over ARCNET", 7, octets(zeros(2), [0xfa], zeros(3), ip4), "not-ip"],
    ["frame relay with something else", 107, octets([0x18, 0x41, 3, 0x08], ip4), "not-ip"],
    [
      "frame relay with an address without end",
      107,
      octets([0x18, 0x40, 0x40, 0x40, 0x40, 3, 0xcc], ip4),
      "malformed",
    ],
    ["SunATM with signalling", 123, octets([6, 0, 0, 1], SNAP, ip4), "not-ip"],
    ["PFLOG shorter than its header", 117, octets([3], zeros(63), ip4), "malformed"],
    [
      "PKTAP shorter than its header",
      258,
      octets(little32(107), little32(1), little32(1), zeros(96), ip4),
      "malformed",
    ],
    [
      "PKTAP longer than the record",
      258,
      octets(little32(900), little32(1), little32(1), zeros(96), ip4),
      "malformed",
    ],
    [
      "PKTAP without a packet",
      258,
      octets(little32(108), little32(2), little32(1), zeros(96), ip4),
      "not-ip",
    ],
    [
      "Juniper with another magic number",
      178,
      octets([0x4d, 0x47, 0x44, 0], ethernetFrame(ip4)),
      "malformed",
    ],
    ["ARP over InfiniBand", 242, octets(zeros(40), big16(0x0806), zeros(2), zeros(60)), "arp"],
    ["another type over InfiniBand", 242, octets(zeros(40), big16(0x0a0a), zeros(2), ip4), "not-ip"],
    ["IP over InfiniBand, shorter than its headers", 242, octets(zeros(40), big16(0x0800)), "malformed"],
    ["SLL with another protocol", 113, octets(zeros(14), big16(5), ip4), "not-ip"],
    ["RAW of another version", 101, octets([0x55], ip4.subarray(1)), "not-ip"],
    ["a part of a preempted frame", 274, octets(zeros(7), [0xe6], ethernetFrame(ip4)), "preempted-frame"],
    ["netfilter with a length of 0", 239, octets([2, 0, 0, 0], zeros(20)), "malformed"],
  ])("no segment: %s", async (_, linkType, record, reason) => {
    expect(await foundIn(record, linkType)).toBe(reason);
  });

  test("802.11, numbered as the last of fragments but with a header", async () => {
    expect(await foundIn(octets(numbered, SNAP, ip4), 105)).toBe(IPV4);
  });

  test("an A-MSDU holds two segments in one frame", async () => {
    const subframe = octets(MACS, big16(8 + ip4.length), SNAP, ip4);
    const aggregate = octets([0x88, 0x01], zeros(22), [0x80, 0], subframe, pad(subframe.length), subframe);
    expect(await foundIn(aggregate, 105)).toBe(`${IPV4}; ${IPV4}`);
    const padded = octets(aggregate, pad(subframe.length), MACS, zeros(2), subframe);
    expect(await foundIn(padded, 105)).toBe(`${IPV4}; ${IPV4}`);
  });
});
