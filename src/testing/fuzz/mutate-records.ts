import type { Random } from "../random.ts";
import { joined, withEdge } from "./mutate-octets.ts";

/** The head of a capture file and its records (pcap) or blocks (pcapng), cut where their lengths say. */
export interface RecordedFile {
  readonly head: Uint8Array;
  readonly records: readonly Uint8Array[];
}

const PCAP_HEAD = 24;
const PCAP_RECORD_HEAD = 16;
const BLOCK_FRAME = 12;

export function cutPcap(octets: Uint8Array): RecordedFile {
  const isLittle = octets[0] !== 0xa1;
  const head = octets.subarray(0, PCAP_HEAD);
  return { head, records: cut(octets, head.length, (view, at) => pcapLength(view, at, isLittle)) };
}

export function cutPcapng(octets: Uint8Array): RecordedFile {
  const isLittle = octets[8] === 0x4d;
  const records = cut(octets, 0, (view, at) => Math.max(BLOCK_FRAME, view.getUint32(at + 4, isLittle)));
  return { head: new Uint8Array(0), records };
}

/** The octets in pieces that begin at `from`; `lengthAt` says how long each is. The rest is the last piece. */
function cut(
  octets: Uint8Array,
  from: number,
  lengthAt: (view: DataView, at: number) => number,
): Uint8Array[] {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const pieces: Uint8Array[] = [];
  let at = from;
  while (at < octets.length) {
    const length = at + PCAP_RECORD_HEAD <= octets.length ? lengthAt(view, at) : octets.length - at;
    pieces.push(octets.subarray(at, at + length));
    at += length;
  }
  return pieces;
}

function pcapLength(view: DataView, at: number, isLittle: boolean): number {
  return PCAP_RECORD_HEAD + view.getUint32(at + 8, isLittle);
}

/**
 * A file that a broken or hostile writer could have made: records gone, doubled, swapped, taken from another file,
 * or with a wrong number in one of their heads (of the record, the link, IP, TCP, its options).
 */
export function mutateRecords(file: RecordedFile, random: Random, other: RecordedFile): Uint8Array {
  const records = [...file.records];
  let { head } = file;
  for (let changes = 1 + random.below(3); changes > 0; changes--) {
    const at = random.below(Math.max(1, records.length));
    const record = records[at];
    switch (random.below(8)) {
      case 0:
        records.splice(at, 1);
        break;
      case 1:
        if (record) records.splice(random.below(records.length + 1), 0, record);
        break;
      case 2:
        if (record) records.splice(random.below(records.length), 1, record);
        break;
      case 3: {
        const foreign = other.records[random.below(Math.max(1, other.records.length))];
        if (foreign) records.splice(at, 0, foreign);
        break;
      }
      case 4:
        if (head.length > 0) head = withEdge(head, random, random.below(head.length));
        break;
      default:
        if (record) records[at] = withEdge(record, random, placeInHeads(random, record.length));
    }
  }
  return joined([head, ...records]);
}

/** Heads stand first: half of the places lie in the first 34 octets, nearly all in the first 110. */
function placeInHeads(random: Random, length: number): number {
  const reach = random.chance(0.5) ? 34 : random.chance(0.9) ? 110 : length;
  return random.below(Math.max(1, Math.min(reach, length)));
}
