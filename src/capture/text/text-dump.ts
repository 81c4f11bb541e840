import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import type { ReadReport, ReadWarning, Refusal } from "../read-report.ts";
import type { RefusalKind } from "../reading-codes.ts";
import { readPacketLine } from "./dialects.ts";
import { EndpointCache } from "./dialects/endpoint-cache.ts";
import { isHeadLine } from "./dialects/ip-head.ts";
import type { LineContext, PacketLine } from "./dialects/line-context.ts";
import { OptionWriter } from "./dialects/option-writer.ts";
import { type EndsPlace, endsAround } from "./dialects/packet-core.ts";
import type { TextSegment } from "./dialects/text-segment.ts";
import { HexRows, isHexRow, startsPacket } from "./hex/hex-rows.ts";
import { isWrappedStart, joinLines } from "./join-lines.ts";
import { cleanLine } from "./lines/clean-line.ts";
import { PayloadLines } from "./lines/payload-lines.ts";
import { LINE_LIMIT } from "./lines/split-lines.ts";
import { splitReflowed } from "./lines/split-reflowed.ts";
import { PacketList } from "./listings/packet-list.ts";
import { isFrameLine, WiresharkDetails } from "./listings/wireshark-details.ts";
import { OpenPacket } from "./open-packet.ts";
import { FOREIGN_TEXTS } from "./passed-over/foreign-lines.ts";
import { classifyOtherLine, isPacket, type OtherLine } from "./passed-over/other-lines.ts";
import { PlainRuns, type PlainRunSink } from "./plain/plain-runs.ts";
import { SegmentCollector } from "./segment-collector.ts";
import { readSocketLine } from "./sockets/read-socket-line.ts";
import { SocketLines } from "./sockets/socket-lines.ts";
import { TextBatch } from "./text-batch.ts";

/** The start of a packet line that was wrapped before anything of TCP was printed. */
interface Fragment {
  readonly text: string;
  readonly line: number;
}

/** `SYN_SENT    -> ESTABLISHED` */
const CHANGE_OF_STATE = /\b[A-Z_]{5,12}[12]?\s{1,8}->\s{1,8}[A-Z_]{5,12}[12]?\b/;

/** Kinds of lines that may tell the state of a socket. Of those of BSD and Windows, only reading them tells. */
const SAID_OF_SOCKETS: ReadonlySet<OtherLine> = new Set(["socket", "tcpstates", "conntrack", "prose"]);

