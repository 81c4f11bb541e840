import { FIN, RST, SYN } from "../../segments/flags.ts";
import { distance } from "../../segments/sequence-number.ts";
import { sequenceLength } from "../../segments/sequence-space.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import { type Annotation, type AnnotationKind, RETRANSMISSIONS } from "../annotation.ts";
import type { Fact } from "../fact.ts";
import { sequenceRow } from "../notes/sequence-row.ts";
import type { SequenceRow } from "../notes/sequence-row.ts";
import type { Position } from "../position.ts";
import { isSkippedAt, type SegmentAt, segmentAt } from "../segment-at.ts";
import type { Side } from "../state.ts";

type SequenceFact = Extract<Fact, { kind: "sequence-number" }>;
type AcknowledgmentFact = Extract<Fact, { kind: "acknowledgment" }>;

const REPEATS: ReadonlySet<AnnotationKind> = new Set([...RETRANSMISSIONS, "keep-alive"]);

/** The facts that explain the numbers of a segment. */
export function numberFacts(
  analysis: ConnectionAnalysis,
  position: Position,
  annotations: readonly Annotation[],
): Fact[] {
  const row = sequenceRow(analysis, position);
  const segment = segmentAt(analysis, position);
  const facts: Fact[] = [sequenceNumberFact(row, segment, annotations)];
  if (row.end !== row.sequenceNumber && row.isSequenceKnown) {
    facts.push({
      kind: "takes",
      first: row.sequenceNumber,
      next: row.end,
      payloadLength: row.payloadLength,
      countsSyn: (row.flags & SYN) !== 0,
      countsFin: (row.flags & FIN) !== 0,
    });
  }
  if (row.acknowledges) facts.push(acknowledgmentFact(analysis, row, segment));
  return facts;
}

function sequenceNumberFact(
  row: SequenceRow,
  { sequence }: SegmentAt,
  annotations: readonly Annotation[],
): SequenceFact {
  return {
    kind: "sequence-number",
    value: row.sequenceNumber,
    relative: sequence.relative,
    role: roleOf(row, annotations),
  };
}

function roleOf(row: SequenceRow, annotations: readonly Annotation[]): SequenceFact["role"] {
  if (!row.isSequenceKnown) return "unknown";
  if (!row.isSequenceSeen) return "derived";
  if (annotations.some(({ kind }) => REPEATS.has(kind))) return "repeats";
  if ((row.flags & SYN) !== 0) return "initial";
  return annotations.some(({ kind }) => kind === "gap-before") ? "leaves-gap" : "continues";
}

function acknowledgmentFact(
  analysis: ConnectionAnalysis,
  row: SequenceRow,
  { sender, receiver, acknowledgment }: SegmentAt,
): AcknowledgmentFact {
  const explained = explain(analysis, row, receiver);
  const of = explained.of === null ? null : sequenceRow(analysis, explained.of);
  return {
    kind: "acknowledgment",
    value: row.acknowledgmentNumber,
    relative: acknowledgment.relative,
    reason: explained.reason,
    of: explained.of,
    sequenceNumber: of?.sequenceNumber ?? null,
    length: of === null ? 0 : sequenceLength(of.flags, of.payloadLength),
    payloadLength: of?.payloadLength ?? 0,
    countsSyn: of !== null && (of.flags & SYN) !== 0,
    countsFin: of !== null && (of.flags & FIN) !== 0,
    isNew: !wasAcknowledged(analysis, row, sender),
  };
}

/** The latest segment of the peer, before the row, that ends at the acknowledged number or holds it. */
function explain(
  analysis: ConnectionAnalysis,
  row: SequenceRow,
  peer: Side,
): { readonly reason: AcknowledgmentFact["reason"]; readonly of: Position | null } {
  const wanted = peer === "client" ? 1 : 0;
  let inside: Position | null = null;
  let hasPeer = false;
  let isBeyond = true;
  for (let position = row.position - 1; position > 0; position--) {
    if (analysis.fromClient[position - 1] !== wanted || isSkippedAt(analysis, position)) continue;
    const candidate = sequenceRow(analysis, position);
    if (!candidate.isSequenceKnown || (candidate.flags & RST) !== 0) continue;
    if (candidate.isSequenceRelative !== row.isAcknowledgmentRelative) continue;
    hasPeer = true;
    const takesNumbers = candidate.end !== candidate.sequenceNumber;
    const left = distance(row.acknowledgmentNumber, candidate.end);
    if (left === 0 && takesNumbers) return { reason: "end-of-segment", of: position };
    if (left >= 0) isBeyond = false;
    if (takesNumbers && left > 0 && distance(candidate.sequenceNumber, row.acknowledgmentNumber) > 0) {
      inside ??= position;
    }
  }
  if (inside !== null) return { reason: "inside-segment", of: inside };
  return { reason: hasPeer && isBeyond ? "beyond-captured" : "unexplained", of: null };
}

function wasAcknowledged(analysis: ConnectionAnalysis, row: SequenceRow, sender: Side): boolean {
  const wanted = sender === "client" ? 1 : 0;
  for (let position = row.position - 1; position > 0; position--) {
    if (analysis.fromClient[position - 1] !== wanted || isSkippedAt(analysis, position)) continue;
    const earlier = sequenceRow(analysis, position);
    if (earlier.acknowledges && (earlier.flags & RST) === 0) {
      return distance(earlier.acknowledgmentNumber, row.acknowledgmentNumber) <= 0;
    }
  }
  return false;
}
