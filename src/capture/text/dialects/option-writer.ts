import { doubled } from "../../../base/doubled.ts";
import { OptionKind } from "../../../segments/options.ts";

/**
 * Collects the option octets of many segments, one after the other, in wire form. Offsets count from the first octet
 * ever written.
 */
export class OptionWriter {
  octets = new Uint8Array(4096);
  /** The offset after the last octet. */
  length = 0;
  /** How many SACK options were written. */
  sacks = 0;
  /** The offset of the first octet that is kept. */
  private start = 0;
  private lastBatchEnd = 0;

  /**
   * Forgets what was written before its last call. So the options of a line survive until the batch after the one in
   * which it was read.
   */
  endBatch(): void {
    this.octets.copyWithin(0, this.indexOf(this.lastBatchEnd), this.indexOf(this.length));
    this.start = this.lastBatchEnd;
    this.lastBatchEnd = this.length;
  }

  /** The index in {@link octets} of an offset, valid until the batch ends. */
  indexOf(place: number): number {
    return place - this.start;
  }

  octet(value: number): void {
    const index = this.indexOf(this.length++);
    if (index >= this.octets.length) this.octets = doubled(this.octets);
    this.octets[index] = value;
  }

  uint16(value: number): void {
    this.octet(value >>> 8);
    this.octet(value);
  }

  uint32(value: number): void {
    this.uint16(value >>> 16);
    this.uint16(value);
  }

  noOperation(): void {
    this.octet(OptionKind.NoOperation);
  }

  end(): void {
    this.octet(OptionKind.End);
  }

  maximumSegmentSize(value: number): void {
    this.octet(OptionKind.MaximumSegmentSize);
    this.octet(4);
    this.uint16(value);
  }

  windowScale(shift: number): void {
    this.octet(OptionKind.WindowScale);
    this.octet(3);
    this.octet(shift);
  }

  sackPermitted(): void {
    this.octet(OptionKind.SackPermitted);
    this.octet(2);
  }

  timestamps(value: number, echoReply: number): void {
    this.octet(OptionKind.Timestamps);
    this.octet(10);
    this.uint32(value);
    this.uint32(echoReply);
  }

  /** Edges as they are printed; {@link shiftSackEdges} makes them absolute. */
  sack(edges: readonly number[]): void {
    this.sacks++;
    this.octet(OptionKind.Sack);
    this.octet(2 + edges.length * 4);
    for (const edge of edges) this.uint32(edge);
  }

  /** Any option whose octets are printed. `hex` holds pairs of digits; `prefix` are octets in front of them. */
  raw(kind: number, hex: string, prefix: readonly number[] = []): void {
    const pairs = hex.length >> 1;
    if (pairs + prefix.length > 253) return;
    this.octet(kind);
    this.octet(2 + prefix.length + pairs);
    for (const octet of prefix) this.octet(octet);
    for (let i = 0; i < pairs; i++) this.octet(Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
  }
}

/** Adds `base` to every SACK edge among the options in `octets[at .. at + length)`, modulo 2^32. */
export function shiftSackEdges(octets: Uint8Array, at: number, length: number, base: number): void {
  const view = new DataView(octets.buffer, octets.byteOffset);
  let place = at;
  while (place < at + length) {
    const kind = octets[place];
    if (kind === OptionKind.End) return;
    if (kind === OptionKind.NoOperation) {
      place++;
      continue;
    }
    const size = Math.max(octets[place + 1] ?? 2, 2);
    if (kind === OptionKind.Sack) {
      for (let edge = place + 2; edge + 4 <= place + size; edge += 4) {
        view.setUint32(edge, (view.getUint32(edge) + base) >>> 0);
      }
    }
    place += size;
  }
}
