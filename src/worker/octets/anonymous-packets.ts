import { uint16 } from "../../base/octets.ts";
import type { TracedSegment } from "../../capture/records/trace-record.ts";
import { ipPacket } from "../../export/ip-packet.ts";
import type { PcapRecord } from "../../export/pcap.ts";
import type { SegmentTable } from "../../segments/segment-table.ts";
import { blankOptions } from "../../share/blank-options.ts";

const FIXED_HEADER = 20;
const CHECKSUM_AT = 16;
const LOOPBACK = 127;
/** 198.18.0.0/15 is for benchmarks (RFC 2544); what it cannot hold comes from 240.0.0.0/4, which is reserved. */
const BENCHMARKS = 0xc6120000;
const BENCHMARK_HOSTS = 0x1fffe;
const RESERVED = 0xf0000000;
/** 2001:db8::/32 is for documentation (RFC 3849). */
const DOCUMENTATION = [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0];

/**
 * Packets with other addresses, and without the headers around IP, whose hardware addresses would tell as much. The
 * checksum of TCP stays as right, or as wrong, as it was. Options that may carry addresses are blanked.
 */
export class AnonymousPackets {
  readonly records: PcapRecord[] = [];
  private readonly isWhole: boolean;
  private readonly replacements = new Map<string, Uint8Array>();
  private readonly timeOfFrame = new Map<number, number>();

  /** @param frames the records that packets will be taken from */
  constructor(table: SegmentTable, frames: ReadonlySet<number>, isWhole: boolean) {
    this.isWhole = isWhole;
    for (let row = 0; row < table.length; row++) {
      const frame = table.frame[row] ?? 0;
      if (frames.has(frame)) this.timeOfFrame.set(frame, table.time[row] ?? Number.NaN);
    }
  }

  add({ octets, headerAt, payloadAt, capturedEnd, fields, ...ip }: TracedSegment): void {
    const { sourceAt, destinationAt, addressLength } = ip;
    const time = this.timeOfFrame.get(fields.frame) ?? Number.NaN;
    if (Number.isNaN(time)) return;
    const source = octets.subarray(sourceAt, sourceAt + addressLength);
    const destination = octets.subarray(destinationAt, destinationAt + addressLength);
    const before = octets.slice(headerAt, payloadAt);
    const after = before.slice();
    if (after.length > FIXED_HEADER) blankOptions(after.subarray(FIXED_HEADER));
    const [from, to] = [this.replacementOf(source), this.replacementOf(destination)];
    const change =
      sumOf(from) + sumOf(to) + sumOf(after) - sumOf(source) - sumOf(destination) - sumOf(before);
    if (after.length > CHECKSUM_AT + 1) {
      const checksum = updated(uint16(after, CHECKSUM_AT), change);
      new DataView(after.buffer).setUint16(CHECKSUM_AT, checksum);
    }
    const data = this.isWhole ? octets.subarray(payloadAt, capturedEnd) : new Uint8Array(0);
    const carried = new Uint8Array(after.length + data.length);
    carried.set(after);
    carried.set(data, after.length);
    const rest = fields.payloadLength - data.length;
    const packet = ipPacket(from, to, carried, {
      payloadLength: rest,
      identification: fields.ipId ?? 0,
      ttl: fields.ttl ?? 64,
    });
    this.records.push({ time, octets: packet, originalLength: packet.length + rest });
  }

  private replacementOf(address: Uint8Array): Uint8Array {
    if (isLoopback(address)) return address;
    const key = address.join(" ");
    const known = this.replacements.get(key);
    if (known !== undefined) return known;
    const replacement = numbered(this.replacements.size + 1, address.length === 4);
    this.replacements.set(key, replacement);
    return replacement;
  }
}

function isLoopback(address: Uint8Array): boolean {
  if (address.length === 4) return address[0] === LOOPBACK;
  return address.every((octet, i) => octet === (i === 15 ? 1 : 0));
}

function numbered(host: number, isV4: boolean): Uint8Array {
  const number = isV4 ? (host <= BENCHMARK_HOSTS ? BENCHMARKS + host : RESERVED + host) : host;
  const low = [number >>> 24, number >>> 16, number >>> 8, number].map((octet) => octet & 0xff);
  return Uint8Array.from(isV4 ? low : [...DOCUMENTATION, ...low]);
}

/** The sum of 16-bit numbers that the Internet checksum is made of (RFC 1071). */
function sumOf(octets: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < octets.length; at += 2) sum += uint16(octets, at);
  return sum;
}

/** The checksum after its octets changed (RFC 1624 section 3). */
function updated(checksum: number, change: number): number {
  const sum = (~checksum & 0xffff) + change;
  const folded = ((sum % 0xffff) + 0xffff) % 0xffff;
  return ~folded & 0xffff;
}
