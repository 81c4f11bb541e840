/** The network header as `-v` prints it. */
export interface IpHead {
  readonly ttl: number;
  readonly id: number | null;
  /** The head says that TCP follows. */
  readonly isTcp: boolean;
}

/**
 * `(tos 0x0, ttl 64, id 1001, offset 0, flags [DF], proto TCP (6), length 60)`; 3.8 prints `ttl  64` and no
 * proto, 3.9 `proto: TCP (6), length: 60`; IPv6 `(class 0x20, flowlabel 0x8ad33, hlim 64, next-header TCP (6)
 * payload length: 40)`.
 */
const HOPS = /\b(?:ttl|hlim) {1,3}(\d{1,3})/g;
const IDENTIFICATION = /\bid (\d{1,5}), offset/g;

/**
 * The line above each packet of pktmon: `PktGroupId 562949953421315, PktNumber 1, Appearance 2, Direction Tx , …`. A
 * packet appears at each component that it passes, every time with the same two numbers.
 */
const PKTMON = /\bPktGroupId (\d{1,20}), PktNumber (\d{1,10}),/;

/** Which packet the head names, the same at each of its appearances; null if it names none. */
export function packetNamed(head: string): string | null {
  const match = head.includes("PktGroupId") ? PKTMON.exec(head) : null;
  return match === null ? null : `${match[1]} ${match[2]}`;
}

/** The innermost head in `text`; null if there is none. */
export function readIpHead(text: string): IpHead | null {
  if (!text.includes("(tos ") && !text.includes("hlim ")) return null;
  const ttl = lastNumber(HOPS, text);
  if (ttl === null) return null;
  const isTcp = text.includes("TCP (6)") || !/proto|next-header/.test(text);
  return { ttl, id: lastNumber(IDENTIFICATION, text), isTcp };
}

/** Whether the line is, or ends with, the head of a packet whose body stands on the next line. */
export function isHeadLine(line: string): boolean {
  if (packetNamed(line) !== null) return true;
  return line.endsWith(")") && /\(tos 0x[0-9a-f]{1,2}[^()]{0,24},? ttl\s{1,2}\d/.test(line);
}

function lastNumber(expression: RegExp, text: string): number | null {
  let last: number | null = null;
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text))
    last = Number(match[1]);
  return last;
}

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
