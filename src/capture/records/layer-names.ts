import type { Layer } from "../frame-decoder.ts";
import { ipOverFirewire, pktap } from "../links/apple.ts";
import { arcnetBsd, arcnetLinux } from "../links/arcnet.ts";
import { atm, sunAtm } from "../links/atm.ts";
import { ciscoHdlc, ciscoHdlcWithDirection } from "../links/cisco-hdlc.ts";
import { docsis } from "../links/docsis.ts";
import { backboneTag, fabricPath, fourOctetTag, macsec, sixOctetTag, trill } from "../links/ether-tags.ts";
import { ethernet } from "../links/ethernet.ts";
import { exportedPdu } from "../links/exported-pdu.ts";
import { enc, pflog } from "../links/firewall-logs.ts";
import { frameRelay, frameRelayWithDirection } from "../links/frame-relay.ts";
import { ieee80211 } from "../links/ieee80211.ts";
import { ipOverFibreChannel } from "../links/ip-over-fc.ts";
import { ipnet } from "../links/ipnet.ts";
import { ipOverInfiniBand } from "../links/ipoib.ts";
import { juniperEthernet, juniperFrameRelay, juniperHdlc, juniperPpp } from "../links/juniper.ts";
import { linuxCooked, linuxCooked2 } from "../links/linux-cooked.ts";
import { llc } from "../links/llc.ts";
import { mpacket } from "../links/mpacket.ts";
import { mpls } from "../links/mpls.ts";
import { epon, netAnalyzer, netAnalyzerTransparent } from "../links/netanalyzer.ts";
import { nflog } from "../links/nflog.ts";
import { nullLoopback } from "../links/null-loopback.ts";
import { ppp, pppOrHdlc, pppWithDirection } from "../links/ppp.ts";
import { pppoeSession } from "../links/pppoe.ts";
import { avs, ppi, prism, radiotap } from "../links/radio-headers.ts";
import { rawIp } from "../links/raw-ip.ts";
import { fddi, tokenRing } from "../links/ring-networks.ts";
import { slip } from "../links/slip.ts";
import { vlan } from "../links/vlan.ts";
import { ipv4 } from "../network/ipv4.ts";
import {
  authenticationHeader,
  destinationOptions,
  fragmentHeader,
  ipv6Extension,
  routingHeader,
} from "../network/ipv6-extensions.ts";
import { ipv6 } from "../network/ipv6.ts";
import { tcp } from "../network/tcp.ts";
import { udp } from "../network/udp.ts";
import { ayiya } from "../tunnels/ayiya.ts";
import { capwapData } from "../tunnels/capwap.ts";
import { geneve } from "../tunnels/geneve.ts";
import { gre } from "../tunnels/gre.ts";
import { gtpU } from "../tunnels/gtp-u.ts";
import { l2tp } from "../tunnels/l2tp.ts";
import { nsh } from "../tunnels/nsh.ts";
import { etherIp, lispData, wccp } from "../tunnels/short-headers.ts";
import { teredo } from "../tunnels/teredo.ts";
import { tzsp } from "../tunnels/tzsp.ts";
import { vxlanGpe } from "../tunnels/vxlan-gpe.ts";
import { vxlan } from "../tunnels/vxlan.ts";

/** What each layer is called, alike in every language. A layer without a name of its own is told with the one before. */
const NAMES: ReadonlyMap<Layer, string> = new Map([
  [ethernet, "Ethernet"],
  [tokenRing, "Token Ring"],
  [fddi, "FDDI"],
  [arcnetBsd, "ARCNET"],
  [arcnetLinux, "ARCNET"],
  [slip, "SLIP"],
  [ppp, "PPP"],
  [pppOrHdlc, "PPP"],
  [pppWithDirection, "PPP"],
  [pppoeSession, "PPPoE"],
  [atm, "ATM"],
  [sunAtm, "ATM"],
  [ciscoHdlc, "Cisco HDLC"],
  [ciscoHdlcWithDirection, "Cisco HDLC"],
  [frameRelay, "Frame Relay"],
  [frameRelayWithDirection, "Frame Relay"],
  [ieee80211, "IEEE 802.11"],
  [prism, "Prism"],
  [radiotap, "radiotap"],
  [avs, "AVS"],
  [ppi, "PPI"],
  [enc, "OpenBSD enc"],
  [pflog, "pflog"],
  [linuxCooked, "Linux cooked"],
  [linuxCooked2, "Linux cooked v2"],
  [nullLoopback, "BSD loopback"],
  [ipOverFirewire, "FireWire"],
  [ipOverInfiniBand, "InfiniBand"],
  [juniperEthernet, "Juniper"],
  [juniperPpp, "Juniper"],
  [juniperFrameRelay, "Juniper"],
  [juniperHdlc, "Juniper"],
  [ipOverFibreChannel, "Fibre Channel"],
  [docsis, "DOCSIS"],
  [netAnalyzer, "netANALYZER"],
  [netAnalyzerTransparent, "netANALYZER"],
  [epon, "EPON"],
  [exportedPdu, "exported PDU"],
  [ipnet, "Solaris IPNET"],
  [nflog, "NFLOG"],
  [pktap, "PKTAP"],
  [mpacket, "mPacket"],
  [llc, "LLC"],
  [vlan, "VLAN"],
  [mpls, "MPLS"],
  [trill, "TRILL"],
  [macsec, "MACsec"],
  [backboneTag, "IEEE 802.1ah"],
  [fabricPath, "FabricPath"],
  [fourOctetTag, "tag"],
  [sixOctetTag, "tag"],
  [ipv4, "IPv4"],
  [ipv6, "IPv6"],
  [authenticationHeader, "AH"],
  [ipv6Extension, "IPv6 extension"],
  [destinationOptions, "IPv6 destination options"],
  [routingHeader, "IPv6 routing"],
  [fragmentHeader, "IPv6 fragment"],
  [udp, "UDP"],
  [gre, "GRE"],
  [vxlan, "VXLAN"],
  [vxlanGpe, "VXLAN-GPE"],
  [geneve, "Geneve"],
  [gtpU, "GTP-U"],
  [l2tp, "L2TP"],
  [teredo, "Teredo"],
  [ayiya, "AYIYA"],
  [capwapData, "CAPWAP"],
  [nsh, "NSH"],
  [etherIp, "EtherIP"],
  [lispData, "LISP"],
  [wccp, "WCCP"],
  [tzsp, "TZSP"],
  [tcp, "TCP"],
]);

/** null: raw IP, whose header is told by the next layer. */
export function layerName(layer: Layer): string | null {
  if (layer === rawIp) return null;
  return NAMES.get(layer) ?? null;
}
