import type { SteppedConnection } from "./analysis.ts";
import { Finding } from "./analysis.ts";
import type { ClosingMarks } from "./closing-marks.ts";
import type { ConnectionHistory } from "./connection-history.ts";
import { otherSide } from "./connection.ts";
import type { Closing, Opening, Outcome } from "./verdict.ts";

/** How the connection was opened, as far as the capture holds it (STATE-MACHINE 8.3). */
export function judgeOpening(stepped: SteppedConnection, { syns, synAcks }: ConnectionHistory): Opening {
  if (stepped.findings.some((found) => (found & Finding.SimultaneousOpen) !== 0)) return "simultaneous-open";
  if (syns.length > 0 && synAcks.length > 0) {
    const hasData = syns.some((position) => (stepped.segments.payloadLength[position - 1] ?? 0) > 0);
    return hasData ? "fast-open" : "three-way";
  }
  if (syns.length > 0) return "syn-only";
  return synAcks.length > 0 ? "partly-captured" : "not-captured";
}

/** How it was closed (STATE-MACHINE 8.3). */
export function judgeClosing(outcome: Outcome, closing: ClosingMarks, history: ConnectionHistory): Closing {
  const { first } = closing;
  if (outcome === "refused") return "none";
  if (history.endingRst !== null && outcome !== "complete") return first === null ? "rst" : "fin-then-rst";
  if (first === null) return "none";
  const firstFin = closing[first];
  const secondFin = closing[otherSide(first)];
  if (secondFin === null) return "one-side-only";
  // Which of the four ways it was cannot be told when one FIN is not in the capture.
  if (firstFin?.isCaptured !== true || !secondFin.isCaptured) return "none";
  if (firstFin.acknowledged === "before-own-fin") return "four-segments";
  return firstFin.acknowledged === "with-own-fin" ? "three-segments" : "simultaneous";
}
