import { uint16, uint16Little, uint32, uint32Little } from "../../base/octets.ts";
import type { FormatReader } from "../format-reader.ts";
import type { Layer } from "../frame-decoder.ts";
import type { Refusal } from "../read-report.ts";
import { DamageSearch } from "./damage-search.ts";
import { RecordClock } from "./record-clock.ts";
import type { RecordSink } from "./record-sink.ts";
import type { UnitCutter } from "./unit-cutter.ts";

const FILE_HEADER = 24;
const RECORD_HEADER = 16;
/**
 * What a record header may measure, the likeliest first. The patched libpcap of 1999 wrote 24 octets, that of SuSE 6.3
 * wrote 28, and some writers use its magic number with plain headers. Red Hat 6.1 (24) and Nokia (20) kept the plain
 * magic number (Wireshark, wiretap/libpcap.c).
 */
const RECORD_HEADERS = [RECORD_HEADER, 24, 20];
const MODIFIED_RECORD_HEADERS = [24, RECORD_HEADER, 28];
/** The longest record that tools write (libpcap's MAXIMUM_SNAPLEN); a longer one is damage. */
const LONGEST_RECORD = 262144;
const A_YEAR = 366 * 24 * 3600;
const MICROSECOND = 1000;

const NANOSECOND_MAGIC = 0xa1b23c4d;
const MODIFIED_MAGIC = 0xa1b2cd34;

/**
 * Classic pcap (draft-ietf-opsawg-pcap): microseconds or nanoseconds, either byte order, and the forms with longer
 * record headers.
 */
export class PcapReader implements FormatReader {
  private cutter: UnitCutter;
  private readonly damage: DamageSearch;
  private readonly sink: RecordSink;
  private refusal: Refusal | null = null;
  private layer: Layer | null = null;
  private readUint32 = uint32;
  private recordHeader = RECORD_HEADER;
  /** What the record header may measure; one length: it is certain. */
  private recordHeaders: readonly number[] = [RECORD_HEADER];
  private clock: RecordClock;
  /** Before version 2.3 the two lengths of a record were in reverse order, and in 2.3 in some files. */
  private version = 0;
  /** The fraction of a second is below this. */
  private fractions = 1e6;
  /** Seconds of the last record; 0 before the first. */
  private seconds = 0;
  private isStopped = false;

  constructor(sink: RecordSink) {
    this.sink = sink;
    this.damage = new DamageSearch(sink);
    this.cutter = sink.cut((octets, at, end) => this.readUnit(octets, at, end));
    this.clock = new RecordClock(sink.builder, MICROSECOND);
  }

  push(slice: Uint8Array): void {
    this.cutter.push(slice);
  }

  finish(): Refusal | null {
    this.damage.endFile();
    if (this.damage.isOn) this.cutter.flush();
    const { length } = this.cutter.pending;
    if (this.layer === null && this.refusal === null) return { kind: "pcap-header-cut", values: { length } };
    if (this.refusal !== null) return this.refusal;
    if (this.recordHeaders.length > 1 && length > 0) return this.finishWithFewRecords();
    if (length > 0) this.sink.warn(this.cutter.offset, "record-cut", { missing: this.cutter.missing });
    return this.sink.finish();
  }

  /** Ends a file with at most one record, in which the length of the record header is still uncertain. */
  private finishWithFewRecords(): Refusal | null {
    const rest = this.cutter.pending.slice();
    const captured = this.readUint32(rest, 8);
    this.settleHeader(this.recordHeaders.find((header) => header + captured === rest.length));
    const { offset } = this.cutter;
    this.cutter = this.sink.cut((octets, at, end) => this.readUnit(octets, at, end), offset);
    this.cutter.push(rest);
    return this.finish();
  }

  private readUnit(octets: Uint8Array, at: number, end: number): number {
    if (this.isStopped) return end - at;
    if (this.layer === null) {
      if (end - at < FILE_HEADER) return -FILE_HEADER;
      this.readFileHeader(octets, at);
      this.sink.noteHeader(FILE_HEADER, true);
      return FILE_HEADER;
    }
    if (this.damage.isOn) {
      const passed = this.damage.pass(at, end, (next, isWhole) =>
        this.makesSense(octets, next, end, isWhole),
      );
      if (passed !== 0) return passed;
    }
    return this.readRecord(this.layer, octets, at, end);
  }

