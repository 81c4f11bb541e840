import type { SteppedConnection } from "../analysis.ts";
import type { Annotation, AnnotationKind } from "../annotation.ts";
import type { Position } from "../position.ts";
import { annotateFindings } from "./annotate-findings.ts";
import { HandshakeAnnotator } from "./annotate-handshake.ts";
import { SequenceAnnotator } from "./annotate-sequence.ts";
import type { Report } from "./annotation-report.ts";
import { createRowClock } from "./row-clock.ts";

/** Annotations that refer to an explanation, not to a segment that they are measured from. */
const WITHOUT_INTERVAL: ReadonlySet<AnnotationKind> = new Set(["gap-before", "ack-unseen"]);

/**
 * Everything noteworthy about the segments of a connection, in order of position (docs/state-machine.md 7.2). One pass.
 */
export function annotateConnection(stepped: SteppedConnection): Annotation[] {
  const annotations: Annotation[] = [];
  const clock = createRowClock(stepped);
  const sequence = new SequenceAnnotator(stepped, clock);
  const handshake = new HandshakeAnnotator(stepped);
  const quoted = new Set(stepped.quotedErrors.map((error) => error.position));
  let position: Position = 0;
  const report: Report = (kind, { count, refersTo = null, octets } = {}) => {
    annotations.push({
      position,
      kind,
      count: count ?? null,
      refersTo,
      interval: refersTo === null || WITHOUT_INTERVAL.has(kind) ? null : clock(refersTo, position),
      ...(octets === undefined ? {} : { octets }),
    });
  };
  for (position = 1; position <= stepped.segments.length; position++) {
    sequence.visit(position, report);
    handshake.visit(position, report);
    annotateFindings(stepped, position, report);
    if (quoted.has(position)) report("icmp-unreachable");
  }
  return annotations;
}
