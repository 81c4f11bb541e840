import { describe, expect, test } from "vitest";
import {
  big16,
  big32,
  ethernetFrame,
  ipv4Datagram,
  ipv6Datagram,
  little16,
  little32,
  octets,
  tcpSegment,
  udpDatagram,
} from "../testing/capture-bytes.ts";
import { foundIn } from "../testing/read-octets.ts";

const ip4 = ipv4Datagram(tcpSegment({ payload: [1, 2, 3] }));
const ip6 = ipv6Datagram(tcpSegment({ payload: [1, 2, 3] }));
const IPV4 = "192.0.2.1 40000 > 192.0.2.2 80 len 3";
const IPV6 = "2001:db8::1 40000 > 2001:db8::2 80 len 3";
const SNAP = [0xaa, 0xaa, 3, 0, 0, 0, 8, 0];
const MACS = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2];
const zeros = (count: number): Uint8Array => new Uint8Array(count);

describe("links inside Ethernet", () => {
  test.each<[string, Uint8Array, string]>([
    ["IPv4", ethernetFrame(ip4), IPV4],
    ["IPv6", ethernetFrame(ip6, 0x86dd), IPV6],
    ["802.3 with SNAP", octets(MACS, big16(8 + ip4.length), SNAP, ip4), IPV4],
    ["802.3 with the SAP of IP", octets(MACS, big16(3 + ip4.length), [6, 6, 3], ip4), IPV4],
    ["802.1Q", ethernetFrame(octets([0, 5], big16(0x0800), ip4), 0x8100), IPV4],
    ["802.1ad and 802.1Q", ethernetFrame(octets([0, 5], [0x81, 0, 0, 6], [0x86, 0xdd], ip6), 0x88a8), IPV6],
    ["802.1Q and 802.3", ethernetFrame(octets([0, 5], big16(8 + ip4.length), SNAP, ip4), 0x8100), IPV4],
    ["MPLS, two labels", ethernetFrame(octets([0, 1, 0, 9], [0, 2, 1, 9], ip4), 0x8847), IPV4],
    ["MPLS, IPv6", ethernetFrame(octets([0, 2, 1, 9], ip6), 0x8848), IPV6],
    [
      "MPLS pseudowire with control word",
      ethernetFrame(octets([0, 2, 1, 9], zeros(4), ethernetFrame(ip4)), 0x8847),
      IPV4,
    ],
    ["MPLS pseudowire", ethernetFrame(octets([0, 2, 1, 9], ethernetFrame(ip4)), 0x8847), IPV4],
    [
      "PPPoE",
      ethernetFrame(octets([0x11, 0, 0, 1], big16(ip4.length + 2), big16(0x21), ip4, zeros(9)), 0x8864),
      IPV4,
    ],
    ["VN-Tag", ethernetFrame(octets(zeros(4), big16(0x0800), ip4), 0x8926), IPV4],
    ["E-Tag", ethernetFrame(octets(zeros(6), big16(0x0800), ip4), 0x893f), IPV4],
    ["Cisco metadata", ethernetFrame(octets([1, 1, 0, 1, 0, 5], big16(0x0800), ip4), 0x8909), IPV4],
    ["LLC in a jumbo frame", ethernetFrame(octets(SNAP, ip4), 0x8870), IPV4],
    ["FabricPath", ethernetFrame(octets(zeros(2), ethernetFrame(ip4)), 0x8903), IPV4],
    ["backbone bridging", ethernetFrame(octets(zeros(4), ethernetFrame(ip4)), 0x88e7), IPV4],
    ["TRILL with an option", ethernetFrame(octets([0, 0x40], zeros(8), ethernetFrame(ip4)), 0x22f3), IPV4],
    [
      "MACsec, not encrypted",
      ethernetFrame(octets([0x20, 0], zeros(12), big16(0x0800), ip4, zeros(16)), 0x88e5),
      IPV4,
    ],
  ])("%s", async (_, frame, expected) => {
    expect(await foundIn(frame)).toBe(expected);
  });

  test.each<[string, Uint8Array, string]>([
    ["ARP", ethernetFrame(zeros(28), 0x0806), "arp"],
    ["an unknown type", ethernetFrame(ip4, 0x1234), "not-ip"],
    ["spanning tree", octets(MACS, big16(38), [0x42, 0x42, 3], zeros(35)), "llc"],
    ["PPPoE discovery", ethernetFrame(octets([0x11, 9, 0, 0, 0, 0]), 0x8863), "pppoe-discovery"],
    [
      "PPP control",
      ethernetFrame(octets([0x11, 0, 0, 1, 0, 6, 0xc0, 0x21], zeros(4)), 0x8864),
      "ppp-control",
    ],
    ["encrypted MACsec", ethernetFrame(octets([0x2c, 0], zeros(60)), 0x88e5), "macsec-encrypted"],
    ["a frame that is too short", zeros(9), "malformed"],
    ["IPv6 that says to be IPv4", ethernetFrame(ip6, 0x0800), "malformed"],
  ])("no segment: %s", async (_, frame, reason) => {
    expect(await foundIn(frame)).toBe(reason);
  });

  test("tags without end are given up", async () => {
    const tags = octets(...Array.from({ length: 200 }, () => [0x81, 0, 0, 1]));
    expect(await foundIn(octets(MACS, tags, big16(0x0800), ip4))).toBe("nested-too-deep");
  });
});

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
  const qos = [0x88, 0x01, 0, 0, ...zeros(20), 0, 0];
  const radiotap = (flags: number): Uint8Array =>
    octets([0, 0], little16(17), little32(3), zeros(8), [flags]);
  const ppi = octets([0, 0], little16(12), little32(105), zeros(4));
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
    ["PKTAP", 258, octets(little32(108), little32(1), little32(1), zeros(96), ethernetFrame(ip4)), IPV4],
    ["Juniper", 178, octets([0x4d, 0x47, 0x43, 0x80, 0, 3, 1, 2, 3], ethernetFrame(ip4)), IPV4],
    ["IPNET", 226, octets(zeros(24), ip4), IPV4],
    ["Ethernet with preamble", 274, octets([85, 85, 85, 85, 85, 85, 85, 0xd5], ethernetFrame(ip4)), IPV4],
  ])("%s", async (_, linkType, record, expected) => {
    expect(await foundIn(record, linkType)).toBe(expected);
  });

  test.each<[string, number, Uint8Array, string]>([
    ["a beacon", 105, octets([0x80, 0], zeros(30)), "802.11-management"],
    ["a null frame", 105, octets([0x48, 1], zeros(30)), "802.11-management"],
    ["an encrypted frame", 105, octets([0x08, 0x41], zeros(60)), "802.11-encrypted"],
    ["a part of a fragmented frame", 105, octets([0x08, 0x05], zeros(60)), "802.11-fragment"],
    ["another family", 0, octets(little32(7), ip4), "not-ip"],
    ["a part of an ARCNET packet", 7, octets(zeros(2), [0xd4, 1, 0, 0], ip4), "arcnet-fragment"],
    [
      "netfilter without a datagram",
      239,
      octets([2, 0, 0, 0], little16(5), little16(10), zeros(4)),
      "not-ip",
    ],
    ["netfilter with a length of 0", 239, octets([2, 0, 0, 0], zeros(20)), "malformed"],
  ])("no segment: %s", async (_, linkType, record, reason) => {
    expect(await foundIn(record, linkType)).toBe(reason);
  });

  test("an A-MSDU holds two segments in one frame", async () => {
    const subframe = octets(MACS, big16(8 + ip4.length), SNAP, ip4);
    const aggregate = octets([0x88, 0x01], zeros(22), [0x80, 0], subframe, pad(subframe.length), subframe);
    expect(await foundIn(aggregate, 105)).toBe(`${IPV4}; ${IPV4}`);
  });
});

