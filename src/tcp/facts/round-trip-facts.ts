import { RST } from "../../segments/flags.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import { type AnnotationKind, annotationsUpTo } from "../annotation.ts";
import { durationBetween } from "../notes/row-clock.ts";
import type { Position } from "../position.ts";
import type { Timing } from "../verdict.ts";

type AcknowledgmentFact = Extract<Fact, { kind: "acknowledgment" }>;

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
import type { Fact } from "../fact.ts";

/** Durations that the segment completes: the handshake, or the round trip of data that it acknowledges. */
export function roundTripFacts(
  analysis: ConnectionAnalysis,
  position: Position,
  acknowledgment: AcknowledgmentFact | undefined,
): Fact[] {
  const { handshakeRoundTrip, openingTime } = analysis.verdict;
  const facts: Fact[] = [];
  if (handshakeRoundTrip?.to === position) {
    const { from, duration } = handshakeRoundTrip;
    facts.push({ kind: "round-trip", of: "handshake", from, duration });
  }
  // If no SYN was repeated, it is the round trip and nothing else.
  if (openingTime?.to === position && hasRepeatedSyn(analysis, openingTime)) {
    const { from, duration } = openingTime;
    facts.push({ kind: "round-trip", of: "opening", from, duration });
  }
  // A RST answers no data: it may be sent without any.
  const isReset = (analysis.segments.flags[position - 1] & RST) !== 0;
  const data =
    acknowledgment === undefined || isReset ? null : measuredData(analysis, position, acknowledgment);
  const duration = data === null ? null : durationBetween(analysis, data, position);
  if (data !== null && duration !== null) {
    facts.push({ kind: "round-trip", of: "data", from: data, duration });
  }
  return facts;
}

/** The data segment that this one is the first to acknowledge, unless it was sent more than once (Karn). */
function measuredData(
  { annotations }: ConnectionAnalysis,
  position: Position,
  { reason, of, payloadLength, isNew }: AcknowledgmentFact,
): Position | null {
  if (of === null || reason !== "end-of-segment" || payloadLength === 0 || !isNew) return null;
  for (let index = annotationsUpTo(annotations, of - 1); index < annotations.length; index++) {
    const annotation = annotations[index];
    if (annotation === undefined || annotation.position >= position) break;
    const isOfIt = annotation.position === of || annotation.refersTo === of;
    if (isOfIt && AMBIGUOUS.has(annotation.kind)) return null;
  }
  return of;
}

function hasRepeatedSyn({ annotations }: ConnectionAnalysis, { to }: Timing): boolean {
  return annotations.some(({ kind, position }) => kind === "syn-retransmission" && position < to);
}
