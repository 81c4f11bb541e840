// What a capture of the benchmark is written to.
import { closeSync, openSync, writeSync } from "node:fs";

/** Second in which every capture begins. */
const EPOCH = 1_760_000_000;
const CHUNK = 4 << 20;

/** A pcap or pcapng file, written in large pieces. */
export class CaptureFile {
  constructor(path, format, snapLength) {
    this.descriptor = openSync(path, "w");
    this.isPcapng = format === "pcapng";
    this.chunk = Buffer.alloc(CHUNK);
    this.at = 0;
    this.written = 0;
    const limit = snapLength === 0 ? 262_144 : snapLength;
    if (this.isPcapng) {
      this.numbers(0x0a0d0d0a, 28, 0x1a2b3c4d, 1, 0xffffffff, 0xffffffff, 28);
      this.numbers(1, 20, 1, limit, 20);
    } else {
      this.numbers(0xa1b2c3d4);
      this.at = this.chunk.writeUInt32LE(0x00040002, this.at);
      this.numbers(0, 0, limit, 1);
    }
  }

  /** @param {number} time microseconds since the capture began */
  record(time, octets, wireLength) {
    if (this.at + octets.length + 64 > this.chunk.length) this.flush();
    const seconds = EPOCH + Math.floor(time / 1e6);
    const padding = -octets.length & 3;
    if (this.isPcapng) {
      const ticks = BigInt(EPOCH) * 1_000_000n + BigInt(time);
      const length = 32 + octets.length + padding;
      this.numbers(
        6,
        length,
        0,
        Number(ticks >> 32n),
        Number(ticks & 0xffffffffn),
        octets.length,
        wireLength,
      );
      this.octets(octets, padding);
      this.numbers(length);
    } else {
      this.numbers(seconds, time % 1e6, octets.length, wireLength);
      this.octets(octets, 0);
    }
  }

  close() {
    this.flush();
    closeSync(this.descriptor);
    return this.written;
  }

  numbers(...values) {
    for (const value of values) this.at = this.chunk.writeUInt32LE(value, this.at);
  }

  octets(octets, padding) {
    this.chunk.set(octets, this.at);
    this.at += octets.length;
    for (let i = 0; i < padding; i++) this.chunk[this.at++] = 0;
  }

  flush() {
    writeSync(this.descriptor, this.chunk, 0, this.at);
    this.written += this.at;
    this.at = 0;
  }
}
