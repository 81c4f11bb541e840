import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import type { ReadReport, Refusal } from "../read-report.ts";
import { CapturedCount } from "./captured-count.ts";
import { cleanLine } from "./clean-line.ts";
import { readPacketLine } from "./dialects.ts";
import { EndpointCache } from "./endpoint-cache.ts";
import { HexRows, isHexRow, startsPacket } from "./hex-rows.ts";
import { readInterfaceName } from "./interface-name.ts";
import { type IpHead, isHeadLine, readIpHead } from "./ip-head.ts";
import { joinLines } from "./join-lines.ts";
import type { LineContext, OtherPacketLine, PacketLine } from "./line-context.ts";
import { OptionWriter } from "./option-writer.ts";
import { classifyOtherLine, isPacket } from "./other-lines.ts";
import { type EndsPlace, endsAround } from "./packet-core.ts";
import { PayloadLines } from "./payload-lines.ts";
import { MOST_JOINS, type PendingPacket } from "./pending-packet.ts";
import { readPlainTcpdumpLine } from "./plain-tcpdump-line.ts";
import { refuseText } from "./refuse-text.ts";
import { SegmentCollector } from "./segment-collector.ts";
import { splitReflowed } from "./split-reflowed.ts";
import { TextBatch } from "./text-batch.ts";
import { readStamp, type TimeStamp } from "./time-stamp.ts";
import { WiresharkCsv } from "./wireshark-csv.ts";
import { isFrameLine, WiresharkDetails } from "./wireshark-details.ts";
import { isWrappedStart } from "./wrapped-start.ts";

/** The head that `-v` prints on a line of its own. */
interface PendingHead {
  readonly line: number;
  readonly stamp: TimeStamp | null;
  readonly interfaceName: string | null;
  readonly head: IpHead | null;
  /** The head of a packet that an ICMP error quotes. */
  readonly isQuoted: boolean;
}

/** The start of a packet line that was wrapped before anything of TCP was printed. */
interface Fragment {
  readonly text: string;
  readonly line: number;
}

