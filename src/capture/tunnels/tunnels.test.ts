import { describe, expect, test } from "vitest";
import {
  big16,
  ethernetFrame,
  ipv4Datagram,
  ipv6Datagram,
  octets,
  udpDatagram,
} from "../../testing/capture-bytes.ts";
import { IPV4, IPV6, SNAP, ip4, ip6, zeros } from "../../testing/carried.ts";
import { foundIn, foundWhenCut } from "../../testing/read-octets.ts";

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
    const whole = ethernetFrame(ipv4Datagram(payload, { protocol }));
    expect(await foundIn(whole)).toBe(expected);
    expect(await foundWhenCut(whole)).toEqual([expected, "cut"]);
  });

  test("GRE of a version that there is not", async () => {
    const gre = octets([0, 2], big16(0x0800), ip4);
    expect(await foundIn(ethernetFrame(ipv4Datagram(gre, { protocol: 47 })))).toBe("malformed");
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
  const udpFrame = (payload: Uint8Array, port: number, from?: number): Uint8Array =>
    ethernetFrame(ipv4Datagram(udpDatagram(payload, port, from), { protocol: 17 }));

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
    ["VXLAN-GPE without a protocol", 4790, octets([0x08], zeros(7), frame), IPV4],
    ["Teredo with authentication", 3544, octets([0, 1, 2, 3], zeros(9), zeros(5), ip6), IPV6],
    ["TZSP with 802.11", 37008, octets([1, 0, 0, 18], [0, 10, 1, 7, 1], station), IPV4],
    ["CAPWAP with Ethernet", 5247, octets([0, 0x10, 2, 0], zeros(4), frame), IPV4],
    ["CAPWAP with 802.11", 5247, octets([0, 0x20, 3, 0x20], zeros(12), station), IPV4],
    ["CAPWAP with swapped frame control", 5247, octets([0, 0x20, 3, 0x20], zeros(12), swapped), IPV4],
  ])("%s", async (_, port, payload, expected) => {
    expect(await foundIn(udpFrame(payload, port))).toBe(expected);
    expect(await foundIn(udpFrame(payload, 50_000, port))).toBe(expected);
    expect(await foundWhenCut(udpFrame(payload, port))).toEqual([expected, "cut", "udp"]);
  });

  test.each<[string, number, Uint8Array, string]>([
    ["another port", 53, octets([8], zeros(7), frame), "udp"],
    ["a port of a tunnel that carries something else", 4789, zeros(40), "udp"],
    ["GTP-U signalling", 2152, octets([0x32, 1], zeros(10)), "udp"],
    ["L2TP control", 1701, octets([0xc8, 2], zeros(20)), "udp"],
    ["GTP-U of version 2", 2152, octets([0x50, 0xff], zeros(6), ip4), "udp"],
    ["GTP-U of charging", 2152, octets([0x20, 0xff], zeros(6), ip4), "udp"],
    [
      "GTP-U with an extension of length 0",
      2152,
      octets([0x34, 0xff], zeros(9), [0x85], zeros(4), ip4),
      "udp",
    ],
    ["Geneve of version 1", 6081, octets([0x40, 0], big16(0x6558), zeros(4), frame), "udp"],
    ["VXLAN-GPE with something else", 4790, octets([0x0c, 0, 0, 9], zeros(4), ip4), "udp"],
    ["AYIYA that is no forwarding", 5072, octets([0x41, 0x52, 0x10, 41], zeros(40), ip6), "udp"],
    ["TZSP with something else", 37008, octets([1, 0, 0, 2], [1], frame), "udp"],
    ["CAPWAP with another preamble", 5247, octets([2, 0x10, 2, 0], zeros(4), frame), "udp"],
    ["CAPWAP shorter than its header", 5247, octets([0, 0x08, 2, 0], zeros(4), frame), "udp"],
    ["CAPWAP with a radio that is not known", 5247, octets([0, 0x10, 5, 0], zeros(4), frame), "udp"],
    ["a part of CAPWAP", 5247, octets([0, 0x10, 2, 0x80], zeros(4), frame), "capwap-fragment"],
    ["CAPWAP in DTLS", 5247, octets([1], zeros(40)), "capwap-encrypted"],
  ])("no segment: %s", async (_, port, payload, reason) => {
    expect(await foundIn(udpFrame(payload, port))).toBe(reason);
  });

  test("a UDP length of 0: the datagram around it tells the length", async () => {
    const datagram = udpDatagram(octets([8], zeros(7), frame), 4789);
    datagram.fill(0, 4, 6);
    expect(await foundIn(ethernetFrame(ipv4Datagram(datagram, { protocol: 17 })))).toBe(IPV4);
  });
});

test("what is closed says so: WireGuard, and ESP in UDP or in IP", async () => {
  const udp = (payload: Uint8Array, port: number): Uint8Array =>
    ethernetFrame(ipv4Datagram(udpDatagram(payload, port), { protocol: 17 }));
  expect(await foundIn(udp(octets([4, 0, 0, 0], zeros(60)), 51_820))).toBe("wireguard");
  expect(await foundIn(udp(octets([9, 0, 0, 0], zeros(60)), 51_820))).toBe("udp");
  expect(await foundIn(udp(octets([1, 2, 3, 4], zeros(60)), 4500))).toBe("esp");
  expect(await foundIn(udp(zeros(64), 4500))).toBe("udp");
  expect(await foundIn(ethernetFrame(ipv4Datagram(zeros(64), { protocol: 50 })))).toBe("esp");
});

test("IP within the authentication header is read", async () => {
  const header = octets([4, 4], zeros(22));
  expect(await foundIn(ethernetFrame(ipv4Datagram(octets(header, ip4), { protocol: 51 })))).toBe(IPV4);
});
