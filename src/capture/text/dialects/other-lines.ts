/** The kind of a line without a TCP segment. It is also the reason under which the line is counted. */
export type OtherLine =
  /** tcpdump -q: neither flags nor numbers. */
  | "tcpdump-quiet"
  /** A Wireshark row whose summary speaks of an upper protocol instead of TCP. */
  | "hidden-tcp"
  /** tcpdump cut the packet before the TCP header. */
  | "cut"
  | "arp"
  | "udp"
  | "icmp"
  | "igmp"
  | "other-protocol"
  /** A frame of `tshark -V` without a TCP layer. */
  | "details"
  | "socket"
  | "export"
  /** Text of programs that print TCP in ways Synfin does not read. */
  | "snoop-text"
  | "zeek-log"
  | "tcptrace"
  /** Octets without a packet line. */
  | "octets"
  | "elision"
  | "prose";

const STAMPED = /\d:\d\d|\d\.\d{6}|^\s{0,20}(?:IP6?|ARP|\S+\s+(?:In|Out|B|M|P)\s)/;
const ELISION =
  /^[\s#>/*|]{0,12}(?:\.{3,}|…+|\[(?:\.{3}|…)\]|<?\(?snip\)?>?|\(\.{3}\)|[-=]*8<[-=\s8<]*)\s*$/i;
const SOCKET =
  /^\s{0,8}(?:tcp|udp)(?:6|46)?\s+\d+\s+\d+\s+\S+:\S+\s+\S+:\S+|^\s{0,8}(?:ESTAB|LISTEN|SYN-SENT|SYN-RECV|FIN-WAIT-[12]|TIME-WAIT|CLOSE-WAIT|LAST-ACK|CLOSING|UNCONN)\s+\d+\s+\d+\s/;

const NOT_PACKETS: ReadonlySet<OtherLine> = new Set<OtherLine>([
  "socket",
  "export",
  "snoop-text",
  "zeek-log",
  "tcptrace",
  "octets",
  "elision",
  "prose",
]);

/**
 * Tells what a line without a TCP segment is. `line` is clean; none of the dialects read it.
 *
 * @param isBody the line stands below the head that `-v` prints
 */
export function classifyOtherLine(line: string, isBody: boolean): OtherLine {
  if (line.length < 80 && ELISION.test(line)) return "elision";
  if (SOCKET.test(line)) return "socket";
  if (/^\s{0,40}(?:<pdml|<packet>|<\?xml|\[\s{0,8}\{|"_index"|"_source"|\{"index")/.test(line))
    return "export";
  if (/ -> \S{1,64} {1,16}TCP D=\d{1,5} S=\d{1,5}/.test(line)) return "snoop-text";
  if (/^#(?:separator|set_separator|fields|path)\s/.test(line)) return "zeek-log";
  if (/^TCP connection \d{1,9}:$|^\d{1,9} TCP connections? traced:?$/.test(line)) return "tcptrace";
  if (/ARP[, ]/.test(line) && /\b(?:who-has|is-at|Request|Reply)\b/.test(line)) return "arp";
  if (/\barp (?:who-has|reply)\b/.test(line)) return "arp";
  if (!line.includes(">")) return "prose";
  if (/>\s?[^\s<>]{1,300}: tcp \d+/.test(line)) return line.includes("[bad hdr") ? "cut" : "tcpdump-quiet";
  if (!isBody && !STAMPED.test(line)) return "prose";
  if (/>\s?[^\s<>]{1,300}:? ?\[\|(?:tcp|ip)/.test(line) || /truncated-ip6?\b/.test(line)) return "cut";
  if (/: (?:udp |UDP[, ])/.test(line)) return "udp";
  if (/: ICMP6?[, ]|: icmp6?: /i.test(line)) return "icmp";
  if (/: igmp\b/i.test(line)) return "igmp";
  return /\S > \S/.test(line) ? "other-protocol" : "prose";
}

/** Whether the line is a packet of some protocol: it counts as a record and its time counts. */
export function isPacket(kind: OtherLine): boolean {
  return !NOT_PACKETS.has(kind);
}
