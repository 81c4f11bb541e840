import type { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import type { SegmentNames } from "./names/segment-names.ts";
import { type Datagram, FragmentTable } from "./network/fragments.ts";
import type { SkipReason } from "./reading-codes.ts";

/**
 * Reads one layer. Its octets start at `frame.octets[at]` and end before `end` on the wire, which may lie
 * beyond `frame.capturedEnd` when the record was cut by the snap length. A layer either hands its payload to
 * the next one, appends a segment, or says with `frame.skip` why there is none.
 */
export type Layer = (frame: FrameDecoder, at: number, end: number) => void;

/** The layer that follows, by the number in the header before it. */
export interface LayerTables {
  readonly linkTypes: ReadonlyMap<number, Layer>;
  readonly etherTypes: ReadonlyMap<number, Layer>;
  readonly pppProtocols: ReadonlyMap<number, Layer>;
  readonly ipProtocols: ReadonlyMap<number, Layer>;
  readonly udpPorts: ReadonlyMap<number, Layer>;
  /** Why a record with this IP protocol gives no segment: `udp`, `ospf` … */
  readonly ipProtocolNames: ReadonlyMap<number, SkipReason>;
  readonly etherTypeNames: ReadonlyMap<number, SkipReason>;
}

/** The most headers inside headers; more are an attack or damage. */
const DEEPEST = 24;
/** No link carries longer frames; a larger length is damage (Wireshark has the same limit). */
const LONGEST_FRAME = 0x7fffffff;
const NO_OCTETS = new Uint8Array(0);
const IPV4 = 0x0800;
const IPV6 = 0x86dd;

/**
 * Walks the headers of one record after another down to the innermost TCP segment. One instance reads a whole
 * capture; its fields are the state of the record being read, so that nothing is allocated for a record.
 */
export class FrameDecoder {
  readonly builder: SegmentTableBuilder;
  readonly tables: LayerTables;
  /** What collects names; null: nothing does. */
  readonly names: SegmentNames | null;
  readonly fragments = new FragmentTable();
  /** By record that gave a segment out of fragments: the records of these. */
  readonly fragmentFrames = new Map<number, readonly number[]>();
  octets: Uint8Array = NO_OCTETS;
  /** Octets from here on were not captured. */
  capturedEnd = 0;
  /** 1-based number of the record. */
  frame = 0;
  /** In the unit of the time column; NaN without a time. */
  time = Number.NaN;
  /** As the column of the same name. */
  capturePoint = 0;

  /** Where in `octets` the addresses of the innermost IP header stand. */
  sourceAt = 0;
  destinationAt = 0;
  addressLength: 4 | 16 = 4;
  /** IPv4 TTL or IPv6 hop limit. */
  ttl = 0;
  /** IPv4 identification; undefined in IPv6. */
  ipId: number | undefined = undefined;
  /** The octets are the first fragment of a datagram whose other fragments are missing. */
  isFirstFragment = false;

  private reason: SkipReason = "malformed";
  private depth = 0;
  /** The last type that was looked up, and its layer: nearly every record has the same. */
  private lastEtherType = -1;
  private lastEtherLayer: Layer | undefined = undefined;
  private lastIpProtocol = -1;
  private lastIpLayer: Layer | undefined = undefined;

  constructor(builder: SegmentTableBuilder, tables: LayerTables, names: SegmentNames | null = null) {
    this.builder = builder;
    this.tables = tables;
    this.names = names;
  }

  /**
   * Reads one record, starting with `layer`. Returns why it gave no segment, or null if it gave one or more.
   *
   * @param capturedLength octets of the record that are there, all of them in `octets`
   * @param wireLength octets that were on the wire; at least `capturedLength`
   * @param capturePoint the interface from 1; 0 if it is not known
   */
  decode(
    layer: Layer,
    octets: Uint8Array,
    at: number,
    capturedLength: number,
    wireLength: number,
    frame: number,
    time: number,
    capturePoint: number,
  ): SkipReason | null {
    const rowsBefore = this.builder.length;
    this.octets = octets;
    this.capturedEnd = at + capturedLength;
    this.frame = frame;
    this.time = time;
    this.capturePoint = capturePoint;
    this.isFirstFragment = false;
    this.reason = "malformed";
    this.depth = 0;
    layer(this, at, at + Math.max(Math.min(wireLength, LONGEST_FRAME), capturedLength));
    return this.builder.length > rowsBefore ? null : this.reason;
  }

  /**
   * Decodes the first fragments of datagrams that stayed incomplete, as if the datagrams had been cut there. Returns
   * how many of them gave a segment.
   */
  finish(): number {
    let shown = 0;
    for (const { datagram, frame, time } of this.fragments.takeIncomplete()) {
      this.frame = frame;
      this.time = time;
      this.capturePoint = 0;
      this.depth = 0;
      this.isFirstFragment = true;
      const rowsBefore = this.builder.length;
      this.decodeDatagram(datagram);
      if (this.builder.length > rowsBefore) shown++;
    }
    this.isFirstFragment = false;
    return shown;
  }

  /** Decodes a datagram that was reassembled from fragments, in octets of its own. */
  decodeDatagram(datagram: Datagram): void {
    const { octets, capturedEnd } = this;
    this.octets = datagram.octets;
    this.capturedEnd = datagram.octets.length;
    this.addressLength = datagram.addressLength;
    this.sourceAt = 0;
    this.destinationAt = datagram.addressLength;
    this.ttl = datagram.ttl;
    this.ipId = datagram.ipId;
    const rowsBefore = this.builder.length;
    this.ipProtocol(datagram.protocol, datagram.addressLength * 2, datagram.octets.length);
    if (this.builder.length > rowsBefore) this.fragmentFrames.set(this.frame, datagram.frames);
    this.octets = octets;
    this.capturedEnd = capturedEnd;
  }

  /**
   * Whether `count` octets from `at` were captured and lie before `end`; if not, skips the record as `cut` or
   * `malformed`.
   */
  has(at: number, count: number, end: number): boolean {
    if (at + count > end) {
      this.reason = "malformed";
      return false;
    }
    if (at + count > this.capturedEnd) {
      this.reason = "cut";
      return false;
    }
    return true;
  }

  /** Whether the last octets made no sense for the layer that read them. */
  get isNonsense(): boolean {
    return this.reason === "malformed" || this.reason === "not-ip";
  }

  /** Notes why this part of the record gives no segment. The last reason counts. */
  skip(reason: SkipReason): void {
    this.reason = reason;
  }

  /** Goes on with a frame of another link type (LINKTYPE_ value), which the header before names. */
  linkType(type: number, at: number, end: number): void {
    const layer = this.tables.linkTypes.get(type);
    if (layer !== undefined) this.enter(layer, at, end);
    else this.reason = `link-type-${type}`;
  }

  /** Goes on with the payload of a UDP port; false if the port carries no tunnel. */
  udpPort(port: number, at: number, end: number): boolean {
    const layer = this.tables.udpPorts.get(port);
    if (layer === undefined) return false;
    this.enter(layer, at, end);
    return true;
  }

  /** Goes on with the payload of an Ethernet type field (IEEE 802 numbers). */
  etherType(type: number, at: number, end: number): void {
    if (type !== this.lastEtherType) {
      this.lastEtherType = type;
      this.lastEtherLayer = this.tables.etherTypes.get(type);
    }
    const layer = this.lastEtherLayer;
    if (layer !== undefined) this.enter(layer, at, end);
    else this.reason = this.tables.etherTypeNames.get(type) ?? "not-ip";
  }

  /** Whether a number is a known Ethernet type, read or not. */
  knowsEtherType(type: number): boolean {
    return this.tables.etherTypes.has(type) || this.tables.etherTypeNames.has(type);
  }

  /** Goes on with the payload of a PPP protocol field (RFC 1661). */
  pppProtocol(protocol: number, at: number, end: number): void {
    const layer = this.tables.pppProtocols.get(protocol);
    if (layer !== undefined) this.enter(layer, at, end);
    else this.reason = "ppp-control";
  }

  /** Goes on with the payload of an IP header (IANA "Assigned Internet Protocol Numbers"). */
  ipProtocol(protocol: number, at: number, end: number): void {
    if (protocol !== this.lastIpProtocol) {
      this.lastIpProtocol = protocol;
      this.lastIpLayer = this.tables.ipProtocols.get(protocol);
    }
    const layer = this.lastIpLayer;
    if (layer !== undefined) this.enter(layer, at, end);
    else this.reason = this.tables.ipProtocolNames.get(protocol) ?? "other-ip-protocol";
  }

  /** Goes on with IP; the first four bits are its version. */
  ipByVersion(at: number, end: number): void {
    if (!this.has(at, 1, end)) return;
    const version = this.octets[at] >>> 4;
    if (version === 4) this.etherType(IPV4, at, end);
    else if (version === 6) this.etherType(IPV6, at, end);
    else this.reason = "not-ip";
  }

  /** Goes on with `layer`, unless headers are nested too deep to be real. */
  enter(layer: Layer, at: number, end: number): void {
    if (this.depth >= DEEPEST) {
      this.reason = "nested-too-deep";
      return;
    }
    this.depth++;
    layer(this, at, end);
    this.depth--;
  }
}
