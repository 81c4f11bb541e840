import type { LineContext, PacketLine } from "../dialects/line-context.ts";
import type { TextSegment } from "../dialects/text-segment.ts";
import type { PlainLines } from "../lines/split-lines.ts";
import { PlainLineReader } from "./plain-tcpdump-line.ts";

/** Takes the lines of a run. */
export interface PlainRunSink {
  /** Whether the present lines may be the payload of a packet. */
  readonly isPayload: boolean;
  /** Begins a run: what is above it is complete. */
  endBefore(): void;
  /** Takes a line that no line below belongs to. */
  takeWhole(segment: TextSegment, line: string): void;
  /** Takes the last line of a run, which lines below may belong to. */
  takeLast(packet: PacketLine, line: string): void;
}

/**
 * Takes consecutive plain lines of tcpdump. Each but the last is complete, so it need not wait for the lines below
 * it.
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
        // It has its time and all its fields, so nothing of it is read again.
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
