import { RST } from "../../segments/flags.ts";
import { distance } from "../../segments/sequence-number.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import { Finding } from "../analysis.ts";
import type { AnnotationKind } from "../annotation.ts";
import { createRowClock } from "../notes/row-clock.ts";
import { sequenceRow } from "../notes/sequence-row.ts";
import type { Position } from "../position.ts";
import type { Timing } from "../verdict.ts";

/** After one of these it is not known which copy an acknowledgment answers (Karn; RFC 6298 section 3). */
const AMBIGUOUS: ReadonlySet<AnnotationKind> = new Set([
  "retransmission",
  "fast-retransmission",
  "spurious-retransmission",
  "fin-retransmission",
  "out-of-order",
  "keep-alive",
  "window-probe",
]);

/** Whether the annotation says that a segment was, or may have been, sent more than once. */
export function isSentAgain(kind: AnnotationKind): boolean {
  return AMBIGUOUS.has(kind);
}

/**
 * The time from each data segment to the segment that acknowledges exactly up to its end, in order of the
 * acknowledgments. Repeated segments give none, and nothing is measured across a time jump.
 */
export function dataRoundTrips(analysis: ConnectionAnalysis): Timing[] {
  const { segments, fromClient, findings } = analysis;
  const clock = createRowClock(analysis);
  const ambiguous = ambiguousPositions(analysis);
  const outstanding = [new OutstandingData(), new OutstandingData()] as const;
  const timings: Timing[] = [];
  for (let position = 1; position <= segments.length; position++) {
    const index = position - 1;
    const isReset = (segments.flags[index] & RST) !== 0;
    if (isReset || (findings[index] & Finding.CapturedTwice) !== 0) continue;
    const own = fromClient[index] === 1 ? 1 : 0;
    const row = sequenceRow(analysis, position);
    const answered = row.acknowledges
      ? outstanding[own === 1 ? 0 : 1].acknowledge(row.acknowledgmentNumber)
      : null;
    const duration = answered === null || ambiguous.has(answered) ? null : clock(answered, position);
    if (answered !== null && duration !== null) timings.push({ from: answered, to: position, duration });
    if (row.payloadLength > 0 && row.isSequenceSeen && !ambiguous.has(position)) {
      outstanding[own].push(position, row.end);
    }
  }
  return timings;
}

function ambiguousPositions({ annotations }: ConnectionAnalysis): Set<Position> {
  const ambiguous = new Set<Position>();
  for (const { kind, position, refersTo } of annotations) {
    if (!isSentAgain(kind)) continue;
    ambiguous.add(position);
    if (refersTo !== null) ambiguous.add(refersTo);
  }
  return ambiguous;
}

/** Segments of one end that are not acknowledged yet, oldest first. */
class OutstandingData {
  private readonly positions: Position[] = [];
  private readonly ends: number[] = [];
  private taken = 0;

  push(position: Position, end: number): void {
    this.positions.push(position);
    this.ends.push(end);
  }

  /** Drops what the number acknowledges. Returns the segment that ends exactly there, or null. */
  acknowledge(acknowledgmentNumber: number): Position | null {
    let exact: Position | null = null;
    while (this.taken < this.ends.length) {
      const left = distance(this.ends[this.taken], acknowledgmentNumber);
      if (left < 0) break;
      exact = left === 0 ? (this.positions[this.taken] ?? null) : null;
      this.taken++;
    }
    return exact;
  }
}
