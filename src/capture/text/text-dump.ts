import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import type { ReadReport, Refusal } from "../read-report.ts";
import { cleanLine } from "./clean-line.ts";
import { readPacketLine } from "./dialects.ts";
import { EndpointCache } from "./endpoint-cache.ts";
import { readInterfaceName } from "./interface-name.ts";
import { type IpHead, isHeadLine, readIpHead } from "./ip-head.ts";
import type { LineContext, PacketLine } from "./line-context.ts";
import { OptionWriter } from "./option-writer.ts";
import { classifyOtherLine, isPacket, type OtherLine } from "./other-lines.ts";
import { refuseText } from "./refuse-text.ts";
import { TextBatch } from "./text-batch.ts";
import { readPlainClock, readStamp, type TimeStamp } from "./time-stamp.ts";

/** The head that `-v` prints on a line of its own. */
interface PendingHead {
  readonly line: number;
  readonly stamp: TimeStamp | null;
  readonly interfaceName: string | null;
  readonly head: IpHead | null;
}

/** A packet line that lines below may still complete. */
interface PendingPacket {
  readonly packet: PacketLine;
  readonly text: string;
}

/**
 * Reads the lines of a text in order and finds the packets among them, whatever stands around them. Lines are
 * recognised one by one: a paste may mix dialects and prose.
 */
export class TextDump implements LineContext {
  readonly endpoints = new EndpointCache();
  readonly options = new OptionWriter();
  private readonly report: ReadReport;
  private readonly builder: SegmentTableBuilder;
  private readonly batch: TextBatch;
  private pending: PendingPacket | null = null;
  private head: PendingHead | null = null;
  private isElided = false;
  private lineCount = 0;
  private readonly others = new Map<OtherLine, number>();

  constructor(builder: SegmentTableBuilder, report: ReadReport) {
    this.builder = builder;
    this.report = report;
    this.batch = new TextBatch(builder, report, this.options);
  }

  /** Takes the next line, raw. */
  line(raw: string, number: number): void {
    const line = cleanLine(raw);
    this.lineCount = number;
    if (line === "") return;
    const packet = readPacketLine(line, number, this);
    if (packet !== null) this.startPacket(packet, line);
    else if (isHeadLine(line)) this.startHead(line, number);
    else this.takeOther(line);
  }

  /** Hands on all that still waits. Returns a refusal when the text held no segment at all. */
  finish(): Refusal | null {
    this.endPacket();
    this.endHead();
    this.batch.flush();
    if (this.builder.length > 0) return null;
    return refuseText(this.others, this.lineCount);
  }

  private startPacket(packet: PacketLine, line: string): void {
    this.endPacket();
    const { segment } = packet;
    const prefix = line.slice(0, packet.coreFrom);
    this.readPrefix(packet, line, prefix);
    if (this.head !== null && segment.stamp === null) {
      segment.stamp = this.head.stamp;
      segment.interfaceName ??= this.head.interfaceName;
      segment.ttl = this.head.head?.ttl ?? 0;
      segment.ipId = this.head.head?.id ?? null;
      this.head = null;
    } else this.endHead();
    segment.isElidedBefore = this.isElided;
    this.isElided = false;
    this.pending = { packet, text: line };
  }

  private readPrefix({ segment }: PacketLine, line: string, prefix: string): void {
    const clock = readPlainClock(line);
    if (clock !== null && (prefix.length === 19 || prefix.length === 16)) {
      segment.stamp = clock;
      return;
    }
    segment.stamp = readStamp(prefix);
    segment.interfaceName = readInterfaceName(prefix);
    const head = readIpHead(prefix);
    if (head === null) return;
    segment.ttl = head.ttl;
    segment.ipId = head.id;
  }

  private startHead(line: string, number: number): void {
    this.endPacket();
    const stamp = readStamp(line);
    const outer = this.head;
    this.head = {
      line: number,
      stamp: stamp ?? outer?.stamp ?? null,
      interfaceName: readInterfaceName(line.slice(0, line.indexOf("(tos"))) ?? outer?.interfaceName ?? null,
      head: readIpHead(line),
    };
    if (outer !== null && stamp !== null) this.batch.pass(outer.stamp);
  }

  /** A head whose body is no TCP segment: a packet of another protocol. */
  private endHead(): void {
    if (this.head === null) return;
    this.batch.pass(this.head.stamp);
    this.head = null;
  }

  private takeOther(line: string): void {
    const kind = classifyOtherLine(line);
    if (kind === "prose") {
      this.count(kind);
      return;
    }
    if (kind === "elision") {
      this.isElided = true;
      return;
    }
    this.count(kind);
    if (!isPacket(kind)) return;
    this.endPacket();
    this.report.records++;
    this.report.skip(kind);
    this.batch.pass(readStamp(line.slice(0, line.indexOf(">"))) ?? this.head?.stamp ?? null);
    this.head = null;
  }

  private count(kind: OtherLine): void {
    this.others.set(kind, (this.others.get(kind) ?? 0) + 1);
  }

  private endPacket(): void {
    if (this.pending === null) return;
    const { packet, text } = this.pending;
    this.pending = null;
    const { segment } = packet;
    if (packet.completeness === "mention") return;
    if (segment.endpoints.hasBadPort) {
      this.warn(segment.line, text, "port-out-of-range");
      return;
    }
    this.report.records++;
    if (segment.isTruncated) this.warn(segment.line, text, "header-cut");
    else if (packet.completeness === "partial") this.warn(segment.line, text, "fields-missing");
    this.batch.add(segment, text);
    if (this.batch.isFull) this.batch.flush();
  }

  private warn(line: number, text: string, code: string): void {
    this.report.warn({ place: { kind: "line", at: line }, text: text.trim().slice(0, 80), reason: { code } });
  }
}
