import { describe, expect, test } from "vitest";
import { big16, ethernetFrame, octets } from "../../testing/capture-bytes.ts";
import { IPV4, IPV6, MACS, SNAP, ip4, ip6, zeros } from "../../testing/carried.ts";
import { foundIn, foundWhenCut } from "../../testing/read-octets.ts";

describe("links inside Ethernet", () => {
  const SNAP_CISCO = [0xaa, 0xaa, 3, 0, 0, 0x0c, 8, 0];
  const unicast = octets([0x52], ethernetFrame(ip4).subarray(1));
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
    [
      "MACsec without a channel identifier",
      ethernetFrame(octets([0, 0], zeros(4), big16(0x0800), ip4, zeros(16)), 0x88e5),
      IPV4,
    ],
    ["MPLS pseudowire, by its first octet", ethernetFrame(octets([0, 2, 1, 9], unicast), 0x8847), IPV4],
    ["NSH with IPv4", ethernetFrame(octets([0, 2, 1, 1], zeros(4), ip4), 0x894f), IPV4],
    ["NSH with IPv6", ethernetFrame(octets([0, 2, 1, 2], zeros(4), ip6), 0x894f), IPV6],
    ["NSH in NSH", ethernetFrame(octets([0, 2, 1, 4], zeros(4), [0, 2, 1, 1], zeros(4), ip4), 0x894f), IPV4],
    ["NSH with MPLS", ethernetFrame(octets([0, 2, 1, 5], zeros(4), [0, 2, 1, 9], ip4), 0x894f), IPV4],
  ])("%s", async (_, frame, expected) => {
    expect(await foundIn(frame)).toBe(expected);
    expect(await foundWhenCut(frame)).toEqual([expected, "cut"]);
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
    ["PPPoE that is no session", ethernetFrame(octets([0x11, 9], zeros(4), ip4), 0x8864), "pppoe-discovery"],
    ["SNAP of another organisation", octets(MACS, big16(8 + ip4.length), SNAP_CISCO, ip4), "llc"],
    ["802.2 that is numbered", octets(MACS, big16(4 + ip4.length), [6, 6, 0, 0], ip4), "llc"],
    [
      "MPLS with a control channel",
      ethernetFrame(octets([0, 2, 1, 9, 0x10], zeros(30)), 0x8847),
      "mpls-control",
    ],
    ["MPLS without a last label", ethernetFrame(octets([0, 1, 0, 9], [0, 1, 0, 9]), 0x8847), "malformed"],
    ["NSH shorter than its header", ethernetFrame(octets([0, 1, 1, 1], zeros(4), ip4), 0x894f), "malformed"],
    ["NSH with something else", ethernetFrame(octets([0, 2, 1, 9], zeros(4), ip4), 0x894f), "not-ip"],
    ["IPv6 that says to be IPv4", ethernetFrame(ip6, 0x0800), "malformed"],
  ])("no segment: %s", async (_, frame, reason) => {
    expect(await foundIn(frame)).toBe(reason);
  });

  test("tags without end are given up", async () => {
    const tags = octets(...Array.from({ length: 200 }, () => [0x81, 0, 0, 1]));
    expect(await foundIn(octets(MACS, tags, big16(0x0800), ip4))).toBe("nested-too-deep");
  });
});