describe("tunnels in IP", () => {
  const frame = ethernetFrame(ip4);
  test.each<[string, number, Uint8Array, string]>([
    ["IPIP", 4, ip4, IPV4],
    ["6in4", 41, ip6, IPV6],
    ["EtherIP", 97, octets([0x30, 0], frame), IPV4],
    ["MPLS", 137, octets([0, 1, 1, 9], ip4), IPV4],
    ["GRE", 47, octets([0, 0], big16(0x0800), ip4), IPV4],
    ["GRE with checksum, key and sequence", 47, octets([0xb0, 0], big16(0x86dd), zeros(12), ip6), IPV6],
    [
      "GRE with a route",
      47,
      octets([0x40, 0], big16(0x0800), zeros(4), [8, 0, 0, 4], zeros(4), zeros(4), ip4),
      IPV4,
    ],
    ["GRE with Ethernet", 47, octets([0, 0], big16(0x6558), frame), IPV4],
    ["GRE with WCCP, version 2", 47, octets([0, 0], big16(0x883e), zeros(4), ip4), IPV4],
    ["GRE of Aruba", 47, octets([0, 0], big16(0x8200), [0x88, 0x01], zeros(24), SNAP, ip4), IPV4],
    ["GRE with NSH", 47, octets([0, 0], big16(0x894f), [0, 2, 1, 3], zeros(4), frame), IPV4],
    ["PPTP", 47, octets([0x30, 0x81], big16(0x880b), zeros(12), [0xff, 3, 0, 0x21], ip4), IPV4],
    ["ERSPAN, type I", 47, octets([0, 0], big16(0x88be), frame), IPV4],
    ["ERSPAN, type II", 47, octets([0x10, 0], big16(0x88be), zeros(4), [0x10], zeros(7), frame), IPV4],
    ["ERSPAN, type III", 47, octets([0x10, 0], big16(0x22eb), zeros(4), zeros(12), frame), IPV4],
    [
      "ERSPAN, type III with subheader",
      47,
      octets([0x10, 0], big16(0x22eb), zeros(4), zeros(11), [1], zeros(8), frame),
      IPV4,
    ],
  ])("%s", async (_, protocol, payload, expected) => {
    expect(await foundIn(ethernetFrame(ipv4Datagram(payload, { protocol })))).toBe(expected);
  });

  test("4in6", async () => {
    expect(await foundIn(ethernetFrame(ipv6Datagram(ip4, { nextHeader: 4 }), 0x86dd))).toBe(IPV4);
  });

  test("datagrams in datagrams without end are given up", async () => {
    let nested = ip4;
    for (let i = 0; i < 60; i++) nested = ipv4Datagram(nested, { protocol: 4 });
    expect(await foundIn(ethernetFrame(nested))).toBe("nested-too-deep");
  });
});

