import type { LabelParts } from "../../diagram/sequence/fit-label.ts";
import { flagNames } from "../../segments/flags.ts";
import type { NumberForm } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { type SegmentNumber, segmentAt } from "../../tcp/segment-at.ts";
import { formatWireNumber } from "../figures.ts";

/** The label of an arrow; fields that the capture lacks are left out. */
export function labelParts(
  analysis: ConnectionAnalysis,
  position: Position,
  numbers: NumberForm,
  noFlags: string,
): LabelParts {
  const segment = segmentAt(analysis, position);
  const { flags, sequence, acknowledgment, payloadLength, window, shift } = segment;
  const seq = formatNumber(sequence, numbers);
  const ack = formatNumber(acknowledgment, numbers);
  return {
    flags: flagNames(flags).join(",") || noFlags,
    sequence: seq === null ? null : `seq=${seq}`,
    acknowledgment: ack === null ? null : `ack=${ack}`,
    payload: payloadLength === null || payloadLength === 0 ? null : `len=${payloadLength}`,
    window: window === null ? null : `win=${numbers === "relative" ? scaled(window, shift) : window}`,
  };
}

/**
 * The window in octets, as relative numbers are read (RFC 7323 section 2.3); as in the header where no SYN of the
 * capture gives the scale. It may take more than 32 bits, so no shift of integers.
 */
function scaled(window: number, shift: number | null): number {
  return window * 2 ** (shift ?? 0);
}

/** Counted from its base, or as on the wire where no base is known; null where the capture does not tell the number. */
function formatNumber({ wire, relative }: SegmentNumber, form: NumberForm): string | null {
  if (wire === null) {
    if (relative === null || form === "relative") return relative === null ? null : String(relative);
    // Only the distance from a number that the text does not tell.
    return relative < 0 ? String(relative) : `+${relative}`;
  }
  return form === "relative" ? String(relative ?? wire) : formatWireNumber(wire, form);
}
