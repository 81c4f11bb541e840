import type { Writable } from "node:stream";

const CHUNK = 1 << 16;

/** Writes one JSON value a line, in large chunks, and waits while the reader of the stream is slow. */
export class JsonLines {
  private pending = "";
  private readonly stream: Writable;

  constructor(stream: Writable) {
    this.stream = stream;
  }

  async write(value: unknown): Promise<void> {
    this.pending += `${JSON.stringify(value)}\n`;
    if (this.pending.length >= CHUNK) await this.flush();
  }

  /** Hands everything written so far to the stream. */
  async flush(): Promise<void> {
    if (this.pending === "") return;
    const chunk = this.pending;
    this.pending = "";
    if (!this.stream.write(chunk)) await new Promise<void>((resolve) => this.stream.once("drain", resolve));
  }
}
