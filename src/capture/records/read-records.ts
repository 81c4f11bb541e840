import { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import { PcapReader } from "../files/pcap-reader.ts";
import { PcapngReader } from "../files/pcapng-reader.ts";
import { RecordSink } from "../files/record-sink.ts";
import { SnoopReader } from "../files/snoop-reader.ts";
import { type ReadUnit, UnitCutter } from "../files/unit-cutter.ts";
import type { FormatReader } from "../format-reader.ts";
import type { Layer } from "../frame-decoder.ts";
import { LAYERS } from "../layers.ts";
import { ReadReport } from "../read-report.ts";
import type { CaptureFormat } from "../read-report.ts";
import { markOf, type RecordIndex, RECORDS_A_MARK } from "./record-index.ts";

/** A record of a capture file, as it stands there. Valid until the next one is read. */
export interface FileRecord {
  /** Its number in the file, from 1. */
  readonly frame: number;
  /** All of it, with its header: `octets[unitAt .. unitEnd)`. */
  readonly octets: Uint8Array;
  readonly unitAt: number;
  readonly unitEnd: number;
  /** The packet that it holds. */
  readonly packetAt: number;
  readonly capturedLength: number;
  readonly wireLength: number;
  /** The layer that the packet begins with. */
  readonly layer: Layer;
  readonly linkType: number;
  readonly time: number;
  /** The interface from 1; 0 if it is not known. */
  readonly capturePoint: number;
}

/** Octets `at` to `end` of a file; of a compressed file, of what it holds. `end` may be infinite. */
export interface OctetRange {
  readonly at: number;
  readonly end: number;
}

/** Reads parts of a file, in ascending order, without overlaps. Each slice is of one part. */
export type ReadRanges = (
  ranges: readonly OctetRange[],
) => AsyncIterable<{ readonly range: number; readonly slice: Uint8Array }>;

/** What a record is taken by, and the headers between. */
export interface RecordTaker {
  readonly record: (record: FileRecord) => void;
  /** A header that describes the records behind it (`RecordIndex.headers`), as it stands in the file. */
  readonly header?: (octets: Uint8Array) => void;
}

/**
 * Reads records of a capture file again. Only the marks that hold a wanted record are read, with the headers that
 * describe them; every record of these is handed on, also those that are not wanted.
 * @param frames numbers of the wanted records, ascending, with those of fragments (`RecordIndex.withFragments`)
 */
export async function readRecords(
  format: CaptureFormat,
  index: RecordIndex,
  frames: Iterable<number>,
  readRanges: ReadRanges,
  taker: RecordTaker,
): Promise<void> {
  const plan = planOf(index, marksOf(frames));
  const sink = new WalkingSink(taker);
  const reader = readerOf(format, sink);
  let current = -1;
  for await (const { range, slice } of readRanges(plan)) {
    const part = plan[range];
    if (part === undefined) continue;
    if (range !== current) {
      current = range;
      sink.goTo(part.at, part.mark === null ? null : part.mark * RECORDS_A_MARK);
    }
    reader.push(slice);
  }
  reader.finish();
}

/** A part of the file: records from a mark on, or, where `mark` is null, a header alone. */
interface PlannedRange extends OctetRange {
  readonly mark: number | null;
}

/** The marks of the frames, each once. */
function marksOf(frames: Iterable<number>): number[] {
  const marks: number[] = [];
  for (const frame of frames) {
    const mark = markOf(frame);
    if (marks.at(-1) !== mark) marks.push(mark);
  }
  return marks;
}

/** The parts to read. A header within the part before is read there. */
function planOf(index: RecordIndex, marks: readonly number[]): PlannedRange[] {
  const plan: PlannedRange[] = [];
  const { headers } = index;
  let next = 0;
  let until = 0;
  for (const mark of marks) {
    const at = index.offsetOf(mark);
    let since: PlannedRange[] = [];
    for (let header = headers[next]; header && header.end <= at; header = headers[++next]) {
      if (header.at < until) continue;
      if (header.beginsSection) since = [];
      since.push({ at: header.at, end: header.end, mark: null });
    }
    plan.push(...since);
    until = index.offsetOf(mark + 1);
    plan.push({ at, end: until, mark });
  }
  return plan;
}

function readerOf(format: CaptureFormat, sink: RecordSink): FormatReader {
  if (format === "pcapng") return new PcapngReader(sink);
  return format === "snoop" ? new SnoopReader(sink) : new PcapReader(sink);
}

/** Hands records on instead of decoding them. */
class WalkingSink extends RecordSink {
  private readonly taker: RecordTaker;
  private taken: Omit<FileRecord, "octets" | "unitAt" | "unitEnd"> | null = null;
  private isHeader = false;
  private walked: UnitCutter = new UnitCutter(() => -1);
  private readonly linkTypes = new Map<Layer, number>();

  constructor(taker: RecordTaker) {
    super(new SegmentTableBuilder(), new ReadReport(), LAYERS);
    this.taker = taker;
  }

  /** Goes on at an offset. @param records how many stand before it; null: none follows there */
  goTo(offset: number, records: number | null): void {
    this.walked.offset = offset;
    if (records !== null) this.report.records = records;
  }

  override layerOf(linkType: number): Layer {
    // A layer of its own, so that the link type of a record is known by it.
    const known = super.layerOf(linkType);
    const layer: Layer = (frame, at, end) => known(frame, at, end);
    this.linkTypes.set(layer, linkType);
    return layer;
  }

  override cut(readUnit: ReadUnit, offset = 0): UnitCutter {
    this.walked = super.cut((octets, at, end) => {
      const length = readUnit(octets, at, end);
      const unitEnd = at + length;
      if (this.isHeader) this.taker.header?.(octets.subarray(at, unitEnd));
      if (this.taken !== null) this.taker.record({ ...this.taken, octets, unitAt: at, unitEnd });
      this.taken = null;
      this.isHeader = false;
      return length;
    }, offset);
    return this.walked;
  }

  override noteHeader(): void {
    this.isHeader = true;
  }

  override take(
    layer: Layer,
    _octets: Uint8Array,
    packetAt: number,
    capturedLength: number,
    wireLength: number,
    time: number,
    capturePoint: number,
  ): void {
    const frame = ++this.report.records;
    const linkType = this.linkTypes.get(layer) ?? 0;
    this.taken = { frame, packetAt, capturedLength, wireLength, layer, linkType, time, capturePoint };
  }
}
