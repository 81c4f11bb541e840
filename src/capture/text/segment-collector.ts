import { ACK, SYN } from "../../segments/flags.ts";
import type { ReadReport } from "../read-report.ts";
import type { WarningCode } from "../reading-codes.ts";
import type { LineContext } from "./dialects/line-context.ts";
import { type EndpointPair, printsNoNumber, type TextSegment } from "./dialects/text-segment.ts";
import { PacketOctets } from "./hex/packet-octets.ts";
import { type IcmpErrorLine, readIcmpErrorLine } from "./passed-over/icmp-error-line.ts";
import { isPacket, type OtherLine } from "./passed-over/other-lines.ts";
import type { PendingPacket } from "./pending-packet.ts";
import { mentionsAmong, Repetitions } from "./repetition.ts";
import type { TextBatch } from "./text-batch.ts";
import type { TimeStamp } from "./times/time-stamp.ts";

interface PendingError extends IcmpErrorLine {
  readonly line: number;
  readonly stamp: TimeStamp | null;
}

/** Takes packet lines once they are complete, and decides what becomes of each. */
export class SegmentCollector {
  private readonly report: ReadReport;
  private readonly batch: TextBatch;
  private readonly context: LineContext;
  private readonly octets: PacketOctets;
  private readonly repetitions: Repetitions;
  /** A row that hides TCP was passed, so numbers may jump at the next segment. */
  private isAfterHidden = false;
  /** The last ICMP error, as long as the segment that it quotes may follow. */
  private icmpError: PendingError | null = null;
  /** Lines that hold no segment, by what they are. */
  readonly others = new Map<OtherLine, number>();

  constructor(report: ReadReport, batch: TextBatch, context: LineContext) {
    this.report = report;
    this.batch = batch;
    this.context = context;
    this.octets = new PacketOctets(context);
    this.repetitions = new Repetitions();
  }

  /** Takes a complete packet. `details` is the segment of the expanded layers below a Wireshark row. */
  take(pending: PendingPacket, details: TextSegment | null): void {
    this.endIcmpError();
    const segment = this.segmentOf(pending, details);
    if (segment === null) {
      this.takeOther(pending);
      return;
    }
    segment.line = pending.line;
    segment.lineCount = pending.lastLine - pending.line + 1;
    segment.stamp ??= pending.stamp;
    segment.interfaceName = pending.interfaceName;
    segment.isElidedBefore = pending.isElidedBefore || this.isAfterHidden;
    if (segment.wire === null && segment.numbering === "tcpdump") {
      if (pending.ttl !== 0) segment.ttl = pending.ttl;
      segment.ipId ??= pending.ipId;
    }
    this.report.records++;
    if (segment.endpoints.hasBadPort) {
      this.report.skip("port-out-of-range");
      this.warn(pending, "port-out-of-range");
      return;
    }
    this.isAfterHidden = false;
    this.add(segment, pending);
  }

  /** Takes a segment that is complete in one line, with its time. */
  takeWhole(segment: TextSegment, line: string): void {
    this.endIcmpError();
    segment.text = line;
    if (this.isAfterHidden) segment.isElidedBefore = true;
    this.report.records++;
    if (segment.endpoints.hasBadPort) {
      this.report.skip("port-out-of-range");
      this.warnOfLine(segment.line, line, "port-out-of-range");
      return;
    }
    this.isAfterHidden = false;
    this.warnOfSynAck(segment);
    this.batch.add(segment);
    if (this.batch.isFull) this.flush();
  }

  /** Takes a head of `-v` below which no TCP segment is printed: a packet of another protocol. */
  takeHeadAlone(stamp: TimeStamp | null): void {
    this.batch.pass(stamp);
    this.report.records++;
    this.report.skip("other-protocol");
    this.count("other-protocol");
  }

  /** Takes the segment that an ICMP error quotes. It is no segment of the text. */
  takeQuoted(quoted: TextSegment): void {
    const error = this.icmpError;
    this.icmpError = null;
    if (error === null || !quoted.endpoints.hasPorts) return;
    const isAbsolute = (quoted.flags & ACK) === 0;
    this.passError(error, quoted.endpoints, isAbsolute ? quoted.sequence : null);
  }

  /** Counts a line that is no packet. */
  count(kind: OtherLine): void {
    this.others.set(kind, (this.others.get(kind) ?? 0) + 1);
  }

  /** Notes a line that looks like a packet but cannot be read. */
  warnOfLine(line: number, text: string, code: WarningCode, values?: Record<string, string | number>): void {
    const reason = values === undefined ? { code } : { code, values };
    this.report.warn({ place: { kind: "line", at: line }, text: text.trim().slice(0, 80), reason });
  }

