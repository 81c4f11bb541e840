import { uint16 } from "../../base/octets.ts";
import { type SegmentFields, SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import { FrameDecoder, type Layer } from "../frame-decoder.ts";
import { LAYERS } from "../layers.ts";
import { icmp, icmpv6 } from "../network/icmp.ts";
import { ipv4 } from "../network/ipv4.ts";
import { ipv6 } from "../network/ipv6.ts";
import { tcp } from "../network/tcp.ts";
import type { FileRecord } from "./read-records.ts";

const ICMP_HEADER = 8;
const IPV6_HEADER = 40;
const EXTENSION_HEADER = 8;
/** Of a segment that an ICMP error quotes: ports and sequence number. */
const QUOTED_OCTETS = 8;

/** One header on the way to a segment; it ends where the next begins. */
export interface LayerStep {
  readonly layer: Layer;
  readonly at: number;
}

/** A TCP segment within a record. */
export interface TracedSegment {
  /** The octets that it stands in: those of the record, or of a datagram that was put together from fragments. */
  readonly octets: Uint8Array;
  readonly isReassembled: boolean;
  /** From the outermost header to that of TCP; of a datagram put together, that of TCP alone. */
  readonly steps: readonly LayerStep[];
  /** Where the innermost IP header begins; -1 in a datagram that was put together. */
  readonly ipAt: number;
  readonly sourceAt: number;
  readonly destinationAt: number;
  readonly addressLength: 4 | 16;
  readonly headerAt: number;
  readonly payloadAt: number;
  /** Where the payload ends, and where what was captured of it ends. */
  readonly payloadEnd: number;
  readonly capturedEnd: number;
  /** What the reader makes of it. */
  readonly fields: SegmentFields;
}

/** Keeps the last segment alone: a long file is traced in little memory. */
class LastSegment extends SegmentTableBuilder {
  last: SegmentFields | null = null;

  override append(segment: SegmentFields): number {
    this.last = segment;
    return this.length++;
  }
}

/** Walks the headers of records and remembers where each of them stands. */
export class TracingDecoder extends FrameDecoder {
  private readonly segment: LastSegment;
  private readonly path: LayerStep[] = [];
  /** The last header that was reached in the record at hand. */
  private last: LayerStep | null = null;
  private record: Uint8Array | null = null;
  private found: TracedSegment[] = [];

  constructor() {
    const segment = new LastSegment();
    super(segment, LAYERS);
    this.segment = segment;
  }

  /** The segments of a record, in the order of their rows. */
  trace(record: FileRecord): TracedSegment[] {
    this.last = null;
    const { layer, linkType, octets, packetAt, capturedLength, wireLength, frame, time } = record;
    this.found = [];
    this.record = octets;
    this.path.length = 0;
    this.path.push({ layer: LAYERS.linkTypes.get(linkType) ?? layer, at: packetAt });
    this.decode(layer, octets, packetAt, capturedLength, wireLength, frame, time, 0);
    return this.found;
  }

  /**
   * Where the headers of the record that was just traced end: that of TCP, that of a fragment, or what an ICMP error
   * quotes. Behind it stands what the ends said to each other.
   */
  headersEnd({ octets, packetAt, capturedLength }: FileRecord): number {
    const captured = packetAt + capturedLength;
    const whole = this.found.filter(({ isReassembled }) => !isReassembled);
    if (whole.length > 0) return Math.max(...whole.map(({ payloadAt }) => payloadAt));
    if (this.last === null) return packetAt;
    const { layer, at } = this.last;
    const quoted = at + ICMP_HEADER;
    if (layer === icmp) return Math.min(captured, ipHeaderEnd(octets, quoted) + QUOTED_OCTETS);
    if (layer === icmpv6) return Math.min(captured, quoted + IPV6_HEADER + QUOTED_OCTETS);
    if (layer === ipv4) return Math.min(captured, ipHeaderEnd(octets, at));
    return Math.min(captured, at + EXTENSION_HEADER);
  }

  /** The segments of first fragments whose datagrams stayed incomplete. */
  traceIncomplete(): TracedSegment[] {
    this.found = [];
    this.record = null;
    this.path.length = 0;
    this.finish();
    return this.found;
  }

  override enter(layer: Layer, at: number, end: number): void {
    const rows = this.builder.length;
    const step = { layer, at };
    this.path.push(step);
    if (this.octets === this.record) this.last = step;
    super.enter(layer, at, end);
    const { last } = this.segment;
    if (layer === tcp && last !== null && this.builder.length > rows) this.take(last, at, end);
    this.path.pop();
  }

  private take(fields: SegmentFields, at: number, end: number): void {
    const { octets, sourceAt, destinationAt, addressLength } = this;
    const isReassembled = octets !== this.record;
    const headerEnd = at + (uint16(octets, at + 12) >>> 12) * 4;
    const payloadEnd = Math.max(headerEnd, end);
    this.found.push({
      octets,
      isReassembled,
      steps: isReassembled ? this.path.slice(-1) : [...this.path],
      ipAt: isReassembled ? -1 : (this.path.findLast((step) => isIp(step.layer))?.at ?? -1),
      sourceAt,
      destinationAt,
      addressLength,
      headerAt: at,
      payloadAt: Math.min(headerEnd, this.capturedEnd),
      payloadEnd,
      capturedEnd: Math.min(payloadEnd, this.capturedEnd),
      fields,
    });
  }
}

/** Where the header of an IPv4 datagram ends. */
function ipHeaderEnd(octets: Uint8Array, at: number): number {
  return at + (octets[at] & 0x0f) * 4;
}

function isIp(layer: Layer): boolean {
  return layer === ipv4 || layer === ipv6;
}
