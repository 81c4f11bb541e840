import type { LineContext, OtherPacketLine, PacketLine } from "../dialects/line-context.ts";
import type { OtherLine } from "../dialects/other-lines.ts";
import { blankSegment } from "../dialects/text-segment.ts";
import { findWiresharkInfo, readWiresharkValues, type WiresharkInfo } from "./wireshark-info.ts";

/** `SRC → DST PROTO LEN `, arrows also `->`; without arrow in Wireshark's plain text export. */
const ENDS_WITH_ARROW =
  /(\S{1,64})\s{1,16}(?:→|->)\s{1,16}(\S{1,64})\s{1,16}([A-Z][\w./+-]{1,20})\s{1,16}(\d{1,6})(?=\s|$)/;
const ENDS_IN_COLUMNS =
  /^\s{0,12}\d{1,9}\s{1,16}\S{1,40}(?:\s\d\d:\d\d:\d\d\S{0,12})?\s{1,32}(\S{3,64})\s{1,64}(\S{3,64})\s{1,64}([A-Z][\w./+-]{1,20})\s{1,16}(\d{1,6})(?=\s|$)/;

/** Protocols over something else than TCP, as Wireshark's column names them; versions follow the name. */
const NOT_TCP: readonly (readonly [name: RegExp, kind: OtherLine])[] = [
  [/^ARP|^RARP/, "arp"],
  [/^ICMP/, "icmp"],
  [/^IGMP/, "igmp"],
  [
    /^(?:UDP|DNS|MDNS|LLMNR|NBNS|NTP|DHCP|BOOTP|SSDP|QUIC|GQUIC|SNMP|SYSLOG|TFTP|RADIUS|RTP|RTCP|STUN|ISAKMP|DTLS|WireGuard|VXLAN|GTP|BROWSER|MPTCPUDP)/i,
    "udp",
  ],
  [
    /^(?:STP|RSTP|LLDP|CDP|LOOP|EAPOL|OSPF|VRRP|PIM|SCTP|ESP|AH|GRE|IPv4|IPv6|IP|802\.11|0x[0-9a-f]{4}|PPP|LLC|EIGRP|HSRP|LACP|DCCP)/i,
    "other-protocol",
  ],
];

/**
 * One row of tshark's or Wireshark's packet list: `1 0.000000 10.0.0.1 → 10.0.0.2 TCP 74 39002 → 80 [SYN]
 * Seq=0 Win=64240 Len=0 MSS=1460`, blanks or tabs between the columns, number and time optional.
 */
export function readWiresharkLine(
  line: string,
  lineNumber: number,
  context: LineContext,
): PacketLine | OtherPacketLine | null {
  const info = line.includes("Seq=") ? findWiresharkInfo(line) : null;
  const columns = info === null ? line : line.slice(0, info.from + 1);
  const arrowed = ENDS_WITH_ARROW.exec(columns);
  const match = arrowed ?? ENDS_IN_COLUMNS.exec(columns);
  if (match === null) return null;
  const [, source = "", destination = "", protocol = ""] = match;
  const mayBeName = arrowed !== null || info !== null;
  if (!isAddress(source, mayBeName) || !isAddress(destination, mayBeName)) return null;
  const coreFrom = match.index + match[0].indexOf(source);
  return readRow({ source, destination, protocol, info, text: line }, lineNumber, coreFrom, context);
}

/** The columns that matter. */
export interface WiresharkRow {
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  /** null: the Info column does not speak of TCP. */
  readonly info: WiresharkInfo | null;
  /** What `info` points into. */
  readonly text: string;
}

/** A row whose columns are known, however they were separated. */
export function readRow(
  { source, destination, protocol, info, text }: WiresharkRow,
  lineNumber: number,
  coreFrom: number,
  context: LineContext,
): PacketLine | OtherPacketLine {
  if (info === null) {
    const kind = NOT_TCP.find(([name]) => name.test(protocol))?.[1] ?? "hidden-tcp";
    const endpoints = context.endpoints.of(source, null, destination, null);
    return { segment: null, kind, endpoints, coreFrom, protocol };
  }
  const segment = blankSegment(
    lineNumber,
    context.endpoints.of(source, info.sourcePort, destination, info.destinationPort),
  );
  segment.flags = info.flags;
  readWiresharkValues(text, info.valuesFrom, segment, context);
  return { segment, coreFrom, end: text.length, completeness: "whole", doubts: 0 };
}

/** Something with dots or colons, or a resolved name where more than columns tells that it is one. */
function isAddress(text: string, mayBeName: boolean): boolean {
  return /[.:]/.test(text) || (mayBeName && /^[\w-]{3,}$/.test(text));
}
