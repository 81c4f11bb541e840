import { addressOctets } from "../../../segments/address-octets.ts";
import { ACK, AE, CWR, ECE, FIN, PSH, RST, SYN, URG } from "../../../segments/flags.ts";
import type { SegmentFields, SegmentTableBuilder } from "../../../segments/segment-table-builder.ts";
import { Mark } from "../../../segments/segment-table.ts";
import type { ReadReport } from "../../read-report.ts";
import type { SkipReason } from "../../reading-codes.ts";

/** What tshark tells of one packet, by the names of Wireshark's fields. Of several values the innermost. */
export type PacketFields = (name: string) => string | undefined;

/** A packet that an ICMP error quotes, beside the fields of the error itself. */
export interface QuotedPacket {
  readonly error: PacketFields;
  readonly quoted: PacketFields;
}

const FLAG_FIELDS: readonly (readonly [name: string, bit: number])[] = [
  ["tcp.flags.fin", FIN],
  ["tcp.flags.syn", SYN],
  ["tcp.flags.reset", RST],
  ["tcp.flags.push", PSH],
  ["tcp.flags.ack", ACK],
  ["tcp.flags.urg", URG],
  ["tcp.flags.ece", ECE],
  ["tcp.flags.cwr", CWR],
  ["tcp.flags.ae", AE],
];
const CONTROL_BITS = 0x01ff;
const MOST_OPTIONS = 40;
const UNREACHABLE = { 4: 3, 6: 1 } as const;
/** Packets that wait until a SYN shows what their numbers count from. */
const MOST_WAITING = 2000;
/** Relative numbers are hardly larger; absolute ones hardly all smaller. */
const SURELY_ABSOLUTE = 2 ** 28;
/** Protocols of packets without TCP, as `frame.protocols` names them. */
const PROTOCOLS: Readonly<Record<string, SkipReason>> = {
  arp: "arp",
  udp: "udp",
  icmp: "icmp",
  icmpv6: "icmpv6",
  sctp: "sctp",
};

/** A segment whose numbers are as tshark prints them, relative or not. */
interface Waiting {
  readonly fields: SegmentFields;
  readonly hasRaw: boolean;
}

/**
 * Makes segments of what tshark prints field by field. Numbers are those of the wire where it prints them
 * (`tcp.seq_raw`); otherwise the first SYN shows whether they are relative.
 */
export class TsharkSegments {
  private readonly builder: SegmentTableBuilder;
  private readonly report: ReadReport;
  private waiting: Waiting[] | null = [];
  private isRelative = false;

  constructor(builder: SegmentTableBuilder, report: ReadReport) {
    this.builder = builder;
    this.report = report;
  }

  /** Takes the next packet. @param quoted of an ICMP error */
  take(fields: PacketFields, quoted: QuotedPacket | null = null): void {
    const { builder, report } = this;
    report.records++;
    const frame = Number(fields("frame.number") ?? report.records);
    const time = this.timeOf(fields);
    // tshark prints nine decimals; a clock of microseconds leaves zeros in the last three.
    if (time !== null) builder.noteTimeResolution(time % 1000n === 0n ? 1000 : 1);
    const relative = builder.noteRecordTime(time);
    if (quoted !== null) this.noteError(quoted, frame, relative);
    const segment = quoted === null && !isSample(fields) ? this.segmentOf(fields, frame, relative) : null;
    if (segment === null) report.skip(reasonOf(fields));
    else this.place(segment);
  }

  /** Ends the text. */
  finish(): void {
    this.decide(false);
  }

  private timeOf(fields: PacketFields): bigint | null {
    const epoch = nanoseconds(fields("frame.time_epoch"));
    const kind = epoch === null ? "relative" : "epoch";
    const time = epoch ?? nanoseconds(fields("frame.time_relative"));
    if (time !== null && this.builder.timeBase.kind === "none") this.builder.setTimeKind(kind);
    return time;
  }

  private segmentOf(fields: PacketFields, frame: number, time: number): Waiting | null {
    const flow = this.flowOf(fields);
    const flags = flagsOf(fields);
    const raw = fields("tcp.seq_raw");
    const sequence = number(raw ?? fields("tcp.seq"));
    if (flow === null || flags === null || sequence === null) return null;
    const acknowledgment = number(fields("tcp.ack_raw") ?? fields("tcp.ack"));
    const length = number(fields("tcp.len"));
    const window = number(fields("tcp.window_size_value"));
    const scaled = number(fields("tcp.window_size"));
    const options = hexOctets(fields("tcp.options")).subarray(0, MOST_OPTIONS);
    const ipId = number(fields("ip.id"));
    const segment = {
      frame,
      time,
      flow,
      sequenceNumber: sequence,
      acknowledgmentNumber: acknowledgment ?? 0,
      payloadLength: length ?? 0,
      window: window ?? scaled ?? 0,
      flags,
      marks:
        (length === null ? Mark.LengthUnknown : 0) |
        (window === null ? (scaled === null ? Mark.WindowUnknown : Mark.WindowScaled) : 0) |
        (acknowledgment === null && (flags & ACK) !== 0 ? Mark.AcknowledgmentUnknown : 0),
      ipId: ipId ?? undefined,
      ttl: number(fields("ip.ttl") ?? fields("ipv6.hlim")) ?? 0,
      octets: options,
      optionsAt: 0,
      optionsLength: options.length,
      urgentPointer: number(fields("tcp.urgent_pointer")) ?? 0,
    };
    return { fields: segment, hasRaw: raw !== undefined };
  }