const LOOKS_LIKE_PACKET = />.{0,200}(?:Flags ?\[|[\s,](?:seq|ack|win) \d)/;

/**
 * Reads the lines of a text in order and finds the packets among them. Lines are recognised one by one, because a
 * paste may mix dialects and prose.
 */
export class TextDump implements LineContext, PlainRunSink {
  readonly endpoints = new EndpointCache();
  readonly options = new OptionWriter();
  /** Takes lines exactly as tcpdump prints them, ahead of {@link line}. */
  readonly plain = new PlainRuns(this, this);
  private readonly builder: SegmentTableBuilder;
  private readonly report: ReadReport;
  private readonly collector: SegmentCollector;
  private readonly list = new PacketList();
  private readonly details = new WiresharkDetails(this);
  private readonly payload = new PayloadLines();
  private readonly open: OpenPacket;
  private fragment: Fragment | null = null;
  private readonly captured = new CapturedCount();
  private readonly sockets = new SocketLines();

  constructor(builder: SegmentTableBuilder, report: ReadReport) {
    this.builder = builder;
    this.report = report;
    this.collector = new SegmentCollector(report, new TextBatch(builder, report, this.options), this);
    this.open = new OpenPacket(this.collector, this.details);
  }

  get isPayload(): boolean {
    return this.payload.isOpen;
  }

  endBefore(): void {
    this.endFragment();
    this.open.end();
    this.open.endHead();
  }

  takeWhole(segment: TextSegment, line: string): void {
    segment.isElidedBefore = this.open.isElided;
    this.open.isElided = false;
    this.collector.takeWhole(segment, line);
  }

  takeLast(packet: PacketLine, line: string): void {
    this.open.start(packet, line, packet.segment.line);
  }

  /** Takes the next line, raw. */
  line(raw: string, number: number): void {
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

  /** Notes a line that is too long to be read to its end. */
  noteCut(line: string, number: number): void {
    this.collector.warnOfLine(number, line, "line-too-long", { limit: LINE_LIMIT });
  }

  /** Hands on everything that waits. Returns a refusal if the text held no segment. */
  finish(): Refusal | null {
    this.endBefore();
    this.collector.flush();
    this.report.sockets = this.sockets.observations;
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
    const { pending } = this.open;
    if (pending !== null) {
      if (pending.lastLine + 1 === number && pending.hex === null && this.payload.open(line, pending.stamp))
        return;
    }
    if (isFrameLine(line)) {
      this.open.startDetails(line, number);
      return;
    }
    // Its arrow would look like that of a packet list.
    if (CHANGE_OF_STATE.test(line) && this.takeSocket(line, number)) {
      this.collector.count("tcpstates");
      return;
    }
    if (this.takeRow(line, number)) return;
    const packet = readPacketLine(line, number, this);
    if (packet !== null) {
      this.endFragment();
      this.open.start(packet, line, number);
    } else if (this.list.takeHeader(line)) this.open.end();
    else this.takeUnread(line, number);
  }

  /** Takes octets of the packet above, or of another one if the offset starts again. */
  private takeHex(line: string, number: number): void {
    const isAnother = this.open.pending === null || (this.open.pending.hex !== null && startsPacket(line));
    if (isAnother) {
      const packet = { segment: null, kind: "octets", endpoints: null, coreFrom: 0, protocol: "" } as const;
      this.open.start(packet, line, number);
    }
    if (this.open.pending === null) return;
    this.open.pending.hex ??= new HexRows();
    this.open.pending.hex.take(line);
  }

  private takeRow(line: string, number: number): boolean {
    const row = this.list.read(line, number, this);
    if (row === null) return false;
    this.endFragment();
    this.open.startRow(row.packet, line, number, row.stamp);
    return true;
  }

  private takeUnread(line: string, number: number): void {
    if (this.details.take(line)) return;
    if (isHeadLine(line)) {
      this.open.startHead(line, number);
      return;
    }
    if (this.join(line, number)) return;
    this.takeOther(line, number);
  }

  /** Joins a wrapped line to the packet above it, or to the start of one. */
  private join(line: string, number: number): boolean {
    const {
      fragment,
      open: { pending },
    } = this;
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
    this.open.start(joined.packet, joined.text, fragment.line);
    if (this.open.pending !== null) this.open.pending.lastLine = number;
    return true;
  }

  /** Ends the start of a packet that did not continue, and classifies it as another line. */
  private endFragment(): void {
    const { fragment } = this;
    this.fragment = null;
    if (fragment !== null) this.classify(fragment.text, fragment.line);
  }

  private takeOther(line: string, number: number): void {
    if (isWrappedStart(line)) {
      this.open.end();
      this.fragment = { text: line, line: number };
    } else this.classify(line, number);
  }

  private takeSocket(line: string, number: number): boolean {
    const said = readSocketLine(line);
    if (said === null) return false;
    this.sockets.add(said, line, number);
    return true;
  }

  private classify(line: string, number: number): void {
    const looked = classifyOtherLine(line, this.open.hasHead);
    const saysSocket = SAID_OF_SOCKETS.has(looked) && this.takeSocket(line, number);
    const kind = saysSocket && looked === "prose" ? "socket" : looked;
    if (isPacket(kind)) {
      const arrow = line.indexOf(">");
      const place = kind === "tcpdump-quiet" ? endsOf(line) : null;
      const endpoints = place === null ? null : this.endpoints.ofPlace(place);
      const coreFrom = place?.from ?? (arrow < 0 ? 40 : arrow);
      this.open.start({ segment: null, kind, endpoints, coreFrom, protocol: "" }, line, number);
      return;
    }
    if (kind === "elision") this.open.isElided = true;
    else this.collector.count(kind);
    if (kind === "unread") this.collector.warnOfLine(number, line, "not-understood");
    if (kind !== "prose") return;
    this.captured.take(line, number);
    if (LOOKS_LIKE_PACKET.test(line)) this.collector.warnOfLine(number, line, "not-understood");
  }
}

function endsOf(line: string): EndsPlace | null {
  for (let arrow = line.indexOf(">"); arrow >= 0; arrow = line.indexOf(">", arrow + 1)) {
    const place = endsAround(line, arrow);
    if (place !== null && line.startsWith(" tcp ", place.after)) return place.ends;
  }
  return null;
}

/**
 * Kinds of lines and their refusals: the first kind in this list that the text holds decides (docs/text-formats.md
 * section 9).
 */
const REASONS: readonly (readonly [kinds: readonly OtherLine[], refusal: RefusalKind])[] = [
  [["unread"], "text-unread"],
  ...FOREIGN_TEXTS.map((program) => [[program], `text-${program}`] as const),
  [["tcpdump-quiet"], "text-quiet"],
  [["hidden-tcp"], "text-hidden"],
  [["cut"], "text-cut"],
  [["arp", "udp", "icmp", "igmp", "other-protocol", "details"], "text-no-tcp"],
  [["socket"], "text-sockets"],
  [["export"], "text-export"],
  [["octets"], "text-octets"],
];

/** Refuses a text without a TCP segment by what it looks like; `lines` is how many of its lines do. */
function refuseText(others: ReadonlyMap<OtherLine, number>): Refusal {
  for (const [kinds, kind] of REASONS) {
    const lines = kinds.reduce((sum, other) => sum + (others.get(other) ?? 0), 0);
    if (lines > 0) return { kind, values: { lines } };
  }
  return { kind: "text-prose", values: { lines: others.get("prose") ?? 0 } };
}

const CAPTURED = /^\s{0,8}(\d{1,9}) packets? captured$/;

/** Compares the number of packets that tcpdump prints at its end with those in the text. */
class CapturedCount {
  private readonly lines: { readonly count: number; readonly number: number; readonly text: string }[] = [];

  /** Notes a line of prose like `10 packets captured`. */
  take(line: string, number: number): void {
    const match = CAPTURED.exec(line);
    if (match !== null) this.lines.push({ count: Number(match[1]), number, text: line });
  }

  /**
   * A warning if the text shows fewer packets; null if not, or if it holds several runs.
   * @param records packets shown
   */
  compare(records: number): ReadWarning | null {
    const [line, ...more] = this.lines;
    if (line === undefined || more.length > 0 || line.count <= records) return null;
    const values = { missing: line.count - records, captured: line.count };
    return {
      place: { kind: "line", at: line.number },
      text: line.text.trim(),
      reason: { code: "packets-not-in-text", values },
    };
  }
}
