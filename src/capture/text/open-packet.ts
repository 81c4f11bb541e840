import { type IpHead, packetNamed, readInterfaceName, readIpHead } from "./dialects/ip-head.ts";
import type { OtherPacketLine, PacketLine } from "./dialects/line-context.ts";
import type { WiresharkDetails } from "./listings/wireshark-details.ts";
import { MOST_JOINS, type PendingPacket } from "./pending-packet.ts";
import type { SegmentCollector } from "./segment-collector.ts";
import { readStamp, type TimeStamp } from "./times/time-stamp.ts";

/** The head that `-v` or pktmon prints on a line of its own. */
interface PendingHead {
  readonly line: number;
  readonly stamp: TimeStamp | null;
  readonly interfaceName: string | null;
  readonly head: IpHead | null;
  readonly packetName: string | null;
  /** The head of a packet that an ICMP error quotes. */
  readonly isQuoted: boolean;
}

/** Protocols whose payload is printed on a line of its own, without a time. */
const TUNNEL = /\b(?:VXLAN|Geneve|GREv\d|NVGRE|OTV|LISP|GTP|L2TP|MPLS|Teredo)\b/i;
/** What stands before a packet that an ICMP error quotes on its own line. */
const QUOTING = /\bicmp6?[ :,].{0,200}(?:unreachable|exceeded|quench|problem|redirect)/i;

/**
 * The packet whose line was read last, and the head of `-v` above the next one: both wait for lines below them that
 * may belong to them. What is complete goes to the collector.
 */
export class OpenPacket {
  pending: PendingPacket | null = null;
  /** Lines are left out before the next packet. */
  isElided = false;
  private head: PendingHead | null = null;
  /** The pending packet has expanded details. */
  private isDetailed = false;
  private readonly collector: SegmentCollector;
  private readonly details: WiresharkDetails;

  constructor(collector: SegmentCollector, details: WiresharkDetails) {
    this.collector = collector;
    this.details = details;
  }

  /** Whether the next line is below a head. */
  get hasHead(): boolean {
    return this.head !== null;
  }

  /** Opens a packet at its line, and ends the one before. */
  start(packet: PacketLine | OtherPacketLine, line: string, number: number): void {
    if (packet.segment !== null && this.isQuoted(packet, line)) {
      this.end();
      this.head = null;
      this.collector.takeQuoted(packet.segment);
      return;
    }
    const read = packet.segment?.stamp ?? null;
    const prefix = read === null ? line.slice(0, packet.coreFrom) : "";
    const stamp = read ?? readStamp(prefix);
    const head = read === null ? readIpHead(prefix) : null;
    const outer = stamp === null ? (this.takeTunnel(number) ?? this.head) : null;
    this.end();
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
      packetName: packetNamed(prefix) ?? outer?.packetName ?? null,
      isElidedBefore: this.isElided,
      hex: null,
      joinsLeft: MOST_JOINS,
    };
    this.isElided = false;
  }

  /** Opens the packet of a row with a time column: it is neither a quote nor part of the row before. */
  startRow(
    packet: PacketLine | OtherPacketLine,
    line: string,
    number: number,
    stamp: TimeStamp | null,
  ): void {
    this.end();
    this.endHead();
    this.pending = {
      packet,
      text: line,
      line: number,
      lastLine: number,
      stamp,
      interfaceName: null,
      ttl: 0,
      ipId: null,
      packetName: null,
      isElidedBefore: this.isElided,
      hex: null,
      joinsLeft: 0,
    };
    this.isElided = false;
  }

  /** Opens the packet whose head `-v` prints. */
  startHead(line: string, number: number): void {
    const stamp = readStamp(line);
    const isQuoted = this.isQuoteOf(line, stamp);
    const outer = stamp === null ? (this.takeTunnel(number) ?? this.head) : null;
    this.end();
    if (outer !== this.head) this.endHead();
    this.head = {
      line: number,
      stamp: stamp ?? outer?.stamp ?? null,
      interfaceName: readInterfaceName(line.slice(0, line.indexOf("(tos"))) ?? outer?.interfaceName ?? null,
      head: readIpHead(line),
      packetName: packetNamed(line) ?? outer?.packetName ?? null,
      isQuoted,
    };
  }

  /** Details belong to the row above them, or are a packet of their own. */
  startDetails(line: string, number: number): void {
    const { pending } = this;
    const isBelowRow =
      pending !== null && !this.isDetailed && pending.hex === null && pending.lastLine + 4 >= number;
    if (!isBelowRow) {
      const packet = { segment: null, kind: "details", endpoints: null, coreFrom: 0, protocol: "" } as const;
      this.start(packet, line, number);
    }
    this.isDetailed = true;
    this.details.open(number);
  }

  /** Hands on the packet that is open. */
  end(): void {
    const { pending } = this;
    const details = this.isDetailed ? this.details.close() : null;
    this.isDetailed = false;
    this.pending = null;
    if (pending !== null) this.collector.take(pending, details);
  }

  /** Ends a head without a TCP segment below it: a packet of another protocol. */
  endHead(): void {
    if (this.head === null) return;
    const { stamp } = this.head;
    this.head = null;
    this.collector.takeHeadAlone(stamp);
  }

  /** Takes the outer packet of a tunnel from the line above; it counts once, with what it carries. */
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
      packetName: packetNamed(pending.text),
      isQuoted: false,
    };
  }

  /** Whether a packet without a time is the one that the ICMP error above quotes. */
  private isQuoteOf(line: string, stamp: TimeStamp | null): boolean {
    const { pending } = this;
    if (stamp !== null || pending === null || pending.packet.segment !== null) return false;
    return pending.packet.kind === "icmp" && (/^\s/.test(line) || pending.stamp !== null);
  }

  /** `ICMP 10.0.0.2 tcp port 80 unreachable for 10.0.0.1.5 > 10.0.0.2.80: S …`, or below the error on a line of its own. */
  private isQuoted({ segment, coreFrom }: PacketLine, line: string): boolean {
    if (segment.stamp !== null) return false;
    const prefix = line.slice(0, coreFrom);
    if (this.head?.isQuoted === true || QUOTING.test(prefix)) return true;
    return this.pending !== null && this.isQuoteOf(line, readStamp(prefix));
  }
}