const LOOKS_LIKE_PACKET = />.{0,200}(?:Flags ?\[|[\s,](?:seq|ack|win) \d)/;
/** Protocols whose payload is printed on a line of its own, without a time. */
const TUNNEL = /\b(?:VXLAN|Geneve|GREv\d|NVGRE|OTV|LISP|GTP|L2TP|MPLS|Teredo)\b/i;
/** What stands before a packet that an ICMP error quotes on its own line. */
const QUOTING = /\bicmp6?[ :,].{0,200}(?:unreachable|exceeded|quench|problem|redirect)/i;

/**
 * Reads the lines of a text in order and finds the packets among them, whatever stands around them. Lines are
 * recognised one by one: a paste may mix dialects and prose.
 */
export class TextDump implements LineContext {
  readonly endpoints = new EndpointCache();
  readonly options = new OptionWriter();
  private readonly builder: SegmentTableBuilder;
  private readonly report: ReadReport;
  private readonly collector: SegmentCollector;
  private readonly csv = new WiresharkCsv();
  private readonly details = new WiresharkDetails(this);
  private readonly payload = new PayloadLines();
  private pending: PendingPacket | null = null;
  /** The pending packet has expanded details. */
  private isDetailed = false;
  private head: PendingHead | null = null;
  private fragment: Fragment | null = null;
  private isElided = false;
  private readonly captured = new CapturedCount();

  constructor(builder: SegmentTableBuilder, report: ReadReport) {
    this.builder = builder;
    this.report = report;
    this.collector = new SegmentCollector(report, new TextBatch(builder, report, this.options), this);
  }

  /** Takes the next line, raw. */
  line(raw: string, number: number): void {
    const plain = this.payload.isOpen ? null : readPlainTcpdumpLine(raw, number, this);
    if (plain === null) {
      this.anyLine(raw, number);
      return;
    }
    if (this.fragment !== null) this.endFragment();
    this.startPacket(plain, raw, number);
  }

  private anyLine(raw: string, number: number): void {
    const line = cleanLine(raw);
    if (line === "") {
      this.endFragment();
      return;
    }
    if (this.payload.holds(line)) return;
    const pieces = splitReflowed(line);
    if (pieces === null) this.piece(line, number);
    else for (const piece of pieces) this.piece(piece, number);
  }

  /** Hands on all that still waits. Returns a refusal when the text held no segment at all. */
  finish(): Refusal | null {
    this.endFragment();
    this.endPacket();
    this.endHead();
    this.collector.flush();
    const missing = this.captured.compare(this.report.records);
    if (missing !== null) this.report.warn(missing);
    if (this.builder.length > 0) return null;
    return refuseText(this.collector.others);
  }

  private piece(line: string, number: number): void {
    if (isHexRow(line)) {
      this.takeHex(line, number);
      return;
    }
    const { pending } = this;
    if (pending !== null) {
      if (pending.lastLine + 1 === number && pending.hex === null && this.payload.open(line, pending.stamp))
        return;
    }
    if (isFrameLine(line)) {
      this.startDetails(line, number);
      return;
    }
    const packet = readPacketLine(line, number, this);
    if (packet !== null) {
      this.endFragment();
      this.startPacket(packet, line, number);
    } else if (this.csv.takeHeader(line)) this.endPacket();
    else if (!this.takeCsv(line, number)) this.takeUnread(line, number);
  }

  /** Octets of the packet above; those of another one if they start again. */
  private takeHex(line: string, number: number): void {
    const isAnother = this.pending === null || (this.pending.hex !== null && startsPacket(line));
    if (isAnother) {
      const packet = { segment: null, kind: "octets", endpoints: null, coreFrom: 0, protocol: "" } as const;
      this.startPacket(packet, line, number);
    }
    if (this.pending === null) return;
    this.pending.hex ??= new HexRows();
    this.pending.hex.take(line);
  }

  /** The outer packet of a tunnel, if it stands in the line above: it counts once, with what it carries. */
  private takeTunnel(number: number): PendingHead | null {
    const { pending } = this;
    if (pending === null || pending.packet.segment !== null || pending.lastLine + 1 !== number) return null;
    if (pending.hex !== null || !TUNNEL.test(pending.text)) return null;
    this.pending = null;
    return {
      line: pending.line,
      stamp: pending.stamp,
      interfaceName: pending.interfaceName,
      head: null,
      isQuoted: false,
    };
  }

  /** Whether a packet without a time is the one that the ICMP error above quotes. */
  private isQuoteOf(line: string, stamp: TimeStamp | null): boolean {
    const { pending } = this;
    if (stamp !== null || pending === null || pending.packet.segment !== null) return false;
    return pending.packet.kind === "icmp" && (/^\s/.test(line) || pending.stamp !== null);
  }

  private startPacket(packet: PacketLine | OtherPacketLine, line: string, number: number): void {
    if (packet.segment !== null && this.isQuoted(packet, line)) {
      this.endPacket();
      this.head = null;
      this.collector.takeQuoted(packet.segment);
      return;
    }
    const read = packet.segment?.stamp ?? null;
    const prefix = read === null ? line.slice(0, packet.coreFrom) : "";
    const stamp = read ?? readStamp(prefix);
    const head = read === null ? readIpHead(prefix) : null;
    const outer = stamp === null ? (this.takeTunnel(number) ?? this.head) : null;
    this.endPacket();
    if (outer !== this.head) this.endHead();
    this.head = null;
    this.pending = {
      packet,
      text: line,
      line: number,
      lastLine: number,
      stamp: stamp ?? outer?.stamp ?? null,
      interfaceName: (read === null ? readInterfaceName(prefix) : null) ?? outer?.interfaceName ?? null,
      ttl: (head ?? outer?.head)?.ttl ?? 0,
      ipId: (head ?? outer?.head)?.id ?? null,
      isElidedBefore: this.isElided,
      hex: null,
      joinsLeft: MOST_JOINS,
    };
    this.isElided = false;
  }

  /** `ICMP 10.0.0.2 tcp port 80 unreachable for 10.0.0.1.5 > 10.0.0.2.80: S …`, or below the error on a line of its own. */
  private isQuoted({ segment, coreFrom }: PacketLine, line: string): boolean {
    if (segment.stamp !== null) return false;
    const prefix = line.slice(0, coreFrom);
    if (this.head?.isQuoted === true || QUOTING.test(prefix)) return true;
    return this.pending !== null && this.isQuoteOf(line, readStamp(prefix));
  }

  private takeCsv(line: string, number: number): boolean {
    const row = this.csv.read(line, number, this);
    if (row === null) return false;
    this.startPacket(row.packet, "", number);
    if (this.pending !== null) this.pending = { ...this.pending, text: line, stamp: row.stamp, joinsLeft: 0 };
    return true;
  }

  /** Details belong to the row above them, or are a packet of their own. */
  private startDetails(line: string, number: number): void {
    const { pending } = this;
    const isBelowRow =
      pending !== null && !this.isDetailed && pending.hex === null && pending.lastLine + 4 >= number;
    if (!isBelowRow) {
      const packet = { segment: null, kind: "details", endpoints: null, coreFrom: 0, protocol: "" } as const;
      this.startPacket(packet, line, number);
    }
    this.isDetailed = true;
    this.details.open(number);
  }

  private takeUnread(line: string, number: number): void {
    if (this.details.isOpen && this.details.take(line)) return;
    if (isHeadLine(line)) {
      this.startHead(line, number);
      return;
    }
    if (this.join(line, number)) return;
    this.takeOther(line, number);
  }

  private startHead(line: string, number: number): void {
    const stamp = readStamp(line);
    const isQuoted = this.isQuoteOf(line, stamp);
    const outer = stamp === null ? (this.takeTunnel(number) ?? this.head) : null;
    this.endPacket();
    if (outer !== this.head) this.endHead();
    this.head = {
      line: number,
      stamp: stamp ?? outer?.stamp ?? null,
      interfaceName: readInterfaceName(line.slice(0, line.indexOf("(tos"))) ?? outer?.interfaceName ?? null,
      head: readIpHead(line),
      isQuoted,
    };
  }

  /** Joins a wrapped line to the packet above it, or to the start of one. */
  private join(line: string, number: number): boolean {
    const { pending, fragment } = this;
    if (fragment !== null) return this.joinFragment(fragment, line, number);
    if (pending === null || pending.packet.segment === null || pending.joinsLeft === 0) return false;
    if (pending.packet.completeness === "whole" || pending.lastLine + 1 !== number || pending.hex !== null)
      return false;
    const joined = joinLines(pending.text, line, pending.packet.end, pending.line, this);
    pending.joinsLeft = joined === null ? 0 : pending.joinsLeft - 1;
    if (joined === null) return false;
    pending.packet = joined.packet;
    pending.text = joined.text;
    pending.lastLine = number;
    return true;
  }

  private joinFragment(fragment: Fragment, line: string, number: number): boolean {
    const joined = joinLines(fragment.text, line, 0, fragment.line, this);
    if (joined === null) {
      this.endFragment();
      return false;
    }
    this.fragment = null;
    this.startPacket(joined.packet, joined.text, fragment.line);
    if (this.pending !== null) this.pending.lastLine = number;
    return true;
  }

  /** The start of a packet that did not go on: whatever else it is. */
  private endFragment(): void {
    const { fragment } = this;
    this.fragment = null;
    if (fragment !== null) this.classify(fragment.text, fragment.line);
  }

  private takeOther(line: string, number: number): void {
    if (isWrappedStart(line)) {
      this.endPacket();
      this.fragment = { text: line, line: number };
    } else this.classify(line, number);
  }

  private classify(line: string, number: number): void {
    const kind = classifyOtherLine(line, this.head !== null);
    if (isPacket(kind)) {
      const arrow = line.indexOf(">");
      const place = kind === "tcpdump-quiet" ? endsOf(line) : null;
      const endpoints = place === null ? null : this.endpoints.ofPlace(place);
      const coreFrom = place?.from ?? (arrow < 0 ? 40 : arrow);
      this.startPacket({ segment: null, kind, endpoints, coreFrom, protocol: "" }, line, number);
      return;
    }
    if (kind === "elision") this.isElided = true;
    else this.collector.count(kind);
    if (kind !== "prose") return;
    this.captured.take(line, number);
    if (LOOKS_LIKE_PACKET.test(line)) this.collector.warnOfLine(number, line, "not-understood");
  }

  /** A head whose body is no TCP segment: a packet of another protocol. */
  private endHead(): void {
    if (this.head === null) return;
    const { stamp } = this.head;
    this.head = null;
    this.collector.takeHeadAlone(stamp);
  }

  private endPacket(): void {
    const { pending } = this;
    const details = this.isDetailed ? this.details.close() : null;
    this.isDetailed = false;
    this.pending = null;
    if (pending !== null) this.collector.take(pending, details);
  }
}

function endsOf(line: string): EndsPlace | null {
  for (let arrow = line.indexOf(">"); arrow >= 0; arrow = line.indexOf(">", arrow + 1)) {
    const place = endsAround(line, arrow);
    if (place !== null && line.startsWith(" tcp ", place.after)) return place.ends;
  }
  return null;
}
