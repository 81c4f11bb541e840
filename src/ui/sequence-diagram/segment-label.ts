import type { LabelParts } from "../../diagram/sequence/fit-label.ts";
import { ACK, flagNames } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import type { NumberForm } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { otherSide } from "../../tcp/connection.ts";
import type { Position } from "../../tcp/position.ts";
import { formatRelativeNumber, formatWireNumber } from "../figures.ts";

/** The label of an arrow; fields that the capture lacks are left out. */
export function labelParts(
  analysis: ConnectionAnalysis,
  position: Position,
  numbers: NumberForm,
  noFlags: string,
): LabelParts {
  const { segments, fromClient } = analysis;
  const row = position - 1;
  const side = fromClient[row] ? "client" : "server";
  const peer = analysis.connection.isSelfConnect ? side : otherSide(side);
  const flags = segments.flags[row] ?? 0;
  const payload = segments.payloadLength[row] ?? 0;
  const has = (mark: number): boolean => ((segments.marks[row] ?? 0) & mark) !== 0;
  const number = (column: Uint32Array, of: typeof side, relativeMark: number): string => {
    const value = column[row] ?? 0;
    if (numbers === "relative") return formatNumber(value, analysis.relativeBase[of]);
    // Only the distance from an unknown number is known.
    return has(relativeMark) ? `+${value}` : formatWireNumber(value, numbers);
  };
  const acknowledges = (flags & ACK) !== 0 && !has(Mark.AcknowledgmentUnknown);
  return {
    flags: flagNames(flags).join(",") || noFlags,
    sequence: has(Mark.SequenceUnknown)
      ? null
      : `seq=${number(segments.sequenceNumber, side, Mark.SequenceRelative)}`,
    acknowledgment: acknowledges
      ? `ack=${number(segments.acknowledgmentNumber, peer, Mark.AcknowledgmentRelative)}`
      : null,
    payload: payload > 0 ? `len=${payload}` : null,
    window: has(Mark.WindowUnknown) ? null : `win=${segments.window[row] ?? 0}`,
  };
}

/** Counted from `base`, or as on the wire without one. */
function formatNumber(number: number, base: number | null): string {
  return base === null ? String(number) : formatRelativeNumber(number, base);
}
