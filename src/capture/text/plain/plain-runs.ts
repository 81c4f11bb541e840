import type { LineContext, PacketLine } from "../dialects/line-context.ts";
import type { TextSegment } from "../dialects/text-segment.ts";
import type { PlainLines } from "../lines/split-lines.ts";
import { PlainLineReader } from "./plain-tcpdump-line.ts";

/** What becomes of the lines of a run. */
export interface PlainRunSink {
  /** Whether the lines now read may be the payload of a packet. */
  readonly isPayload: boolean;
  /** A run begins: what stands above it is whole. */
  endBefore(): void;
  /** Takes a line to which nothing below it belongs. */
  takeWhole(segment: TextSegment, line: string): void;
  /** Takes the last line of a run: what stands below it may belong to it. */
  takeLast(packet: PacketLine, line: string): void;
}

/**
 * Takes plain lines of tcpdump that stand one below the other. Each but the last is known to be whole, so that it need
 * not wait for what comes below it.
 */
export class PlainRuns implements PlainLines {
  next = 0;
  private readonly reader: PlainLineReader;
  private readonly sink: PlainRunSink;

  constructor(context: LineContext, sink: PlainRunSink) {
    this.reader = new PlainLineReader(context);
    this.sink = sink;
  }

  /** As {@link PlainLineReader.open}. */
  open(text: string, octets: Uint8Array): void {
    this.reader.open(text, octets);
  }

  take(text: string, at: number, number: number): number {
    const { reader, sink } = this;
    if (sink.isPayload) return 0;
    let segment = reader.read(at, number);
    if (segment === null) return 0;
    sink.endBefore();
    let from = at;
    for (let count = 1; ; count++) {
      const { next, lineEnd } = reader;
      const below = reader.read(next, number + count);
      const line = text.slice(from, lineEnd);
      if (below === null) {
        // It has its time and all its fields: nothing of it is read again.
        sink.takeLast({ segment, coreFrom: 0, end: line.length, completeness: "whole", doubts: 0 }, line);
        this.next = next;
        return count;
      }
      sink.takeWhole(segment, line);
      segment = below;
      from = next;
    }
  }
}
