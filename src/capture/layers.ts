import type { Layer, LayerTables } from "./frame-decoder.ts";
import { ethernet } from "./links/ethernet.ts";
import { linuxCooked, linuxCooked2 } from "./links/linux-cooked.ts";
import { nullLoopback } from "./links/null-loopback.ts";
import { rawIp } from "./links/raw-ip.ts";
import { vlan } from "./links/vlan.ts";
import { icmp, icmpv6 } from "./network/icmp.ts";
import { ipv4 } from "./network/ipv4.ts";
import {
  authenticationHeader,
  destinationOptions,
  fragmentHeader,
  ipv6Extension,
  routingHeader,
} from "./network/ipv6-extensions.ts";
import { ipv6 } from "./network/ipv6.ts";
import { tcp } from "./network/tcp.ts";

/** LINKTYPE_ values of pcap and pcapng (tcpdump.org/linktypes.html). */
const linkTypes = new Map<number, Layer>([
  [0, nullLoopback],
  [1, ethernet],
  [12, rawIp],
  [14, rawIp],
  [101, rawIp],
  [108, nullLoopback],
  [113, linuxCooked],
  [228, rawIp],
  [229, rawIp],
  [276, linuxCooked2],
]);

/** Ethernet types (IEEE 802 numbers). */
const etherTypes = new Map<number, Layer>([
  [0x0800, ipv4],
  [0x86dd, ipv6],
  [0x8100, vlan],
  [0x88a8, vlan],
  [0x9100, vlan],
  [0x9200, vlan],
]);

const etherTypeNames = new Map<number, string>([
  [0x0806, "arp"],
  [0x8035, "rarp"],
  [0x8137, "ipx"],
  [0x8809, "slow-protocols"],
  [0x888e, "eapol"],
  [0x88cc, "lldp"],
]);

/** PPP protocol numbers (IANA). */
const pppProtocols = new Map<number, Layer>([
  [0x0021, ipv4],
  [0x0057, ipv6],
]);

/** IP protocol and IPv6 next-header numbers (IANA). */
const ipProtocols = new Map<number, Layer>([
  [0, ipv6Extension],
  [1, icmp],
  [6, tcp],
  [43, routingHeader],
  [44, fragmentHeader],
  [51, authenticationHeader],
  [58, icmpv6],
  [60, destinationOptions],
  [135, ipv6Extension],
  [139, ipv6Extension],
  [140, ipv6Extension],
]);

const ipProtocolNames = new Map<number, string>([
  [2, "igmp"],
  [17, "udp"],
  [33, "dccp"],
  [46, "rsvp"],
  [50, "esp"],
  [59, "ipv6-no-next-header"],
  [88, "eigrp"],
  [89, "ospf"],
  [103, "pim"],
  [112, "vrrp"],
  [132, "sctp"],
]);

const udpPorts = new Map<number, Layer>();

/** Every layer that Synfin reads, by the number that announces it. One more is one more line and one more file. */
export const LAYERS: LayerTables = {
  linkTypes,
  etherTypes,
  pppProtocols,
  ipProtocols,
  udpPorts,
  ipProtocolNames,
  etherTypeNames,
};
