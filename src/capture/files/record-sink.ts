import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import { FrameDecoder, type Layer, type LayerTables } from "../frame-decoder.ts";
import type { SegmentNames } from "../names/segment-names.ts";
import type { ReadReport, Refusal } from "../read-report.ts";
import type { SkipReason, WarningCode } from "../reading-codes.ts";
import { RecordIndex, RECORDS_A_MARK } from "../records/record-index.ts";
import { type ReadUnit, UnitCutter } from "./unit-cutter.ts";

/** The reason under which first fragments are counted while the rest of their datagram may still come. */
const FRAGMENT = "ip-fragment";

/** Takes the records of capture files: counts them and decodes their headers. */
export class RecordSink {
  readonly builder: SegmentTableBuilder;
  readonly report: ReadReport;
  readonly index = new RecordIndex();
  private readonly layers: LayerTables;
  private readonly decoder: FrameDecoder;
  private cutter: UnitCutter = new UnitCutter(() => -1);

  constructor(
    builder: SegmentTableBuilder,
    report: ReadReport,
    layers: LayerTables,
    names: SegmentNames | null = null,
  ) {
    this.builder = builder;
    this.report = report;
    this.layers = layers;
    this.decoder = new FrameDecoder(builder, layers, names);
  }

  /** What cuts the file into its records. */
  cut(readUnit: ReadUnit, offset = 0): UnitCutter {
    this.cutter = new UnitCutter(readUnit);
    this.cutter.offset = offset;
    return this.cutter;
  }

  /** Notes that the unit at hand describes records that follow. */
  noteHeader(length: number, beginsSection: boolean): void {
    this.index.noteHeader(this.cutter.offset, length, beginsSection);
  }

  /** The layer that records of a LINKTYPE_ value begin with. */
  layerOf(linkType: number): Layer {
    return this.layers.linkTypes.get(linkType) ?? ((frame) => frame.skip(`link-type-${linkType}`));
  }

  /**
   * Takes one record.
   *
   * @param time in the unit of the time column; NaN without a time
   * @param capturePoint the interface from 1; 0 if it is not known
   */
  take(
    layer: Layer,
    octets: Uint8Array,
    at: number,
    capturedLength: number,
    wireLength: number,
    time: number,
    capturePoint: number,
  ): void {
    const { report, builder } = this;
    this.count();
    builder.noteRelativeTime(time);
    const reason = this.decoder.decode(
      layer,
      octets,
      at,
      capturedLength,
      wireLength,
      report.records,
      time,
      capturePoint,
    );
    if (reason !== null) report.skip(reason);
  }

  /** Counts a record that holds no packet at all. */
  takeOther(reason: SkipReason): void {
    this.count();
    this.report.skip(reason);
  }

  private count(): void {
    const { report } = this;
    if (report.records++ % RECORDS_A_MARK === 0) this.index.noteRecord(this.cutter.offset);
  }

  /** Notes that the next octets hold no record. */
  noteDamage(octets: number): void {
    const { from, octets: before } = this.report.damage ?? { from: this.cutter.offset, octets: 0 };
    this.report.damage = { from, octets: before + octets };
  }

  warn(offset: number, code: WarningCode, values?: Readonly<Record<string, string | number>>): void {
    const reason = values === undefined ? { code } : { code, values };
    this.report.warn({ place: { kind: "byte", at: offset }, text: "", reason });
  }

  /** Ends the capture. Refuses one without segments, and says what it held instead. */
  finish(): Refusal | null {
    const { builder, report } = this;
    report.octets = this.cutter.offset + this.cutter.pending.length;
    report.index = this.index;
    report.unskip(FRAGMENT, this.decoder.finish());
    this.index.fragments = this.decoder.fragmentFrames;
    if (builder.length > 0) return null;
    if (report.records === 0) return { kind: "no-packets" };
    return {
      kind: "no-tcp-segments",
      values: { records: report.records, ...Object.fromEntries(report.skipped) },
    };
  }
}
