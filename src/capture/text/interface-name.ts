/** `lo    In  IP `, `eth0  Out IP6 `, `?     B   ARP`: -i any with LINUX_SLL2. */
const SLL2 = /(?:^|\s)([^\s:()]{1,32})\s{1,8}(?:In|Out|B|M|P)\s{1,4}(?=$|IP|ARP|ifindex|ethertype)/;
/** `(en0, proc curl:1, svc BE, out)`: macOS -k. */
const PKTAP = /\(([\w.-]{1,20}), (?:proc|eproc|svc|in|out)\b/;
/** `rule 10/(match) pass in on em0: `: pflog. */
const PFLOG = /\b(?:in|out) on ([\w.-]{1,20}): /;
/** `port1 in `, `wan1 out `: FortiGate. */
const FORTIGATE = /(?:^|\s)([^\s:()]{1,32}) (?:in|out) $/;

/** The interface that the text before a packet names; null if it names none. */
export function readInterfaceName(prefix: string): string | null {
  const match = SLL2.exec(prefix) ?? PKTAP.exec(prefix) ?? PFLOG.exec(prefix) ?? FORTIGATE.exec(prefix);
  const name = match?.[1];
  return name === undefined || name === "?" ? null : name;
}
