import { SYN, URG } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import type { SteppedConnection } from "../analysis.ts";
import { Finding, RST_SHAPES } from "../analysis.ts";
import type { AnnotationKind } from "../annotation.ts";
import type { Position } from "../position.ts";
import type { Report } from "./annotation-report.ts";

/** Findings of the machine that are annotations, in the order of docs/state-machine.md 7.2. */
const BY_FINDING: readonly (readonly [finding: number, kind: AnnotationKind])[] = [
  [Finding.StraySyn, "stray-syn"],
  [Finding.ChallengeAck, "challenge-ack"],
  [Finding.RstNotExact, "rst-not-exact"],
  [Finding.RstOutside, "rst-outside"],
  [Finding.SimultaneousOpen, "simultaneous-open"],
  [Finding.SimultaneousClose, "simultaneous-close"],
  [Finding.UnseenFin, "unseen-fin"],
  [Finding.CapturedTwice, "captured-twice"],
  [Finding.TimeJump, "time-jump"],
  [Finding.Rejected, "rejected"],
];

const ANNOTATED = BY_FINDING.reduce((bits, [finding]) => bits | finding, 0);

const BY_RST_SHAPE: Readonly<Record<(typeof RST_SHAPES)[number], AnnotationKind | null>> = {
  none: null,
  refused: "rst-refused",
  reply: "rst-reply",
  abort: "rst-abort",
  bare: "rst-bare",
};

/** Reports what the machine found about the row, and what its header or the text around it shows. */
export function annotateFindings(stepped: SteppedConnection, position: Position, report: Report): void {
  const { segments, findings, rstShape } = stepped;
  const index = position - 1;
  const found = findings[index];
  const flags = segments.flags[index];
  if (position === 1 && startsAfterAnother(stepped)) report("port-reuse");
  if ((segments.marks[index] & Mark.ElidedBefore) !== 0) report("elided");
  const shape = BY_RST_SHAPE[RST_SHAPES[rstShape[index]] ?? "none"];
  if (shape !== null && (found & Finding.CapturedTwice) === 0) report(shape);
  if ((found & ANNOTATED) !== 0)
    for (const [finding, kind] of BY_FINDING) if ((found & finding) !== 0) report(kind);
  // The reader dropped a stamp that cannot be right, so nothing can be measured to this row.
  if ((segments.marks[index] & Mark.TimeSuspect) !== 0) report("time-jump");
  if ((flags & URG) !== 0) report("urgent", { octets: segments.urgentPointer.get(index) ?? 0 });
}

/**
 * Whether a SYN opens the connection on a pair that was in use before. A mid-stream start may be the same connection.
 */
function startsAfterAnother({ connection, segments }: SteppedConnection): boolean {
  return connection.previous !== null && (segments.flags[0] & SYN) !== 0;
}