describe("tunnels in UDP", () => {
  const frame = ethernetFrame(ip4);
  const station = octets([0x08, 0x01], zeros(22), [0xaa, 0xaa, 3, 0, 0, 0, 8, 0], ip4);
  const swapped = octets([0x01, 0x08], station.subarray(2));
  const inUdp = (payload: Uint8Array, port: number, from?: number): Promise<string> =>
    foundIn(ethernetFrame(ipv4Datagram(udpDatagram(payload, port, from), { protocol: 17 })));

  test.each<[string, number, Uint8Array, string]>([
    ["VXLAN", 4789, octets([8], zeros(7), frame), IPV4],
    ["VXLAN on the old port of Linux", 8472, octets([8], zeros(7), frame), IPV4],
    ["VXLAN-GPE", 4790, octets([0x0c, 0, 0, 2], zeros(4), ip6), IPV6],
    ["Geneve with options", 6081, octets([2, 0], big16(0x6558), zeros(4), zeros(8), frame), IPV4],
    ["Geneve with IP", 6081, octets([0, 0], big16(0x86dd), zeros(4), ip6), IPV6],
    ["GTP-U", 2152, octets([0x30, 0xff], big16(ip4.length), zeros(4), ip4), IPV4],
    ["GTP-U with sequence number", 2152, octets([0x32, 0xff], big16(0), zeros(4), zeros(4), ip4), IPV4],
    [
      "GTP-U with an extension",
      2152,
      octets([0x34, 0xff], big16(0), zeros(4), [0, 0, 0, 0x85], [1, 0, 9, 0], ip6),
      IPV6,
    ],
    ["GTP, version 0", 3386, octets([0x1e, 0xff], zeros(18), ip4), IPV4],
    ["L2TP", 1701, octets([0, 2], zeros(4), [0xff, 3, 0, 0x21], ip4), IPV4],
    ["L2TP with everything", 1701, octets([0x4a, 2], zeros(10), [0, 2, 9, 9], [0, 0x21], ip4), IPV4],
    ["Teredo", 3544, ip6, IPV6],
    ["Teredo with indications", 3544, octets([0, 1, 0, 0], zeros(9), zeros(8), ip6), IPV6],
    ["LISP", 4341, octets(zeros(8), ip4), IPV4],
    ["GRE", 4754, octets([0, 0], big16(0x0800), ip4), IPV4],
    ["MPLS", 6635, octets([0, 1, 1, 9], ip4), IPV4],
    ["AYIYA", 5072, octets([0x41, 0x52, 0x11, 41], zeros(4), zeros(16), zeros(20), ip6), IPV6],
    ["TZSP", 37008, octets([1, 0, 0, 1], [0, 10, 1, 7, 1], frame), IPV4],
    ["CAPWAP with Ethernet", 5247, octets([0, 0x10, 2, 0], zeros(4), frame), IPV4],
    ["CAPWAP with 802.11", 5247, octets([0, 0x20, 3, 0x20], zeros(12), station), IPV4],
    ["CAPWAP with swapped frame control", 5247, octets([0, 0x20, 3, 0x20], zeros(12), swapped), IPV4],
  ])("%s", async (_, port, payload, expected) => {
    expect(await inUdp(payload, port)).toBe(expected);
    expect(await inUdp(payload, 50_000, port)).toBe(expected);
  });

  test.each<[string, number, Uint8Array, string]>([
    ["another port", 53, octets([8], zeros(7), frame), "udp"],
    ["a port of a tunnel that carries something else", 4789, zeros(40), "udp"],
    ["GTP-U signalling", 2152, octets([0x32, 1], zeros(10)), "udp"],
    ["L2TP control", 1701, octets([0xc8, 2], zeros(20)), "udp"],
    ["CAPWAP in DTLS", 5247, octets([1], zeros(40)), "capwap-encrypted"],
  ])("no segment: %s", async (_, port, payload, reason) => {
    expect(await inUdp(payload, port)).toBe(reason);
  });
});
