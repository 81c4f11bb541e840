import { ACK, CWR, ECE, FIN, PSH, RST, SYN, URG } from "../../../segments/flags.ts";
import type { LineContext, PacketLine } from "./line-context.ts";
import { blankSegment } from "./text-segment.ts";

const FLAGS: Readonly<Record<string, number>> = {
  CWR,
  ECE,
  URG,
  ACK,
  PSH,
  RST,
  SYN,
  FIN,
};
/**
 * `IN=eth0 OUT= MAC=… SRC=192.0.2.10 DST=198.51.100.1 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=54321 DF PROTO=TCP SPT=51000
 * DPT=443 SEQ=1000 ACK=0 `, as `nf_log_syslog` of Linux prints it; IPv6 has `TC=0 HOPLIMIT=64 FLOWLBL=0`.
 */
const CORE =
  /\bIN=\S{0,20} OUT=\S{0,20} .{0,300}?\bSRC=(\S{3,45}) DST=(\S{3,45}) LEN=(\d{1,6}) (.{0,200}?)\bPROTO=TCP SPT=(\d{1,5}) DPT=(\d{1,5}) SEQ=(\d{1,10}) ACK=(\d{1,10}) /;
/** `WINDOW=29200 RES=0x00 ACK PSH URGP=0 OPT (0101080A…)`. */
const REST =
  /WINDOW=(\d{1,5}) RES=0x[0-9a-f]{2} ((?:[A-Z]{3} )*)URGP=(\d{1,5})(?: OPT \(([0-9A-Fa-f]{0,80})\))?/y;
const TCP_HEADER = 20;
const IPV4_HEADER = 20;
const IPV6_HEADER = 40;

/**
 * A line of the LOG target of iptables and nftables with sequence numbers (`--log-tcp-sequence`, `log flags tcp
 * sequence`). Numbers are as on the wire. How long the data is can be told where options are printed, too, or where
 * there is room for none.
 */
export function readNetfilterLine(line: string, lineNumber: number, context: LineContext): PacketLine | null {
  const match = CORE.exec(line);
  if (match === null) return null;
  const [all, source = "", destination = "", total = "", ip = "", from = "", to = "", sequence, number] =
    match;
  REST.lastIndex = match.index + all.length;
  const [rest, window, flags = "", urgent, options] = REST.exec(line) ?? [];
  if (rest === undefined) return null;
  const segment = blankSegment(lineNumber, context.endpoints.of(source, from, destination, to));
  segment.numbering = "absolute";
  segment.sequence = Number(sequence);
  for (const name of flags.trim().split(" ")) segment.flags |= FLAGS[name] ?? 0;
  segment.acknowledgment = (segment.flags & ACK) === 0 ? null : Number(number);
  segment.window = Number(window);
  segment.urgent = Number(urgent);
  segment.ttl = Number(/\b(?:TTL|HOPLIMIT)=(\d{1,3})\b/.exec(ip)?.[1] ?? 0);
  const id = /\bID=(\d{1,5})\b/.exec(ip)?.[1];
  segment.ipId = id === undefined ? null : Number(id);
  if (options !== undefined) {
    segment.optionsAt = context.options.length;
    for (let at = 0; at < options.length; at += 2) {
      context.options.octet(Number.parseInt(options.slice(at, at + 2), 16));
    }
    segment.optionsLength = context.options.length - segment.optionsAt;
  }
  const ipHeader = source.includes(":") ? IPV6_HEADER : IPV4_HEADER;
  const behindHeaders = Number(total) - ipHeader - TCP_HEADER - segment.optionsLength;
  const isKnown = !ip.includes("OPT (") && (options !== undefined || behindHeaders <= 0);
  segment.length = isKnown ? Math.max(0, behindHeaders) : null;
  return {
    segment,
    coreFrom: match.index,
    end: match.index + all.length + rest.length,
    completeness: "whole",
    doubts: 0,
  };
}
