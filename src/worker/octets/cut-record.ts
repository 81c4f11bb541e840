import { uint16, uint16Little, uint32, uint32Little } from "../../base/octets.ts";
import type { CaptureFormat } from "../../capture/read-report.ts";
import type { FileRecord } from "../../capture/records/read-records.ts";

const SIMPLE_PACKET = 3;
/** Where the captured length stands: in a pcap record, a snoop record, and a packet block of pcapng. */
const LENGTH_AT = { pcap: 8, snoop: 4, pcapng: 20 } as const;
const SNOOP_RECORD_LENGTH = 8;
const BIG_MAGIC = 0x1a2b3c4d;

/**
 * A record without what stands behind `end`; its length on the wire stays. The options of pcapng, which may hold
 * comments, are left out. A simple packet block cannot say that it is cut: its data is overwritten with zeros.
 */
export function cutRecord(format: CaptureFormat, record: FileRecord, end: number): Uint8Array<ArrayBuffer> {
  const { octets, unitAt, packetAt } = record;
  if (format === "pcapng") return cutBlock(record, end);
  const cut = octets.slice(unitAt, end);
  const captured = end - packetAt;
  const before = record.capturedLength;
  if (format === "snoop") {
    const view = new DataView(cut.buffer);
    view.setUint32(LENGTH_AT.snoop, captured);
    view.setUint32(SNOOP_RECORD_LENGTH, cut.length);
    return cut;
  }
  // Old versions have the two lengths in reverse order; where both are equal, the first is the captured one.
  const isLittle =
    uint32Little(octets, unitAt + 8) === before || uint32Little(octets, unitAt + 12) === before;
  const read = isLittle ? uint32Little : uint32;
  const at = read(octets, unitAt + LENGTH_AT.pcap) === before ? LENGTH_AT.pcap : LENGTH_AT.pcap + 4;
  new DataView(cut.buffer).setUint32(at, captured, isLittle);
  return cut;
}

function cutBlock({ octets, unitAt, unitEnd, packetAt }: FileRecord, end: number): Uint8Array<ArrayBuffer> {
  const isLittle =
    uint32Little(octets, unitAt + 4) === uint32Little(octets, unitEnd - 4) && isSmall(octets, unitAt);
  const read = isLittle ? uint32Little : uint32;
  if (read(octets, unitAt) === SIMPLE_PACKET) {
    const block = octets.slice(unitAt, unitEnd);
    block.fill(0, end - unitAt, unitEnd - unitAt - 4);
    return block;
  }
  const captured = end - packetAt;
  const length = packetAt - unitAt + ((captured + 3) & ~3) + 4;
  const block = new Uint8Array(length);
  block.set(octets.subarray(unitAt, end));
  const view = new DataView(block.buffer);
  view.setUint32(4, length, isLittle);
  view.setUint32(LENGTH_AT.pcapng, captured, isLittle);
  view.setUint32(length - 4, length, isLittle);
  return block;
}

/** Whether the type of a block is below 256 if its octets are read as little-endian: packets have such types. */
function isSmall(octets: Uint8Array, at: number): boolean {
  return uint16Little(octets, at) < 256 && uint16(octets, at + 2) === 0;
}

/** A section header that does not say how long its section is: some blocks of it are left out. */
export function withoutSectionLength(header: Uint8Array): Uint8Array<ArrayBuffer> {
  const octets = header.slice();
  const isBig = uint32(octets, 8) === BIG_MAGIC;
  new DataView(octets.buffer).setBigInt64(16, -1n, !isBig);
  return octets;
}
