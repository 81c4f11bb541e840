import type { Layer, LayerTables } from "./frame-decoder.ts";
import { ipOverFirewire, pktap } from "./links/apple.ts";
import { arcnetBsd, arcnetLinux } from "./links/arcnet.ts";
import { atm, sunAtm } from "./links/atm.ts";
import { ciscoHdlc, ciscoHdlcWithDirection } from "./links/cisco-hdlc.ts";
import { docsis } from "./links/docsis.ts";
import { erf } from "./links/erf.ts";
import {
  backboneTag,
  fabricPath,
  fourOctetTag,
  macsec,
  sixOctetTag,
  switchTag,
  trill,
} from "./links/ether-tags.ts";
import { ethernet } from "./links/ethernet.ts";
import { exportedPdu } from "./links/exported-pdu.ts";
import { enc, pflog } from "./links/firewall-logs.ts";
import { frameRelay, frameRelayWithDirection } from "./links/frame-relay.ts";
import { ieee80211 } from "./links/ieee80211.ts";
import { ipOverFibreChannel } from "./links/ip-over-fc.ts";
import { ipnet } from "./links/ipnet.ts";
import { ipOverInfiniBand } from "./links/ipoib.ts";
import { juniperEthernet, juniperFrameRelay, juniperHdlc, juniperPpp } from "./links/juniper.ts";
import { linuxCooked, linuxCooked2 } from "./links/linux-cooked.ts";
import { llc } from "./links/llc.ts";
import { mpacket } from "./links/mpacket.ts";
import { mpls } from "./links/mpls.ts";
import { epon, netAnalyzer, netAnalyzerTransparent } from "./links/netanalyzer.ts";
import { nflog } from "./links/nflog.ts";
import { nullLoopback } from "./links/null-loopback.ts";
import { ppp, pppOrHdlc, pppWithDirection } from "./links/ppp.ts";
import { pppoeSession } from "./links/pppoe.ts";
import { avs, ppi, prism, radiotap } from "./links/radio-headers.ts";
import { rawIp } from "./links/raw-ip.ts";
import { fddi, tokenRing } from "./links/ring-networks.ts";
import { slip } from "./links/slip.ts";
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
import { udp } from "./network/udp.ts";
import type { SkipReason } from "./reading-codes.ts";
import { ayiya } from "./tunnels/ayiya.ts";
import { capwapData } from "./tunnels/capwap.ts";
import { geneve } from "./tunnels/geneve.ts";
import { gre } from "./tunnels/gre.ts";
import { gtpU } from "./tunnels/gtp-u.ts";
import { l2tp } from "./tunnels/l2tp.ts";
import { nsh } from "./tunnels/nsh.ts";
import { etherIp, lispData, wccp } from "./tunnels/short-headers.ts";
import { teredo } from "./tunnels/teredo.ts";
import { tzsp } from "./tunnels/tzsp.ts";
import { vxlanGpe } from "./tunnels/vxlan-gpe.ts";
import { vxlan } from "./tunnels/vxlan.ts";

