import { ACK, FIN, SYN } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import { advance } from "../../segments/sequence-number.ts";
import type { ConnectionAnalysis, Position } from "../../tcp/analysis.ts";

/** How far back to look; further back than any window reaches in segments. */
const ROWS_BACK = 4000;

/**
 * The latest earlier segment of the other end that ends exactly where the segment at `position` acknowledges:
 * SEG.ACK = SEG.SEQ + SEG.LEN (RFC 9293 section 3.4). null if there is none or the numbers are not known.
 */
export function acknowledgedSegment(analysis: ConnectionAnalysis, position: Position): Position | null {
  const { segments, fromClient } = analysis;
  const row = position - 1;
  const isUsable =
    ((segments.flags[row] ?? 0) & ACK) !== 0 && !((segments.marks[row] ?? 0) & Mark.AcknowledgmentUnknown);
  if (!isUsable) return null;
  const acknowledged = segments.acknowledgmentNumber[row] ?? 0;
  for (let earlier = row - 1; earlier >= Math.max(0, row - ROWS_BACK); earlier--) {
    if (fromClient[earlier] === fromClient[row] || (segments.marks[earlier] ?? 0) & Mark.SequenceUnknown)
      continue;
    const length = sequenceLength(analysis, earlier);
    if (length > 0 && advance(segments.sequenceNumber[earlier] ?? 0, length) === acknowledged)
      return earlier + 1;
  }
  return null;
}

/** SEG.LEN: octets of data, and one each for SYN and FIN (RFC 9293 section 3.4). */
export function sequenceLength({ segments }: ConnectionAnalysis, row: number): number {
  const flags = segments.flags[row] ?? 0;
  return (segments.payloadLength[row] ?? 0) + (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0);
}
