/** Protocols beside TCP that a capture is likely to hold, as every language writes them. By a code in lower case. */
export const PROTOCOL_NAMES = {
  udp: "UDP",
  arp: "ARP",
  rarp: "RARP",
  icmp: "ICMP",
  icmpv6: "ICMPv6",
  igmp: "IGMP",
  sctp: "SCTP",
  dccp: "DCCP",
  ospf: "OSPF",
  eigrp: "EIGRP",
  pim: "PIM",
  rsvp: "RSVP",
  vrrp: "VRRP",
  ipx: "IPX",
  lldp: "LLDP",
  eapol: "EAPOL",
} as const;
