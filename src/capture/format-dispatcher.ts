import type { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { PcapReader } from "./files/pcap-reader.ts";
import { RecordSink } from "./files/record-sink.ts";
import type { FormatReader } from "./format-reader.ts";
import { LAYERS } from "./layers.ts";
import type { SegmentNames } from "./names/segment-names.ts";
import type { Packing, ReadReport, Refusal } from "./read-report.ts";
import { SNIFFED_OCTETS, type Sniffed, sniff } from "./sniff.ts";

/** A reader that is loaded when the first input needs it. */
type Awaited = Extract<Sniffed, { readonly kind: "pcapng" | "snoop" | "other" }>;

/**
 * Finds out what an input is and hands it to the reader of that format. It keeps the octets until they decide the
 * format, and until a reader that is loaded on demand is there.
 */
export class FormatDispatcher {
  private readonly builder: SegmentTableBuilder;
  private readonly report: ReadReport;
  private readonly isInflated: boolean;
  private readonly names: SegmentNames | null;
  private head: Uint8Array = new Uint8Array(0);
  private reader: FormatReader | null = null;
  private refusal: Refusal | null = null;
  private awaited: Awaited | null = null;
  /** The input is packed so. Nothing of it was read: push its contents to another dispatcher. */
  packing: Packing | null = null;

  /** @param isInflated the input is what a packed file held: another packing within it is refused */
  constructor(
    builder: SegmentTableBuilder,
    report: ReadReport,
    names: SegmentNames | null = null,
    isInflated = false,
  ) {
    this.builder = builder;
    this.report = report;
    this.names = names;
    this.isInflated = isInflated;
  }

  /** The input is refused, whatever follows. */
  get isRefused(): boolean {
    return this.refusal !== null;
  }

  /** The octets that were pushed before the format was decided. */
  get undecided(): Uint8Array {
    return this.head;
  }

  /** The reader must be loaded: call {@link load} before anything else. */
  get isLoading(): boolean {
    return this.awaited !== null;
  }

  /** Loads the reader that the input needs, and gives it the octets so far. */
  async load(): Promise<void> {
    if (this.awaited === null) return;
    this.reader = await this.readerOf(this.awaited);
    this.awaited = null;
    this.reader?.push(this.head);
    this.head = new Uint8Array(0);
  }

  private async readerOf(awaited: Awaited): Promise<FormatReader | null> {
    const { builder, report, names } = this;
    if (awaited.kind === "other") {
      const { sniffOther } = await import("./sniff-other.ts");
      const sniffed = sniffOther(this.head.subarray(0, SNIFFED_OCTETS));
      if (sniffed.kind === "refused") {
        this.refusal = sniffed.refusal;
        return null;
      }
      report.format = "text";
      const { createTextReader } = await import("./text/text-reader.ts");
      return createTextReader(builder, report, sniffed.encoding);
    }
    const sink = new RecordSink(builder, report, LAYERS, names);
    if (awaited.kind === "snoop") return new (await import("./files/snoop-reader.ts")).SnoopReader(sink);
    return new (await import("./files/pcapng-reader.ts")).PcapngReader(sink);
  }

  push(slice: Uint8Array): void {
    if (this.reader !== null) this.reader.push(slice);
    else if (this.refusal === null && this.packing === null) this.collect(slice, false);
  }

  /** Ends the input. Called once, last. Returns a refusal if the input gave nothing. */
  async finish(): Promise<Refusal | null> {
    if (this.reader === null && this.refusal === null && this.packing === null)
      this.collect(new Uint8Array(0), true);
    await this.load();
    return this.refusal ?? this.reader?.finish() ?? null;
  }

  private collect(slice: Uint8Array, isWhole: boolean): void {
    const known = this.head;
    // Joins only the octets that sniffing needs; the rest of a large slice is pushed as it is.
    const wanted = Math.min(slice.length, Math.max(0, SNIFFED_OCTETS - known.length));
    const head =
      known.length === 0 ? slice.subarray(0, SNIFFED_OCTETS) : joined(known, slice.subarray(0, wanted));
    const sniffed = sniff(head, isWhole);
    if (sniffed === null) {
      this.head = known.length === 0 ? head.slice() : head;
      return;
    }
    this.head = head;
    this.decide(sniffed);
    if (this.packing !== null || this.isLoading) {
      this.head = joined(known, slice);
      return;
    }
    this.head = new Uint8Array(0);
    this.reader?.push(head);
    if (head.length - known.length < slice.length)
      this.reader?.push(slice.subarray(head.length - known.length));
  }

  private decide(sniffed: Sniffed): void {
    const { builder, report } = this;
    switch (sniffed.kind) {
      case "refused":
        this.refusal = sniffed.refusal;
        break;
      case "gzip":
      case "zstd":
        if (this.isInflated) this.refusal = { kind: "gzip-twice" };
        else this.packing = sniffed.kind;
        break;
      case "pcap":
        this.reader = new PcapReader(new RecordSink(builder, report, LAYERS, this.names));
        break;
      default:
        this.awaited = sniffed;
    }
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a, 0);
  both.set(b, a.length);
  return both;
}
