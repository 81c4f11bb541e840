import { uint32 } from "../../base/octets.ts";
import type { FormatReader } from "../format-reader.ts";
import type { Layer } from "../frame-decoder.ts";
import type { Refusal } from "../read-report.ts";
import { DamageSearch } from "./damage-search.ts";
import { RecordClock } from "./record-clock.ts";
import type { RecordSink } from "./record-sink.ts";
import type { UnitCutter } from "./unit-cutter.ts";

const FILE_HEADER = 16;
const RECORD_HEADER = 24;
const VERSION = 2;
/** The longest record that Wireshark believes; a longer one is damage. */
const LONGEST_RECORD = 262144;
const A_YEAR = 366 * 24 * 3600;
const MICROSECOND = 1000;

/** The datalink types of RFC 1761 and of Solaris that hold IP, with the LINKTYPE_ value of the same layer. */
const LINK_TYPES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [4, 1],
  [2, 6],
  [8, 10],
  // DL_IPNET
  [26, 226],
]);

/** Solaris snoop (RFC 1761): big-endian, records of a length of their own, padded. */
export class SnoopReader implements FormatReader {
  private readonly sink: RecordSink;
  private readonly clock: RecordClock;
  private readonly cutter: UnitCutter;
  private readonly damage: DamageSearch;
  /** Seconds of the last record; 0 before the first. */
  private seconds = 0;
  private isStopped = false;
  private refusal: Refusal | null = null;
  private layer: Layer | null = null;

  constructor(sink: RecordSink) {
    this.clock = new RecordClock(sink.builder, MICROSECOND);
    this.sink = sink;
    this.damage = new DamageSearch(sink);
    this.cutter = sink.cut((octets, at, end) => (this.isStopped ? end - at : this.readUnit(octets, at, end)));
  }

  finish(): Refusal | null {
    this.damage.endFile();
    if (this.damage.isOn) this.cutter.flush();
    const { offset, missing, pending } = this.cutter;
    const isCut = pending.length > 0;
    if (isCut && this.layer !== null) this.sink.warn(offset, "record-cut", { missing });
    if (this.layer !== null && this.sink.report.records === 0) return { kind: "snoop-empty" };
    if (this.layer !== null) return this.sink.finish();
    return this.refusal ?? { kind: "snoop-header-cut", values: { length: pending.length } };
  }

  push(slice: Uint8Array): void {
    this.cutter.push(slice);
  }

  private readUnit(octets: Uint8Array, at: number, end: number): number {
    if (this.damage.isOn) {
      const passed = this.damage.pass(at, end, (next, isWhole) =>
        this.makesSense(octets, next, end, isWhole),
      );
      if (passed !== 0) return passed;
    }
    if (this.layer !== null) return this.readRecord(this.layer, octets, at, end);
    if (end - at < FILE_HEADER) return -FILE_HEADER;
    const version = uint32(octets, at + 8);
    const dataLink = uint32(octets, at + 12);
    const linkType = LINK_TYPES.get(dataLink);
    this.sink.report.format = "snoop";
    if (version !== VERSION || linkType === undefined) {
      this.refusal =
        version === VERSION
          ? { kind: "snoop-link", values: { type: dataLink } }
          : { kind: "snoop-version", values: { version } };
      this.isStopped = true;
    } else this.layer = this.sink.layerOf(linkType);
    this.sink.noteHeader(FILE_HEADER, true);
    return FILE_HEADER;
  }

  private readRecord(layer: Layer, octets: Uint8Array, at: number, end: number): number {
    if (end - at < RECORD_HEADER) return -RECORD_HEADER;
    const wireLength = uint32(octets, at);
    const capturedLength = uint32(octets, at + 4);
    const length = uint32(octets, at + 8);
    if (length < RECORD_HEADER + capturedLength || length > LONGEST_RECORD) {
      return this.damage.begin(this.cutter.offset, "record-length", { length });
    }
    if (end - at < length) return -length;
    this.seconds = uint32(octets, at + 16);
    const time = this.clock.timeOf(this.seconds, uint32(octets, at + 20));
    this.sink.take(layer, octets, at + RECORD_HEADER, capturedLength, wireLength, time, 0);
    return length;
  }

  /** Whether a record begins there, behind damage: the next one, or the end of the file, must follow. */
  private makesSense(octets: Uint8Array, at: number, end: number, isWhole: boolean): boolean {
    if (!this.isRecordHeader(octets, at, end)) return false;
    const next = at + uint32(octets, at + 8);
    return (isWhole && next === end) || this.isRecordHeader(octets, next, end);
  }

  private isRecordHeader(octets: Uint8Array, at: number, end: number): boolean {
    if (at + RECORD_HEADER > end) return false;
    const capturedLength = uint32(octets, at + 4);
    const length = uint32(octets, at + 8);
    return (
      capturedLength > 0 &&
      capturedLength <= uint32(octets, at) &&
      length >= RECORD_HEADER + capturedLength &&
      length <= LONGEST_RECORD &&
      (this.seconds === 0 || Math.abs(uint32(octets, at + 16) - this.seconds) < A_YEAR) &&
      uint32(octets, at + 20) < 1e6
    );
  }
}