/** LINKTYPE_ values of pcap and pcapng (tcpdump.org/linktypes.html). */
const linkTypes = new Map<number, Layer>([
  [0, nullLoopback],
  [1, ethernet],
  [6, tokenRing],
  [7, arcnetBsd],
  [8, slip],
  [9, ppp],
  [10, fddi],
  [12, rawIp],
  [14, rawIp],
  [50, pppOrHdlc],
  [51, pppoeSession],
  [100, atm],
  [101, rawIp],
  [104, ciscoHdlc],
  [105, ieee80211],
  [106, atm],
  [107, frameRelay],
  [108, nullLoopback],
  [109, enc],
  [113, linuxCooked],
  [117, pflog],
  [119, prism],
  [122, ipOverFibreChannel],
  [123, sunAtm],
  [127, radiotap],
  [129, arcnetLinux],
  [138, ipOverFirewire],
  [143, docsis],
  [163, avs],
  [166, pppWithDirection],
  [178, juniperEthernet],
  [179, juniperPpp],
  [180, juniperFrameRelay],
  [181, juniperHdlc],
  [192, ppi],
  [197, erf],
  [204, pppWithDirection],
  [205, ciscoHdlcWithDirection],
  [206, frameRelayWithDirection],
  [219, mpls],
  [226, ipnet],
  [228, rawIp],
  [229, rawIp],
  [239, nflog],
  [240, netAnalyzer],
  [241, netAnalyzerTransparent],
  [242, ipOverInfiniBand],
  [252, exportedPdu],
  [258, pktap],
  [259, epon],
  [274, mpacket],
  [276, linuxCooked2],
  [281, switchTag(4)],
  [282, backboneTag],
  [284, switchTag(4)],
  [285, switchTag(8)],
]);

/** Ethernet types (IEEE 802 numbers). */
const etherTypes = new Map<number, Layer>([
  [0x0800, ipv4],
  [0x86dd, ipv6],
  [0x22f3, trill],
  [0x6558, ethernet],
  [0x8100, vlan],
  [0x880b, ppp],
  [0x883e, wccp],
  [0x8847, mpls],
  [0x8848, mpls],
  [0x8864, pppoeSession],
  [0x88a8, vlan],
  [0x88e5, macsec],
  [0x88e7, backboneTag],
  [0x8870, llc],
  [0x8903, fabricPath],
  [0x8909, sixOctetTag],
  [0x8926, fourOctetTag],
  [0x892f, fourOctetTag],
  [0x893f, sixOctetTag],
  [0x894f, nsh],
  [0x9100, vlan],
  [0x9200, vlan],
  [0xf1c1, fourOctetTag],
]);

const etherTypeNames = new Map<number, SkipReason>([
  [0x0806, "arp"],
  [0x8035, "rarp"],
  [0x8137, "ipx"],
  [0x8809, "slow-protocols"],
  [0x8863, "pppoe-discovery"],
  [0x888e, "eapol"],
  [0x88cc, "lldp"],
]);

/** PPP protocol numbers (IANA). */
const pppProtocols = new Map<number, Layer>([
  [0x0021, ipv4],
  [0x0057, ipv6],
  [0x0281, mpls],
  [0x0283, mpls],
]);

/** IP protocol and IPv6 next-header numbers (IANA). */
const ipProtocols = new Map<number, Layer>([
  [0, ipv6Extension],
  [1, icmp],
  [4, ipv4],
  [6, tcp],
  [17, udp],
  [41, ipv6],
  [43, routingHeader],
  [44, fragmentHeader],
  [47, gre],
  [51, authenticationHeader],
  [58, icmpv6],
  [60, destinationOptions],
  [97, etherIp],
  [135, ipv6Extension],
  [137, mpls],
  [139, ipv6Extension],
  [140, ipv6Extension],
]);

const ipProtocolNames = new Map<number, SkipReason>([
  [2, "igmp"],
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

/** UDP ports that carry tunnels (IANA, except TZSP and the old port of VXLAN in Linux). */
const udpPorts = new Map<number, Layer>([
  [1701, l2tp],
  [2152, gtpU],
  [3386, gtpU],
  [3544, teredo],
  [4341, lispData],
  [4754, gre],
  [4789, vxlan],
  [4790, vxlanGpe],
  [5072, ayiya],
  [5247, capwapData],
  [6081, geneve],
  [6635, mpls],
  [8472, vxlan],
  [37008, tzsp],
]);

/** Every layer that Synfin reads, by the number that announces it. A new layer is one line here and one file. */
export const LAYERS: LayerTables = {
  linkTypes,
  etherTypes,
  pppProtocols,
  ipProtocols,
  udpPorts,
  ipProtocolNames,
  etherTypeNames,
};
