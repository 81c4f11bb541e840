import type { Values } from "./refusals.ts";

/** What could not be read, or was read with doubt. By code of `capture`. */
export const warnings: Readonly<Record<string, (values: Values) => string>> = {};

/** The sentence for a warning; a code without its own sentence is shown as it is. */
export function wordWarning({
  code,
  values = {},
}: {
  readonly code: string;
  readonly values?: Values;
}): string {
  return warnings[code]?.(values) ?? code;
}

/** Records that hold no TCP segment, by the reason that `capture` counts them under. */
export const skippedReasons: Readonly<Record<string, string>> = {
  udp: "UDP",
  arp: "ARP",
  icmp: "ICMP",
  icmpv6: "ICMPv6",
  igmp: "IGMP",
  "not-ip": "not IP",
  llc: "LLC",
  malformed: "malformed",
  "ip-fragment": "IP fragments",
  "other-protocol": "other protocols",
  "tcpdump-quiet": "lines of tcpdump -q",
  cut: "cut before the TCP header",
  socket: "lines of ss or netstat",
};

export function wordSkipped(reason: string): string {
  return skippedReasons[reason] ?? reason;
}
