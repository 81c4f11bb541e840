import { doubled } from "../base/doubled.ts";

/** Collects octets. */
export class OctetWriter {
  private octets = new Uint8Array(64);
  private end = 0;

  get length(): number {
    return this.end;
  }

  /** What was written: a view, valid until the next octet is written. */
  written(): Uint8Array {
    return this.octets.subarray(0, this.end);
  }

  octet(value: number): void {
    if (this.end >= this.octets.length) this.octets = doubled(this.octets);
    this.octets[this.end++] = value;
  }

  /** `count` octets, the highest first. */
  fixed(value: number, count: number): void {
    for (let shift = (count - 1) * 8; shift >= 0; shift -= 8) this.octet((value >>> shift) & 0xff);
  }

  all(octets: Uint8Array): void {
    for (const octet of octets) this.octet(octet);
  }

  /** A whole number 0..2^53-1 in groups of seven bits, the lowest first (LEB128). */
  varint(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.octet((rest % 0x80) | 0x80);
    this.octet(rest);
  }

  /** As {@link varint}, for a whole number of any size. */
  largeVarint(value: bigint): void {
    let rest = value;
    for (; rest >= 0x80n; rest >>= 7n) this.octet(Number(rest & 0x7fn) | 0x80);
    this.octet(Number(rest));
  }

  /** Eight octets of IEEE 754, the highest first. */
  double(value: number): void {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    this.all(new Uint8Array(view.buffer));
  }

  /** The length in octets, then UTF-8. */
  text(text: string): void {
    const octets = new TextEncoder().encode(text);
    this.varint(octets.length);
    this.all(octets);
  }
}