  private readFileHeader(octets: Uint8Array, at: number): void {
    const isLittle = octets[at] !== 0xa1;
    const readUint16 = isLittle ? uint16Little : uint16;
    this.readUint32 = isLittle ? uint32Little : uint32;
    const magic = this.readUint32(octets, at);
    if (magic === NANOSECOND_MAGIC) {
      this.clock = new RecordClock(this.sink.builder, 1);
      this.fractions = 1e9;
    }
    const major = readUint16(octets, at + 4);
    const minor = readUint16(octets, at + 6);
    this.version = major * 100 + minor;
    if (magic === MODIFIED_MAGIC) this.recordHeaders = MODIFIED_RECORD_HEADERS;
    else if (magic !== NANOSECOND_MAGIC && this.version > 203) this.recordHeaders = RECORD_HEADERS;
    if (major !== 2) {
      this.refusal = { kind: "pcap-version", values: { version: `${major}.${minor}` } };
      this.isStopped = true;
    }
    // The upper 16 bits of the field hold the length of a frame check sequence.
    this.layer = this.sink.layerOf(this.readUint32(octets, at + 20) & 0xffff);
    this.sink.report.format = "pcap";
  }

  private readRecord(layer: Layer, octets: Uint8Array, at: number, end: number): number {
    if (end - at < this.recordHeader) return -this.recordHeader;
    if (this.recordHeaders.length > 1) {
      const needed = this.measureHeader(octets, at, end);
      if (needed > 0) return -needed;
    }
    const capturedLength = this.readUint32(octets, this.isSwapped(octets, at) ? at + 12 : at + 8);
    const wireLength = this.readUint32(octets, this.isSwapped(octets, at) ? at + 8 : at + 12);
    if (capturedLength > LONGEST_RECORD) {
      return this.damage.begin(this.cutter.offset, "record-length", { length: capturedLength });
    }
    const length = this.recordHeader + capturedLength;
    if (end - at < length) return -length;
    this.seconds = this.readUint32(octets, at);
    const time = this.clock.timeOf(this.seconds, this.readUint32(octets, at + 4));
    this.sink.take(layer, octets, at + this.recordHeader, capturedLength, wireLength, time, 0);
    return length;
  }

  /** Whether the two lengths of the record stand in reverse order. */
  private isSwapped(octets: Uint8Array, at: number): boolean {
    if (this.version > 203) return false;
    return this.version < 203 || this.readUint32(octets, at + 8) > this.readUint32(octets, at + 12);
  }

  /** Whether a record begins there, behind damage: the next one, or the end of the file, must follow. */
  private makesSense(octets: Uint8Array, at: number, end: number, isWhole: boolean): boolean {
    if (!this.isRecordHeader(octets, at, end)) return false;
    const isSwapped = this.isSwapped(octets, at);
    const next = at + this.recordHeader + this.readUint32(octets, isSwapped ? at + 12 : at + 8);
    return (isWhole && next === end) || this.isRecordHeader(octets, next, end);
  }

  private isRecordHeader(octets: Uint8Array, at: number, end: number): boolean {
    if (at + this.recordHeader > end) return false;
    const [one, other] = [this.readUint32(octets, at + 8), this.readUint32(octets, at + 12)];
    return (
      Math.min(one, other) > 0 &&
      Math.max(one, other) <= LONGEST_RECORD &&
      (one <= other || this.version < 203) &&
      (this.seconds === 0 || Math.abs(this.readUint32(octets, at) - this.seconds) < A_YEAR) &&
      this.readUint32(octets, at + 4) < this.fractions
    );
  }

  /**
   * The position of the second record decides how long the record headers are. Returns how many octets it needs for
   * that, or 0 once it is decided.
   */
  private measureHeader(octets: Uint8Array, at: number, end: number): number {
    const length = this.readUint32(octets, at + 8);
    let measured: number | undefined;
    if (length <= LONGEST_RECORD) {
      const needed = Math.max(...this.recordHeaders) + length + RECORD_HEADER;
      if (end - at < needed) return needed;
      measured = this.recordHeaders.find((header) => this.followsRecord(octets, at, at + header + length));
    }
    this.settleHeader(measured);
    return 0;
  }

  private settleHeader(measured: number | undefined): void {
    this.recordHeader = measured ?? this.recordHeaders[0];
    this.recordHeaders = [this.recordHeader];
  }

  /** Whether a record header at `next` makes sense after the one at `at`. */
  private followsRecord(octets: Uint8Array, at: number, next: number): boolean {
    const seconds = this.readUint32(octets, next) - this.readUint32(octets, at);
    const capturedLength = this.readUint32(octets, next + 8);
    return (
      Math.abs(seconds) < A_YEAR &&
      this.readUint32(octets, next + 4) < this.fractions &&
      capturedLength <= LONGEST_RECORD &&
      capturedLength <= this.readUint32(octets, next + 12)
    );
  }
}
