import { flagNames } from "../segments/flags.ts";
import type { ConnectionAnalysis } from "./analysis.ts";
import { RST_SHAPES } from "./analysis.ts";
import type { Annotation } from "./annotation.ts";
import { annotationsAt } from "./annotation.ts";
import { ARROWS } from "./arrows.ts";
import type { Fact } from "./fact.ts";
import { callFacts } from "./facts/call-facts.ts";
import { linuxFacts } from "./facts/linux-facts.ts";
import { numberFacts } from "./facts/number-facts.ts";
import { optionFacts } from "./facts/option-facts.ts";
import { pathFacts } from "./facts/path-facts.ts";
import { roundTripFacts } from "./facts/round-trip-facts.ts";
import { waitFacts } from "./facts/wait-facts.ts";
import type { Position } from "./position.ts";
import { fateAt, segmentAt } from "./segment-at.ts";
import { movesAt } from "./states.ts";

/**
 * Everything there is to explain about the segment at a position, in the order of explaining (docs/state-machine.md
 * section 9). Position 0: what holds before the first segment. It reads back through the connection, so call it only
 * for the segment on screen.
 */
export function factsAt(analysis: ConnectionAnalysis, position: Position): Fact[] {
  if (position <= 0) return factsBefore(analysis);
  if (position > analysis.segments.length) return [];
  const annotations = annotationsAt(analysis.annotations, position);
  const moves = movesAt(analysis, position);
  const numbers = numberFacts(analysis, position, annotations);
  const acknowledgment = numbers.find((fact) => fact.kind === "acknowledgment");
  return [
    segmentFact(analysis, position),
    ...callFacts(analysis, position, annotations, moves),
    ...numbers,
    ...moves.map((move): Fact => ({ kind: "move", move, arrow: ARROWS[move.arrow] })),
    fateFact(analysis, position),
    ...optionFacts(analysis, position),
    ...annotations.map((annotation): Fact => annotationFact(analysis, annotation)),
    ...roundTripFacts(analysis, position, acknowledgment),
    ...pathFacts(analysis, position),
    ...waitFacts(analysis, position, moves),
    ...linuxFacts(analysis, position, annotations, moves),
  ];
}

function factsBefore({ connection, initial, verdict }: ConnectionAnalysis): Fact[] {
  const facts: Fact[] = [
    { kind: "initial-state", side: "client", state: initial.client.state },
    { kind: "initial-state", side: "server", state: initial.server.state },
  ];
  if (!verdict.startCaptured) facts.push({ kind: "start-not-captured", roleBasis: connection.roleBasis });
  return facts;
}

function segmentFact(analysis: ConnectionAnalysis, position: Position): Fact {
  const { sender, flags, payloadLength } = segmentAt(analysis, position);
  return {
    kind: "segment",
    sender,
    flags: flagNames(flags),
    payloadLength: payloadLength ?? 0,
    rstShape: RST_SHAPES[analysis.rstShape[position - 1]] ?? "none",
  };
}

function fateFact(analysis: ConnectionAnalysis, position: Position): Fact {
  const index = position - 1;
  const orNull = (value: number | undefined): Position | null =>
    value === undefined || value === 0 ? null : value;
  return {
    kind: "fate",
    fate: fateAt(analysis, position),
    arrivesAt: orNull(analysis.arrivesAt[index]),
    provedBy: orNull(analysis.provedBy[index]),
    contradictedBy: orNull(analysis.contradictedBy[index]),
  };
}

/** Divides the interval by that of the copy before: 2 means that the timer doubled. */
function annotationFact({ annotations }: ConnectionAnalysis, annotation: Annotation): Fact {
  const { interval, refersTo, kind } = annotation;
  const before = refersTo === null ? [] : annotationsAt(annotations, refersTo);
  const previous = before.find((each) => each.kind === kind)?.interval ?? null;
  const factor = interval === null || previous === null || previous <= 0 ? null : interval / previous;
  return { kind: "annotation", annotation, factor };
}
