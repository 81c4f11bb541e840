import { flagNames } from "../segments/flags.ts";
import { type ConnectionAnalysis, type EndState, type Fate } from "../tcp/analysis.ts";
import { segmentAt } from "../tcp/segment-at.ts";
import { endStatesAt } from "../tcp/states.ts";

/** A segment as the exports for people show it. Sequence numbers are relative: the SYN is 0, a number before it negative. */
export interface SegmentRow {
  readonly position: number;
  /** Seconds since the first segment with six decimals; null where there is no time. */
  readonly seconds: string | null;
  readonly isFromClient: boolean;
  /** `SYN, ACK`; `none` when no control bit is set. */
  readonly flags: string;
  /** null where it is not known. */
  readonly sequenceNumber: number | null;
  readonly acknowledgmentNumber: number | null;
  readonly payloadLength: number | null;
  readonly window: number | null;
  readonly fate: Fate;
  readonly client: EndState;
  readonly server: EndState;
}

/** Words beside the names of the protocol, in the language of the page. */
export interface StateWords {
  /** `A or B` */
  readonly or: (states: readonly string[]) => string;
}

/** The segment at a position, 1-based. */
export function segmentRow(analysis: ConnectionAnalysis, position: number): SegmentRow {
  const { time } = analysis.segments;
  const { sender, flags, sequence, acknowledgment, ...segment } = segmentAt(analysis, position);
  const since = time[position - 1] - time[0];
  return {
    position,
    seconds: Number.isNaN(since) ? null : (since / 1e9).toFixed(6),
    isFromClient: sender === "client",
    flags: flagNames(flags).join(", ") || "none",
    sequenceNumber: sequence.relative,
    acknowledgmentNumber: acknowledgment.relative,
    payloadLength: segment.payloadLength,
    window: segment.window,
    fate: segment.fate,
    ...endStatesAt(analysis, position),
  };
}

/**
 * A state, with the mark of how it is known: `?` assumed, `!` a gap in the capture, `°` by a clock; `?` alone unknown,
 * `A? or B?` one of two.
 */
export function stateText({ state, basis, alternatives }: EndState, { or }: StateWords): string {
  if (state === null) return or(alternatives.map((one) => `${one}?`)) || "?";
  if (basis === "assumed") return `${state}?`;
  if (basis === "gap") return `${state}!`;
  return basis === "timer" || basis === "predicted" ? `${state}°` : state;
}
