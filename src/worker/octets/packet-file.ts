import { uint32, uint32Little } from "../../base/octets.ts";
import { type FileRecord, readRecords } from "../../capture/records/read-records.ts";
import { TracingDecoder } from "../../capture/records/trace-record.ts";
import { rawPcap } from "../../export/pcap.ts";
import type { PacketFile, PacketsWish } from "../questions.ts";
import { AnonymousPackets } from "./anonymous-packets.ts";
import type { CaptureFile } from "./capture-file.ts";
import { cutRecord, withoutSectionLength } from "./cut-record.ts";

/** Octets that are gathered before they become a part of the file, which the browser may keep on disk. */
const A_PART = 8 << 20;

const SECTION_HEADER = 0x0a0d0d0a;

/**
 * The packets of some connections, with the ICMP errors about them. Whole, with addresses as they are, every record
 * and every header that describes it stands in the file octet by octet as it was.
 */
export async function packetFile(
  file: CaptureFile,
  chosen: Uint32Array,
  { isWhole, isAnonymous }: PacketsWish,
): Promise<PacketFile> {
  const frames = framesOf(file, chosen);
  if (isAnonymous) return anonymousFile(file, frames, isWhole);
  const { format, index, readRanges } = file;
  const wanted = new Set(frames);
  const decoder = new TracingDecoder();
  const parts = new FileParts();
  let packets = 0;
  const copy = (record: FileRecord): void => {
    const { octets, unitAt, unitEnd } = record;
    if (isWhole) parts.add(octets.slice(unitAt, unitEnd));
    else parts.add(cutRecord(format, record, decoder.headersEnd(record)));
    packets++;
  };
  await readRecords(format, index, frames, readRanges, {
    header: (octets) => parts.add(isSection(octets) ? withoutSectionLength(octets) : octets.slice()),
    record: (record) => {
      if (!isWhole) decoder.trace(record);
      if (wanted.has(record.frame)) copy(record);
    },
  });
  return { file: parts.blob(), ending: format === "text" ? "pcap" : format, packets };
}

async function anonymousFile(
  { capture: { table }, format, index, readRanges }: CaptureFile,
  frames: Uint32Array,
  isWhole: boolean,
): Promise<PacketFile> {
  const wanted = new Set(frames);
  const decoder = new TracingDecoder();
  const packets = new AnonymousPackets(table, wanted, isWhole);
  await readRecords(format, index, frames, readRanges, {
    record: (record) => {
      for (const segment of decoder.trace(record)) if (wanted.has(record.frame)) packets.add(segment);
    },
  });
  for (const segment of decoder.traceIncomplete()) packets.add(segment);
  const file = new Blob([rawPcap(table.timeBase, (table.timeBase.resolution ?? 1) < 1000, packets.records)]);
  return { file, ending: "pcap", packets: packets.records.length };
}

/** The records of the connections, with those of their fragments and of the ICMP errors about them; ascending. */
function framesOf({ capture: { table }, connections, index }: CaptureFile, chosen: Uint32Array): Uint32Array {
  const frames: number[] = [];
  const flows = new Set<number>();
  const isChosen = new Set(chosen);
  for (const connection of chosen) {
    const count = connections.rowCount(connection);
    for (let position = 1; position <= count; position++) {
      frames.push(table.frame[connections.rowAt(connection, position)] ?? 0);
    }
    flows.add(connections.clientOf(connection) >>> 1);
  }
  const errors = table.icmpErrors.filter(({ flow }) => flows.has(flow >>> 1));
  const latest = new Map<number, number>();
  for (let connection = 0; errors.length > 0 && connection < connections.length; connection++) {
    const flow = connections.clientOf(connection) >>> 1;
    const first = table.frame[connections.rowAt(connection, 1)] ?? 0;
    // Connections stand in the order of their first segments: the last that began before the error is meant.
    for (const [at, error] of errors.entries()) {
      if (error.flow >>> 1 === flow && first <= error.frame) latest.set(at, connection);
    }
  }
  for (const [at, error] of errors.entries())
    if (isChosen.has(latest.get(at) ?? -1)) frames.push(error.frame);
  return index.withFragments(frames);
}

function isSection(octets: Uint8Array): boolean {
  return uint32(octets, 0) === SECTION_HEADER || uint32Little(octets, 0) === SECTION_HEADER;
}

/** A file in parts. */
class FileParts {
  private readonly done: Blob[] = [];
  private open: Uint8Array<ArrayBuffer>[] = [];
  private length = 0;

  add(octets: Uint8Array<ArrayBuffer>): void {
    this.open.push(octets);
    this.length += octets.length;
    if (this.length >= A_PART) this.close();
  }

  blob(): Blob {
    this.close();
    return new Blob(this.done);
  }

  private close(): void {
    this.done.push(new Blob(this.open));
    this.open = [];
    this.length = 0;
  }
}
