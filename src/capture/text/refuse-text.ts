import type { Refusal } from "../read-report.ts";
import type { OtherLine } from "./dialects/other-lines.ts";

/**
 * Kinds of lines and their refusals: the first kind in this list that the text holds decides (docs/text-formats.md
 * section 9).
 */
const REASONS: readonly (readonly [kinds: readonly OtherLine[], refusal: string])[] = [
  [["tcpdump-quiet"], "text-quiet"],
  [["hidden-tcp"], "text-hidden"],
  [["cut"], "text-cut"],
  [["arp", "udp", "icmp", "igmp", "other-protocol", "details"], "text-no-tcp"],
  [["socket"], "text-sockets"],
  [["export"], "text-export"],
  [["snoop-text"], "text-snoop"],
  [["zeek-log"], "text-zeek"],
  [["tcptrace"], "text-tcptrace"],
];

/** Refuses a text without a TCP segment by what it looks like; `lines` is how many of its lines do. */
export function refuseText(others: ReadonlyMap<OtherLine, number>): Refusal {
  for (const [kinds, kind] of REASONS) {
    const lines = kinds.reduce((sum, other) => sum + (others.get(other) ?? 0), 0);
    if (lines > 0) return { kind, values: { lines } };
  }
  const lines = (others.get("prose") ?? 0) + (others.get("octets") ?? 0);
  return { kind: "text-prose", values: { lines } };
}
