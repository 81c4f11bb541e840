import { optionsOf } from "../../segments/options.ts";
import { advance } from "../../segments/sequence-number.ts";
import type { SteppedConnection } from "../analysis.ts";
import { Finding } from "../analysis.ts";
import { otherSide } from "../connection.ts";
import type { Position } from "../position.ts";
import type { Closing, Opening, Outcome } from "../verdict.ts";
import type { ClosingMarks } from "./closing-marks.ts";
import type { ConnectionHistory } from "./connection-history.ts";

/** How the connection was opened, as far as the capture holds it (docs/state-machine.md 8.3). */
export function judgeOpening(stepped: SteppedConnection, { syns, synAcks }: ConnectionHistory): Opening {
  if (stepped.findings.some((found) => (found & Finding.SimultaneousOpen) !== 0)) return "simultaneous-open";
  if (syns.length > 0 && synAcks.length > 0) {
    const { acknowledgmentNumber } = stepped.segments;
    const taken = new Set(synAcks.map((position) => acknowledgmentNumber[position - 1]));
    return syns.some((position) => isFastOpen(stepped, position, taken)) ? "fast-open" : "three-way";
  }
  if (syns.length > 0) return "syn-only";
  return synAcks.length > 0 ? "partly-captured" : "not-captured";
}

/**
 * Data in a SYN is Fast Open if there is a cookie, or, between hosts that use none, if the SYN,ACK acknowledges it
 * (RFC 7413).
 * @param taken what the SYN,ACKs acknowledge
 */
function isFastOpen(
  { segments }: SteppedConnection,
  position: Position,
  taken: ReadonlySet<number | undefined>,
): boolean {
  const length = segments.payloadLength[position - 1];
  if (length === 0) return false;
  const end = advance(segments.sequenceNumber[position - 1], length + 1);
  return optionsOf(segments, position - 1).fastOpenCookie !== undefined || taken.has(end);
}

/** How it was closed (docs/state-machine.md 8.3). */
export function judgeClosing(outcome: Outcome, closing: ClosingMarks, history: ConnectionHistory): Closing {
  const { first } = closing;
  if (outcome === "refused") return "none";
  if (history.endingRst !== null && outcome !== "complete") return first === null ? "rst" : "fin-then-rst";
  if (first === null) return "none";
  const firstFin = closing[first];
  const secondFin = closing[otherSide(first)];
  if (secondFin === null) return "one-side-only";
  // Without one of the FINs, the manner of closing is not known.
  if (firstFin?.isCaptured !== true || !secondFin.isCaptured) return "none";
  if (firstFin.acknowledged === "before-own-fin") return "four-segments";
  return firstFin.acknowledged === "with-own-fin" ? "three-segments" : "simultaneous";
}