  /** Appends the segments that wait. */
  flush(): void {
    this.endIcmpError();
    this.leaveMentionsOut();
    this.batch.flush();
    this.repetitions.startBatch();
    this.context.endpoints.trim();
  }

  /** Leaves out mentions of packets that the text prints in full. */
  private leaveMentionsOut(): void {
    const bare = this.batch.waiting.filter(({ isBare, stamp }) => isBare && stamp === null);
    if (bare.length === 0) return;
    const mentions = mentionsAmong(bare, this.batch.waiting);
    for (const segment of bare) {
      const full = mentions.get(segment);
      if (full === undefined) this.warnOfLine(segment.line, segment.text, "fields-missing");
      else {
        this.report.skip("restated");
        this.warnOfLine(segment.line, segment.text, "restated", { line: full });
      }
    }
    this.batch.leaveOut(mentions);
  }

  private segmentOf(pending: PendingPacket, details: TextSegment | null): TextSegment | null {
    const { packet, hex } = pending;
    let printed = packet.segment;
    if (details !== null && (printed === null || details.numbering === "absolute")) printed = details;
    const ends = printed?.endpoints ?? (packet.segment === null ? packet.endpoints : null);
    const reading = hex === null ? null : this.octets.read(hex, pending.line, printed, ends);
    if (reading !== null) {
      if (reading.differs) this.warn(pending, "octets-differ");
      return reading.segment;
    }
    const isMention =
      packet.segment !== null && packet.completeness === "mention" && printed === packet.segment;
    return isMention ? null : printed;
  }

  private add(segment: TextSegment, pending: PendingPacket): void {
    const { packet } = pending;
    if (segment.isTruncated) this.warn(pending, "header-cut");
    else if (packet.segment === segment && segment.wire === null) {
      segment.isBare = packet.completeness === "bare";
      const mayBeMention = segment.isBare && segment.stamp === null;
      if (packet.completeness !== "whole" && !mayBeMention) this.warn(pending, "fields-missing");
    }
    segment.text = pending.text;
    this.warnOfSynAck(segment);
    const original = this.repetitions.originalOf(segment, this.batch.waiting);
    if (original !== null) {
      this.report.skip(segment.stamp === null ? "restated" : "seen-on-two-interfaces");
      this.warn(pending, segment.stamp === null ? "restated" : "seen-on-two-interfaces", { line: original });
      return;
    }
    if (pending.packetName !== null) segment.isAgain = this.repetitions.isAgain(segment, pending.packetName);
    this.batch.add(segment);
    if (this.batch.isFull) this.flush();
  }

  private warnOfSynAck(segment: TextSegment): void {
    const { flags, acknowledgment, wire, line, text } = segment;
    if ((flags & (SYN | ACK)) !== (SYN | ACK) || printsNoNumber(segment)) return;
    if (acknowledgment === null && wire === null) {
      this.warnOfLine(line, text, "syn-ack-without-number");
    }
  }

  private takeOther({ packet, stamp, line, text }: PendingPacket): void {
    this.batch.pass(stamp);
    if (packet.segment !== null) {
      this.warnOfLine(line, text, "only-a-mention");
      return;
    }
    this.count(packet.kind);
    if (!isPacket(packet.kind)) return;
    this.report.records++;
    this.report.skip(packet.kind === "details" ? "other-protocol" : packet.kind);
    if (packet.kind === "hidden-tcp") {
      this.isAfterHidden = true;
      this.warnOfLine(line, text, "tcp-hidden", { protocol: packet.protocol });
    }
    if (packet.kind === "icmp") this.noteIcmpError(text, line, stamp);
    if (packet.kind === "cut") this.warnOfLine(line, text, "header-cut");
    if (this.batch.isFull) this.flush();
  }

  private noteIcmpError(text: string, line: number, stamp: TimeStamp | null): void {
    const read = readIcmpErrorLine(text);
    if (read !== null) this.icmpError = { ...read, line, stamp };
  }

  /** Without the quote, the error is about the last segment to the end that it names. */
  private endIcmpError(): void {
    const error = this.icmpError;
    this.icmpError = null;
    if (error === null || error.host === null || error.port === null) return;
    const about = this.batch.waiting.findLast(({ endpoints: { source, destination } }) => {
      const isTo = destination.address === error.host && String(destination.port) === error.port;
      return isTo && source.address === error.receiver;
    });
    if (about !== undefined) this.passError(error, about.endpoints, null);
  }

  private passError(error: PendingError, quoted: EndpointPair, sequence: number | null): void {
    const { line, reporter, version, type, code, stamp } = error;
    this.batch.passError(stamp, { line, reporter, version, type, code, quoted, sequence });
  }

  private warn(pending: PendingPacket, code: WarningCode, values?: Record<string, string | number>): void {
    this.warnOfLine(pending.line, pending.text, code, values);
  }
}
