import type { TextSegment } from "./dialects/text-segment.ts";

/** A bridge or a veth repeats a packet within this time. */
const ALSO_SEEN_SECONDS = 0.05;
const RECENT = 8;
/** The appearances of a packet stand near one another: older names are forgotten. */
const MOST_NAMED = 1 << 16;

/** Finds lines that repeat a segment of the text: on another interface, or written out again. */
export class Repetitions {
  private recent = new Map<object, TextSegment[]>();
  private timed = new Map<string, number>();
  private indexed = 0;
  private readonly named = new Set<string>();

  /** The line that shows `segment` first; null if it is this one. `earlier` are the segments of its batch. */
  originalOf(segment: TextSegment, earlier: readonly TextSegment[]): number | null {
    return this.alsoOn(segment) ?? this.restates(segment, earlier);
  }

  /** Whether an earlier line between the same ends shows the packet of that name: pktmon prints it at each component. */
  isAgain({ endpoints }: TextSegment, packetName: string): boolean {
    const { source, destination } = endpoints;
    const key = `${packetName} ${source.address} ${source.port} ${destination.address} ${destination.port}`;
    if (this.named.has(key)) return true;
    if (this.named.size >= MOST_NAMED) this.named.clear();
    this.named.add(key);
    return false;
  }

  /** Forgets the batch that was appended. */
  startBatch(): void {
    this.recent = new Map();
    this.timed = new Map();
    this.indexed = 0;
  }

  /** The line that shows the same segment on another interface. */
  private alsoOn(segment: TextSegment): number | null {
    if (segment.interfaceName === null) return null;
    const recent = this.recent.get(segment.endpoints);
    if (recent === undefined) {
      this.recent.set(segment.endpoints, [segment]);
      return null;
    }
    for (const other of recent) {
      if (
        other.interfaceName !== segment.interfaceName &&
        isSame(segment, other) &&
        isClose(segment, other)
      ) {
        return other.line;
      }
    }
    recent.push(segment);
    if (recent.length > RECENT) recent.shift();
    return null;
  }

  /** The line with a time that this one, without a time, repeats in short. */
  private restates(segment: TextSegment, earlier: readonly TextSegment[]): number | null {
    if (segment.stamp !== null) return null;
    for (; this.indexed < earlier.length; this.indexed++) {
      const other = earlier[this.indexed];
      if (other !== undefined && other.stamp !== null) this.timed.set(keyOf(other), other.line);
    }
    return this.timed.get(keyOf(segment)) ?? null;
  }
}

/**
 * Which of the lines `bare`, which hold nothing but ends and flags, mention what another line of the batch prints, and
 * the number of that line.
 */
export function mentionsAmong(
  bare: readonly TextSegment[],
  batch: readonly TextSegment[],
): ReadonlyMap<TextSegment, number> {
  const printed = new Map<string, number>();
  for (const segment of batch) {
    const key = keyOf(segment, false);
    if (!segment.isBare && !printed.has(key)) printed.set(key, segment.line);
  }
  const mentions = new Map<TextSegment, number>();
  for (const segment of bare) {
    const line = printed.get(keyOf(segment, false));
    if (line !== undefined) mentions.set(segment, line);
  }
  return mentions;
}

function isSame(a: TextSegment, b: TextSegment): boolean {
  return (
    a.flags === b.flags &&
    a.sequence === b.sequence &&
    a.sequenceEnd === b.sequenceEnd &&
    a.acknowledgment === b.acknowledgment &&
    a.window === b.window &&
    a.length === b.length &&
    a.ipId === b.ipId
  );
}

function isClose(a: TextSegment, b: TextSegment): boolean {
  if (a.stamp === null || b.stamp === null || a.stamp.kind !== b.stamp.kind) return false;
  const seconds = a.stamp.seconds - b.stamp.seconds + (a.stamp.nanoseconds - b.stamp.nanoseconds) / 1e9;
  return Math.abs(seconds) <= ALSO_SEEN_SECONDS;
}

function keyOf({ endpoints, flags, sequence, acknowledgment }: TextSegment, withNumbers = true): string {
  const { source, destination } = endpoints;
  const numbers = withNumbers ? ` ${sequence} ${acknowledgment}` : "";
  return `${source.address} ${source.port} ${destination.address} ${destination.port} ${flags}${numbers}`;
}
