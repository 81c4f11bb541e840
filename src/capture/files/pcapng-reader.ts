import { uint16, uint16Little, uint32, uint32Little } from "../../base/octets.ts";
import type { FormatReader } from "../format-reader.ts";
import type { Layer } from "../frame-decoder.ts";
import type { Refusal } from "../read-report.ts";
import type { SkipReason, WarningCode } from "../reading-codes.ts";
import { DamageSearch, LONGEST_BEHIND_DAMAGE } from "./damage-search.ts";
import { PcapngClock } from "./pcapng-clock.ts";
import { readHostNames } from "./pcapng-names.ts";
import { OPT_COMMENT, pcapngOptions, type SectionOrder } from "./pcapng-options.ts";
import type { RecordSink } from "./record-sink.ts";
import type { UnitCutter } from "./unit-cutter.ts";

const BlockType = {
  SectionHeader: 0x0a0d0d0a,
  InterfaceDescription: 1,
  Packet: 2,
  SimplePacket: 3,
  NameResolution: 4,
  EnhancedPacket: 6,
} as const;

/** Blocks without a packet that Wireshark counts as frames. */
const OTHER_RECORDS = new Map<number, SkipReason>([
  [0x00000009, "journal-entry"],
  [0x00000204, "system-event"],
  [0x00000208, "system-event"],
  [0x00000216, "system-event"],
  [0x00000217, "system-event"],
  [0x00000221, "system-event"],
  [0x00000222, "system-event"],
  [0x00000bad, "custom-block"],
  [0x40000bad, "custom-block"],
]);

/** Blocks at which reading goes on behind damage. */
const KNOWN_BLOCKS: ReadonlySet<number> = new Set([...Object.values(BlockType), ...OTHER_RECORDS.keys()]);

const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const SHORTEST_BLOCK = 12;
/** The longest block; a longer one is damage (Wireshark has the same limit). */
const LONGEST_BLOCK = 16 * 1024 * 1024;
const IF_TSRESOL = 9;
const IF_TSOFFSET = 14;
const MICROSECONDS = 6;

const BIG: SectionOrder = { uint16, uint32, isLittle: false };
const LITTLE: SectionOrder = { uint16: uint16Little, uint32: uint32Little, isLittle: true };

interface Interface {
  readonly layer: Layer;
  /** Longest record; 0 is no limit. */
  readonly snapLength: number;
  readonly clock: PcapngClock;
}

/** pcapng (draft-ietf-opsawg-pcapng): any number of sections and interfaces; unknown blocks are passed over. */
export class PcapngReader implements FormatReader {
  private readonly cutter: UnitCutter;
  private readonly damage: DamageSearch;
  private readonly sink: RecordSink;
  private order = LITTLE;
  private interfaces: Interface[] = [];
  private hasSection = false;
  private isStopped = false;
  private refusal: Refusal | null = null;

  constructor(sink: RecordSink) {
    this.sink = sink;
    this.damage = new DamageSearch(sink);
    this.cutter = sink.cut((octets, at, end) => this.readUnit(octets, at, end));
  }

  push(slice: Uint8Array): void {
    this.cutter.push(slice);
  }

  finish(): Refusal | null {
    if (this.refusal !== null) return this.refusal;
    this.damage.endFile();
    if (this.damage.isOn) this.cutter.flush();
    const { length } = this.cutter.pending;
    if (!this.hasSection) return { kind: "pcapng-header-cut", values: { length } };
    if (length > 0) this.sink.warn(this.cutter.offset, "block-cut", { missing: this.cutter.missing });
    return this.sink.finish();
  }

  private readUnit(octets: Uint8Array, at: number, end: number): number {
    if (this.isStopped) return end - at;
    if (this.damage.isOn) {
      const passed = this.damage.pass(at, end, (next) => this.makesSense(octets, next, end));
      if (passed !== 0) return passed;
    }
    if (end - at < SHORTEST_BLOCK) return -SHORTEST_BLOCK;
    const isSection = uint32(octets, at) === BlockType.SectionHeader;
    if (isSection && !this.setByteOrder(octets, at + 8)) {
      // The interfaces of the section before are not those of this one.
      this.interfaces = [];
      return this.stop("pcapng-byte-order");
    }
    const length = this.order.uint32(octets, at + 4);
    if (length < SHORTEST_BLOCK || length > LONGEST_BLOCK) {
      return this.stop("block-length", { length });
    }
    // Some writers do not count the padding in the length, though it is in the file.
    const padded = (length + 3) & ~3;
    if (end - at < padded) return -padded;
    const trailer = this.order.uint32(octets, at + padded - 4);
    if (trailer !== length && trailer !== padded) {
      return this.stop("block-trailer", { first: length, second: trailer });
    }
    this.readBlock(octets, at, at + padded - 4);
    return padded;
  }

  private setByteOrder(octets: Uint8Array, at: number): boolean {
    if (uint32(octets, at) === BYTE_ORDER_MAGIC) this.order = BIG;
    else if (uint32Little(octets, at) === BYTE_ORDER_MAGIC) this.order = LITTLE;
    else return false;
    return true;
  }

  /** Goes on behind the damage; a file that begins with it is refused. */
  private stop(code: WarningCode, values?: Readonly<Record<string, string | number>>): number {
    if (this.hasSection) return this.damage.begin(this.cutter.offset, code, values);
    this.isStopped = true;
    this.refusal = values === undefined ? { kind: "pcapng-damaged" } : { kind: "pcapng-damaged", values };
    return 1;
  }

