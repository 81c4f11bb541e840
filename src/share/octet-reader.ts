import { RefusedLink } from "./link-refusal.ts";

/** Bits that hold the longest time of a link in nanoseconds. */
const LARGE_BITS = 70;

/** Reads octets from an untrusted source. Throws {@link RefusedLink} beyond their end and at an impossible value. */
export class OctetReader {
  private readonly octets: Uint8Array;
  private at = 0;

  constructor(octets: Uint8Array) {
    this.octets = octets;
  }

  /** How many octets are left. */
  get left(): number {
    return this.octets.length - this.at;
  }

  octet(): number {
    const octet = this.octets[this.at++];
    if (octet === undefined) throw new RefusedLink({ code: "damaged" });
    return octet;
  }

  /** A number of `count` octets (1..4), the highest first. */
  fixed(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = value * 256 + this.octet();
    return value;
  }

  /** A view of the next `count` octets. */
  take(count: number): Uint8Array {
    if (count > this.left) throw new RefusedLink({ code: "damaged" });
    this.at += count;
    return this.octets.subarray(this.at - count, this.at);
  }

  /** A whole number up to `limit`, which is at most 2^53-1. */
  varint(limit = Number.MAX_SAFE_INTEGER): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const octet = this.octet();
      value += (octet & 0x7f) * scale;
      if (value > limit) throw new RefusedLink({ code: "too-large" });
      if (octet < 0x80) return value;
    }
  }

  largeVarint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const octet = this.octet();
      value |= BigInt(octet & 0x7f) << shift;
      if (shift > LARGE_BITS) throw new RefusedLink({ code: "too-large" });
      if (octet < 0x80) return value;
    }
  }

  /** A number of eight octets of IEEE 754, the highest first. */
  double(): number {
    const octets = this.take(8);
    return new DataView(octets.buffer, octets.byteOffset, 8).getFloat64(0);
  }

  /** Text of at most `limit` octets of UTF-8. */
  text(limit: number): string {
    const octets = this.take(this.varint(limit));
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
    } catch {
      throw new RefusedLink({ code: "damaged" });
    }
  }
}
