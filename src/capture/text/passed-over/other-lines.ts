import type { ForeignText } from "../../reading-codes.ts";
import { foreignProgramOf } from "./foreign-lines.ts";

/** The kind of a packet line without a TCP segment. It is also the reason under which the line is counted. */
type OtherPacket =
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
  | "details";

/** The kind of a line without a TCP segment. */
export type OtherLine =
  | OtherPacket
  | ForeignText
  /** It shows the flags of a TCP segment, but cannot be read. */
  | "unread"
  | "socket"
  | "export"
  /** Octets without a packet line. */
  | "octets"
  | "elision"
  | "prose";

const STAMPED = /\d:\d\d|\d\.\d{6}|^\s{0,20}(?:IP6?|ARP|\S+\s+(?:In|Out|B|M|P)\s)/;
const ELISION =
  /^[\s#>/*|]{0,12}(?:\.{3,}|…+|\[(?:\.{3}|…)\]|<?\(?snip\)?>?|\(\.{3}\)|[-=]*8<[-=\s8<]*)\s*$/i;
const SOCKET =
  /^\s{0,8}(?:tcp|udp)(?:6|46)?\s+\d+\s+\d+\s+\S+:\S+\s+\S+:\S+|^\s{0,8}(?:ESTAB|LISTEN|SYN-SENT|SYN-RECV|FIN-WAIT-[12]|TIME-WAIT|CLOSE-WAIT|LAST-ACK|CLOSING|UNCONN)\s+\d+\s+\d+\s/;

/** `: Flags [S]`, `[SYN, ACK] Seq=`. */
const SHOWS_FLAGS = /: ?Flags ?\[|\[(?:FIN|SYN|RST|PSH|ACK)[^\]]{0,40}\] Seq=/;

const PACKETS: ReadonlySet<OtherLine> = new Set<OtherPacket>([
  "tcpdump-quiet",
  "hidden-tcp",
  "cut",
  "arp",
  "udp",
  "icmp",
  "igmp",
  "other-protocol",
  "details",
]);

/**
 * Tells what a line without a TCP segment is. `line` is clean; none of the dialects read it.
 *
 * @param isBody the line stands below the head that `-v` prints
 */
export function classifyOtherLine(line: string, isBody: boolean): OtherLine {
  if (line.length < 80 && ELISION.test(line)) return "elision";
  if (SHOWS_FLAGS.test(line)) return "unread";
  if (SOCKET.test(line)) return "socket";
  const program = foreignProgramOf(line);
  if (program !== null) return program;
  if (/^\s{0,40}(?:<pdml|<packet>|<\?xml|\[\s{0,8}\{|"_index"|"_source"|\{"index")/.test(line))
    return "export";
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
export function isPacket(kind: OtherLine): kind is OtherPacket {
  return PACKETS.has(kind);
}