  /** Whether a block begins there, behind damage: of a known type, with the same length at both ends. */
  private makesSense(octets: Uint8Array, at: number, end: number): boolean {
    if (at + SHORTEST_BLOCK > end) return false;
    const length = this.order.uint32(octets, at + 4);
    if (length < SHORTEST_BLOCK || length > LONGEST_BEHIND_DAMAGE || length % 4 !== 0) return false;
    if (!KNOWN_BLOCKS.has(this.order.uint32(octets, at))) return false;
    return at + length <= end && this.order.uint32(octets, at + length - 4) === length;
  }

  /** @param end where the body of the block ends and the second length stands */
  private readBlock(octets: Uint8Array, at: number, end: number): void {
    const body = at + 8;
    const type = this.order.uint32(octets, at);
    switch (type) {
      case BlockType.SectionHeader:
        this.readSectionHeader(octets, body);
        this.sink.noteHeader(end + 4 - at, true);
        break;
      case BlockType.InterfaceDescription:
        this.readInterface(octets, body, end);
        this.sink.noteHeader(end + 4 - at, false);
        break;
      case BlockType.EnhancedPacket:
        this.readEnhancedPacket(octets, body, end, this.order.uint32(octets, body));
        break;
      case BlockType.Packet:
        this.readEnhancedPacket(octets, body, end, this.order.uint16(octets, body));
        break;
      case BlockType.SimplePacket:
        this.readSimplePacket(octets, body, end);
        break;
      case BlockType.NameResolution:
        readHostNames(octets, body, end, this.order, this.sink.builder.hostNames);
        break;
      default:
        this.countOther(OTHER_RECORDS.get(type));
    }
  }

  private countOther(reason: SkipReason | undefined): void {
    if (reason !== undefined) this.sink.takeOther(reason);
  }

  private readSectionHeader(octets: Uint8Array, body: number): void {
    const major = this.order.uint16(octets, body + 4);
    const minor = this.order.uint16(octets, body + 6);
    this.interfaces = [];
    if (major === 1) {
      this.hasSection = true;
      this.sink.report.format = "pcapng";
      return;
    }
    const version = `${major}.${minor}`;
    this.isStopped = true;
    if (this.hasSection) this.sink.warn(this.cutter.offset, "section-version", { version });
    else this.refusal = { kind: "pcapng-version", values: { version } };
  }

  private readInterface(octets: Uint8Array, body: number, end: number): void {
    const { order } = this;
    if (body + 8 > end) return this.sink.warn(this.cutter.offset, "block-short");
    let resolution = MICROSECONDS;
    let offset = 0n;
    for (const { code, at, length } of pcapngOptions(octets, body + 8, end, order)) {
      if (code === IF_TSRESOL && length === 1) resolution = octets[at];
      if (code === IF_TSOFFSET && length === 8) offset = int64(octets, at, order);
    }
    this.interfaces.push({
      layer: this.sink.layerOf(order.uint16(octets, body)),
      snapLength: order.uint32(octets, body + 4),
      clock: new PcapngClock(resolution, offset),
    });
  }

  /** Enhanced packet block. The old packet block differs only in the place of the interface. */
  private readEnhancedPacket(octets: Uint8Array, body: number, end: number, interfaceId: number): void {
    const { order, sink } = this;
    const from = this.interfaces[interfaceId];
    if (from === undefined) {
      sink.warn(this.cutter.offset, "unknown-interface", { interface: interfaceId });
      return sink.takeOther("unknown-interface");
    }
    const capturedLength = order.uint32(octets, body + 12);
    const packetAt = body + 20;
    if (packetAt + capturedLength > end) {
      sink.warn(this.cutter.offset, "packet-length", { length: capturedLength });
      return sink.takeOther("malformed");
    }
    const rowsBefore = sink.builder.length;
    const time = from.clock.timeOf(
      order.uint32(octets, body + 4),
      order.uint32(octets, body + 8),
      sink.builder,
    );
    sink.take(
      from.layer,
      octets,
      packetAt,
      capturedLength,
      order.uint32(octets, body + 16),
      time,
      interfaceId + 1,
    );
    const optionsAt = packetAt + ((capturedLength + 3) & ~3);
    if (optionsAt < end) this.readComments(octets, optionsAt, end, rowsBefore);
  }

  private readComments(octets: Uint8Array, at: number, end: number, rowsBefore: number): void {
    const { builder } = this.sink;
    if (builder.length === rowsBefore) return;
    const comments: string[] = [];
    for (const option of pcapngOptions(octets, at, end, this.order)) {
      if (option.code !== OPT_COMMENT) continue;
      comments.push(new TextDecoder().decode(octets.subarray(option.at, option.at + option.length)));
    }
    if (comments.length === 0) return;
    for (let row = rowsBefore; row < builder.length; row++) builder.comments.set(row, comments.join("\n"));
  }

  private readSimplePacket(octets: Uint8Array, body: number, end: number): void {
    const from = this.interfaces[0];
    if (from === undefined) {
      this.sink.warn(this.cutter.offset, "unknown-interface", { interface: 0 });
      return this.sink.takeOther("unknown-interface");
    }
    const wireLength = this.order.uint32(octets, body);
    const packetAt = body + 4;
    const kept = from.snapLength === 0 ? wireLength : Math.min(wireLength, from.snapLength);
    this.sink.take(
      from.layer,
      octets,
      packetAt,
      Math.max(0, Math.min(kept, end - packetAt)),
      wireLength,
      Number.NaN,
      1,
    );
  }
}

function int64(octets: Uint8Array, at: number, order: SectionOrder): bigint {
  const high = BigInt(order.uint32(octets, order.isLittle ? at + 4 : at));
  const low = BigInt(order.uint32(octets, order.isLittle ? at : at + 4));
  return BigInt.asIntN(64, (high << 32n) | low);
}
