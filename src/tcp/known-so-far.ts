import type { ConnectionAnalysis, Move } from "./analysis.ts";
import { type Annotation, annotationsAt } from "./annotation.ts";
import type { Position } from "./position.ts";

/**
 * What the analysis of the whole connection knows of its first segments, without naming a later one: states and
 * losses are the final ones; evidence that is still to come is left out, with the notes that rest on it. A lesson
 * uses it to reveal a connection step by step without ever taking something back; `analyseBeginning` knows less, and
 * gives nothing of the rest away.
 * @param beginning what `analyseBeginning` says of the same segments, and of no more
 */
export function knownSoFar(whole: ConnectionAnalysis, beginning: ConnectionAnalysis): ConnectionAnalysis {
  const last = beginning.segments.length;
  // The state before the first segment may give away how that segment is answered.
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
    numbers: {
      ...beginning.numbers,
      start: whole.numbers.start.slice(0, last),
      end: whole.numbers.end.slice(0, last),
      ack: whole.numbers.ack.slice(0, last),
      origin: whole.numbers.origin,
    },
    initial,
    ambiguousClose: ambiguousCloseOf(whole, last),
    moves: whole.moves
      .filter(({ position }) => position <= last)
      .map((move) => withoutLaterProof(move, last)),
    annotations: notedSoFar(whole, beginning),
  };
}

/** A note that a SYN crosses another one, or is answered with a RST, comes with that other segment. */
function notedSoFar(whole: ConnectionAnalysis, beginning: ConnectionAnalysis): readonly Annotation[] {
  // The last segment comes with what followed it, such as an ICMP error.
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