  private flowOf(fields: PacketFields): number | null {
    const isV6 = isInnermostV6(fields);
    const source = fields(isV6 ? "ipv6.src" : "ip.src");
    const destination = fields(isV6 ? "ipv6.dst" : "ip.dst");
    const [from, to] = [number(fields("tcp.srcport")), number(fields("tcp.dstport"))];
    if (source === undefined || destination === undefined || from === null || to === null) return null;
    if (addressOctets(source) === null || addressOctets(destination) === null) return null;
    return this.builder.flows.internEndpoints(
      { address: source, port: from },
      { address: destination, port: to },
    );
  }

  private place(segment: Waiting): void {
    if (this.waiting === null) {
      this.append(segment);
      return;
    }
    this.waiting.push(segment);
    const isSyn = (segment.fields.flags & SYN) !== 0;
    const isLarge = segment.fields.sequenceNumber >= SURELY_ABSOLUTE;
    if (segment.hasRaw || isLarge) this.decide(false);
    else if (isSyn) this.decide(segment.fields.sequenceNumber === 0);
    else if (this.waiting.length >= MOST_WAITING) this.decide(true);
  }

  private decide(isRelative: boolean): void {
    if (this.waiting === null) return;
    this.isRelative = isRelative;
    const { waiting } = this;
    this.waiting = null;
    for (const segment of waiting) this.append(segment);
  }

  private append({ fields, hasRaw }: Waiting): void {
    const relative = hasRaw || !this.isRelative ? 0 : Mark.SequenceRelative | Mark.AcknowledgmentRelative;
    this.builder.append({ ...fields, marks: (fields.marks ?? 0) | relative });
  }

  private noteError({ error, quoted }: QuotedPacket, frame: number, time: number): void {
    const version = isInnermostV6(quoted) ? 6 : 4;
    const type = number(error(version === 4 ? "icmp.type" : "icmpv6.type"));
    const code = number(error(version === 4 ? "icmp.code" : "icmpv6.code"));
    const reporter = error(isInnermostV6(error) ? "ipv6.src" : "ip.src");
    const sequenceNumber = number(quoted("tcp.seq_raw") ?? quoted("tcp.seq"));
    const flow = this.flowOf(quoted);
    if (type !== UNREACHABLE[version] || code === null || reporter === undefined) return;
    if (sequenceNumber === null || flow === null) return;
    this.builder.icmpErrors.push({ frame, time, version, type, code, reporter, flow, sequenceNumber });
  }
}

/** Whether the address that counts is one of IPv6: in a tunnel there may be both. */
function isInnermostV6(fields: PacketFields): boolean {
  if (fields("ipv6.src") === undefined || fields("ip.src") === undefined)
    return fields("ipv6.src") !== undefined;
  const layers = (fields("frame.protocols") ?? "").split(":");
  return layers.lastIndexOf("ipv6") > layers.lastIndexOf("ip");
}

function flagsOf(fields: PacketFields): number | null {
  const bits = number(fields("tcp.flags"));
  if (bits !== null) return bits & CONTROL_BITS;
  const known = FLAG_FIELDS.filter(([name]) => fields(name) !== undefined);
  if (known.length === 0) return null;
  return known.reduce(
    (sum, [name, bit]) => (/^(?:1|true|set)$/iu.test(fields(name) ?? "") ? sum | bit : sum),
    0,
  );
}

/** Whether the packet reports samples of others (sFlow), whose headers tshark prints like its own. */
function isSample(fields: PacketFields): boolean {
  return /:sflow:/u.test(fields("frame.protocols") ?? "");
}

function reasonOf(fields: PacketFields): SkipReason {
  const layers = (fields("frame.protocols") ?? "").split(":");
  const known = layers.findLast((layer) => Object.hasOwn(PROTOCOLS, layer));
  return (known === undefined ? undefined : PROTOCOLS[known]) ?? "other-protocol";
}

/** A decimal or hexadecimal number; null for anything else. */
function number(text: string | undefined): number | null {
  return text !== undefined && /^(?:0x[0-9a-f]{1,8}|\d{1,10})$/iu.test(text) ? Number(text) : null;
}

/** `1795230483.258375000` → nanoseconds. */
function nanoseconds(text: string | undefined): bigint | null {
  const [, sign = "", seconds, fraction = ""] = /^(-?)(\d{1,11})(?:\.(\d{1,12}))?$/u.exec(text ?? "") ?? [];
  if (seconds === undefined) return null;
  const size = BigInt(seconds) * 1_000_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, "0"));
  return sign === "" ? size : -size;
}

/** `020405b4`, `02:04:05:b4` → octets. */
function hexOctets(text = ""): Uint8Array {
  const digits = text.replaceAll(":", "");
  if (!/^(?:[0-9a-f]{2})+$/iu.test(digits)) return new Uint8Array(0);
  return Uint8Array.from(digits.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}
