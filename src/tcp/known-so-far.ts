import type { ConnectionAnalysis, Move, Position } from "./analysis.ts";

/**
 * What the analysis of the whole connection knows of its first segments, without naming a later one: states, losses and
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
    annotations: whole.annotations.filter(({ position }) => position <= last),
  };
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
