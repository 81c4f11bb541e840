import type { Writable } from "node:stream";

const CHUNK = 1 << 16;

/** A list within a line whose elements are made one by one, because a line may exceed the longest string. */
export interface LongList {
  readonly field: string;
  readonly elements: Iterable<object>;
}

/** Writes one JSON object a line, in large chunks, and waits while the reader of the stream is slow. */
export class JsonLines {
  private pending = "";
  private readonly stream: Writable;

  constructor(stream: Writable) {
    this.stream = stream;
  }

  async write(value: object): Promise<void> {
    await this.append(`${JSON.stringify(value)}\n`);
  }

  /** One line with the fields of `before`, the list, and the fields of `after`. Neither may be empty. */
  async writeWithList(before: object, { field, elements }: LongList, after: object): Promise<void> {
    await this.append(`${JSON.stringify(before).slice(0, -1)},${JSON.stringify(field)}:[`);
    let separator = "";
    for (const element of elements) {
      await this.append(separator + JSON.stringify(element));
      separator = ",";
    }
    await this.append(`],${JSON.stringify(after).slice(1)}\n`);
  }

  /** Hands everything written so far to the stream. */
  async flush(): Promise<void> {
    if (this.pending === "") return;
    const chunk = this.pending;
    this.pending = "";
    if (!this.stream.write(chunk)) await new Promise<void>((resolve) => this.stream.once("drain", resolve));
  }

  private async append(text: string): Promise<void> {
    this.pending += text;
    if (this.pending.length >= CHUNK) await this.flush();
  }
}
