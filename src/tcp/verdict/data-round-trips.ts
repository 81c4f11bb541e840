import { RST } from "../../segments/flags.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import type { AnnotationKind } from "../annotation.ts";
import { createRowClock } from "../notes/row-clock.ts";
import { sequenceRow } from "../notes/sequence-row.ts";
import type { Position } from "../position.ts";
import { isSkippedAt } from "../segment-at.ts";
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
  const { segments, fromClient, numbers } = analysis;
  const clock = createRowClock(analysis);
  const ambiguous = ambiguousPositions(analysis);
  const outstanding = [new OutstandingData(), new OutstandingData()] as const;
  const timings: Timing[] = [];
  for (let position = 1; position <= segments.length; position++) {
    const index = position - 1;
    const isReset = (segments.flags[index] & RST) !== 0;
    if (isReset || isSkippedAt(analysis, position)) continue;
    const own = fromClient[index] === 1 ? 1 : 0;
    const row = sequenceRow(analysis, position);
    const answered = row.acknowledges ? outstanding[own === 1 ? 0 : 1].acknowledge(numbers.ack[index]) : null;
    const duration = answered === null || ambiguous.has(answered) ? null : clock(answered, position);
    if (answered !== null && duration !== null) timings.push({ from: answered, to: position, duration });
    if (row.payloadLength > 0 && row.isSequenceSeen && !ambiguous.has(position)) {
      outstanding[own].push(position, numbers.end[index]);
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

/** Segments of one end that are not acknowledged yet, oldest first. Numbers are unwrapped. */
class OutstandingData {
  private readonly positions: Position[] = [];
  private readonly ends: number[] = [];
  private taken = 0;

  push(position: Position, end: number): void {
    this.positions.push(position);
    this.ends.push(end);
  }

  /** Drops what the number acknowledges. Returns the segment that ends exactly there, or null. */
  acknowledge(ack: number): Position | null {
    const from = this.taken;
    while (this.taken < this.ends.length && this.ends[this.taken] <= ack) this.taken++;
    const last = this.taken - 1;
    return this.taken > from && this.ends[last] === ack ? (this.positions[last] ?? null) : null;
  }
}
