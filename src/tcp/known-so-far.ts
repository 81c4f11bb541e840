import type { ConnectionAnalysis, Move } from "./analysis.ts";
import { type Annotation, annotationsAt } from "./annotation.ts";
import type { Position } from "./position.ts";

/**
 * What the analysis of the whole connection knows of its first segments, without naming a later one: states and losses
 * are those that hold in the end; evidence that is still to come is left out, and so is a note that rests on it. For
 * telling a connection bit by bit, so that nothing is ever taken back; `analyseBeginning` knows less, and gives nothing
 * of the rest away.
 * @param beginning what `analyseBeginning` says of the same segments, and of no more
 */
export function knownSoFar(whole: ConnectionAnalysis, beginning: ConnectionAnalysis): ConnectionAnalysis {
  const last = beginning.segments.length;
  // What an end was in before the first segment may tell how that will be answered.
  const initial = last === 0 ? beginning.initial : whole.initial;
  return {
    ...beginning,
    fate: whole.fate.slice(0, last),
    arrivesAt: whole.arrivesAt.slice(0, last).map((at) => Math.min(at, last + 1)),
    provedBy: whole.provedBy.slice(0, last).map((at) => (at > last ? 0 : at)),
    contradictedBy: whole.contradictedBy.slice(0, last).map((at) => (at > last ? 0 : at)),
    copyOf: whole.copyOf.slice(0, last),
    rstShape: whole.rstShape.slice(0, last),
    findings: whole.findings.slice(0, last),
    quotedErrors: whole.quotedErrors.filter(({ position }) => position <= last),
    initialSequenceNumber: whole.initialSequenceNumber,
    relativeBase: whole.relativeBase,
    initial,
    ambiguousClose: ambiguousCloseOf(whole, last),
    moves: whole.moves
      .filter(({ position }) => position <= last)
      .map((move) => withoutLaterProof(move, last)),
    annotations: notedSoFar(whole, beginning),
  };
}

/** That a SYN crosses another, or is answered with a RST, is noteworthy once the other one is there. */
function notedSoFar(whole: ConnectionAnalysis, beginning: ConnectionAnalysis): readonly Annotation[] {
  // With the last segment is told what came after it, as an ICMP error.
  if (beginning.segments.length === whole.segments.length) return whole.annotations;
  return whole.annotations.filter(({ kind, position }) =>
    annotationsAt(beginning.annotations, position).some((note) => note.kind === kind),
  );
}

function withoutLaterProof(move: Move, last: Position): Move {
  return move.provedBy !== null && move.provedBy > last ? { ...move, provedBy: null } : move;
}

function ambiguousCloseOf(
  { ambiguousClose }: ConnectionAnalysis,
  last: Position,
): ConnectionAnalysis["ambiguousClose"] {
  if (ambiguousClose === null || ambiguousClose.from > last) return null;
  const { until } = ambiguousClose;
  return until !== null && until > last ? { ...ambiguousClose, until: null } : ambiguousClose;
}
