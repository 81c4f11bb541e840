import { PROTOCOL_NAMES } from "../base/protocol-names.ts";

/** Words for reasons of `ReadReport.skipped`, where the reason itself is no good word. */
const NAMES: Readonly<Record<string, string>> = {
  ...PROTOCOL_NAMES,
  esp: "encrypted (ESP)",
  llc: "LLC (spanning tree and the like)",
  "not-ip": "not IP",
  "other-ip-protocol": "other IP protocols",
  "ip-fragment": "parts of fragmented datagrams",
  "ppp-control": "PPP control",
  "slow-protocols": "LACP and other slow protocols",
  "ipv6-no-next-header": "IPv6 without contents",
  cut: "cut before the TCP header",
  "tcpdump-quiet": "lines of tcpdump -q",
  "hidden-tcp": "TCP hidden by a summary",
  "other-protocol": "other protocols",
  restated: "written twice",
  "seen-on-two-interfaces": "seen on two interfaces",
  "port-out-of-range": "with a port above 65535",
  "unknown-interface": "from an interface that the file does not describe",
};

/** `4 records (3 UDP, 1 ARP)`, the most frequent first, from `records` and the counts beside it. */
export function describeCounts(values: Readonly<Record<string, string | number>>): string {
  const { records = 0, ...rest } = values;
  const parts = Object.entries(rest)
    .toSorted(([, a], [, b]) => Number(b) - Number(a))
    .map(([reason, count]) => `${count} ${describeSkipped(reason)}`);
  const list = parts.length > 0 ? ` (${parts.join(", ")})` : "";
  return `${records} ${Number(records) === 1 ? "record" : "records"}${list}`;
}

/** Words for one reason of `ReadReport.skipped`: `UDP`, `of link type 195, which is not supported` … */
function describeSkipped(reason: string): string {
  const linkType = /^link-type-(\d+)$/.exec(reason);
  if (linkType !== null) return `of link type ${linkType[1]}, which is not supported`;
  return NAMES[reason] ?? reason.replaceAll("-", " ");
}
