import type { LineContext, OtherPacketLine, PacketLine } from "../dialects/line-context.ts";
import { blankSegment } from "../dialects/text-segment.ts";
import type { OtherLine } from "../passed-over/other-lines.ts";
import { isAddress, readListColumns } from "./list-columns.ts";
import { findWiresharkInfo, readWiresharkValues, type WiresharkInfo } from "./wireshark-info.ts";

/** `SRC → DST PROTO LEN `, arrows also `->`; a switch and old versions print no length. */
const ENDS_WITH_ARROW =
  /(<[^<>]{1,64}>|\S{1,64})\s{1,16}(?:→|->)\s{1,16}(<[^<>]{1,64}>|\S{1,64})(?:\s{1,16}([A-Z][\w./+-]{1,20})(?:\s{1,16}(\d{1,6}))?)?(?=\s|$)/;
/** `SRC:PORT` and `SRC.PORT`, as people write them. */
const ADDRESS_AND_PORT = /^(.{2,60})[:.](\d{1,5})$/;

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
 * Seq=0 Win=64240 Len=0 MSS=1460`, blanks, tabs or bars between the columns, and any other columns among them.
 */
export function readWiresharkLine(
  line: string,
  lineNumber: number,
  context: LineContext,
): PacketLine | OtherPacketLine | null {
  const info = findWiresharkInfo(line);
  const columns = info === null ? line : line.slice(0, info.from + 1);
  const arrowed = ENDS_WITH_ARROW.exec(columns);
  if (arrowed !== null && joinsEnds(arrowed, info)) {
    const [match, source = "", destination = "", protocol = ""] = arrowed;
    const coreFrom = arrowed.index + match.indexOf(source);
    return readRow({ source, destination, protocol, info, text: line }, lineNumber, coreFrom, context);
  }
  const cells = readListColumns(columns, info);
  if (cells !== null) {
    const packet = readRow({ ...cells, info, text: line }, lineNumber, 0, context);
    if (packet.segment !== null) packet.segment.stamp = cells.stamp;
    return packet;
  }
  return info === null ? null : readEndsOfInfo(line, info, lineNumber, context);
}

/** Between addresses the arrow is that of a row; between names only beside ports or with all columns. */
function joinsEnds(
  [, source = "", destination = "", protocol, length]: RegExpExecArray,
  info: WiresharkInfo | null,
): boolean {
  const areAddresses = isAddress(source) && isAddress(destination);
  if (info !== null) return areAddresses || (isNameOfEnd(source) && isNameOfEnd(destination));
  if (protocol === undefined) return false;
  return areAddresses || (length !== undefined && isNameOfEnd(source) && isNameOfEnd(destination));
}

function isNameOfEnd(text: string): boolean {
  return /[.:<{[(]/.test(text) || /^[\w-]{3,}$/.test(text);
}

/** `192.0.2.1:51000 → 198.51.100.5:443 [SYN] Seq=0`: addresses and ports in one, and no columns. */
function readEndsOfInfo(
  line: string,
  info: WiresharkInfo,
  lineNumber: number,
  context: LineContext,
): PacketLine | OtherPacketLine | null {
  const source = ADDRESS_AND_PORT.exec(info.sourcePort);
  const destination = ADDRESS_AND_PORT.exec(info.destinationPort);
  if (source === null || destination === null) return null;
  const [[, from = "", sourcePort = ""], [, to = "", destinationPort = ""]] = [source, destination];
  const row = {
    source: from,
    destination: to,
    protocol: "TCP",
    info: { ...info, sourcePort, destinationPort },
    text: line,
  };
  return readRow(row, lineNumber, info.from, context);
}

/** The columns that matter. */
export interface WiresharkRow {
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  /** null: the Info column does not speak of TCP. */
  readonly info: WiresharkInfo | null;
  /** The text that `info` has indices into. */
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
  const completeness = segment.sequence === null && segment.acknowledgment === null ? "bare" : "whole";
  return { segment, coreFrom, end: text.length, completeness, doubts: 0 };
}
