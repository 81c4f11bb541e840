import { ACK, flagNames } from "../segments/flags.ts";
import { Mark } from "../segments/segment-table.ts";
import { advance } from "../segments/sequence-number.ts";
import { type ConnectionAnalysis, type EndState, type Fate, FATES } from "../tcp/analysis.ts";
import { endStatesAt } from "../tcp/states.ts";

/** A segment as the exports for people show it. Sequence numbers are relative: the SYN is 0. */
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

/** The segment at a position, 1-based. */
export function segmentRow(analysis: ConnectionAnalysis, position: number): SegmentRow {
  const { segments, relativeBase } = analysis;
  const row = position - 1;
  const marks = segments.marks[row] ?? 0;
  const flags = segments.flags[row] ?? 0;
  const isFromClient = analysis.fromClient[row] === 1;
  const [own, peer] = isFromClient
    ? [relativeBase.client, relativeBase.server]
    : [relativeBase.server, relativeBase.client];
  const told = (mark: number, value: number | undefined): number | null =>
    (marks & mark) === 0 ? (value ?? 0) : null;
  const sequenceNumber = told(Mark.SequenceUnknown, segments.sequenceNumber[row]);
  const acknowledgmentNumber =
    (flags & ACK) === 0 ? null : told(Mark.AcknowledgmentUnknown, segments.acknowledgmentNumber[row]);
  const since = (segments.time[row] ?? Number.NaN) - (segments.time[0] ?? Number.NaN);
  return {
    position,
    seconds: Number.isNaN(since) ? null : (since / 1e9).toFixed(6),
    isFromClient,
    flags: flagNames(flags).join(", ") || "none",
    sequenceNumber: relative(sequenceNumber, own),
    acknowledgmentNumber: relative(acknowledgmentNumber, peer),
    payloadLength: told(Mark.LengthUnknown, segments.payloadLength[row]),
    window: told(Mark.WindowUnknown, segments.window[row]),
    fate: FATES[analysis.fate[row] ?? 0] ?? "unknown",
    ...endStatesAt(analysis, position),
  };
}

/** A state, with the mark of how it is known: `?` assumed, `!` a gap in the capture, `°` by a clock; `?` alone unknown. */
export function stateText({ state, basis }: EndState): string {
  if (state === null) return "?";
  if (basis === "assumed") return `${state}?`;
  if (basis === "gap") return `${state}!`;
  return basis === "timer" || basis === "predicted" ? `${state}°` : state;
}

function relative(number: number | null, base: number | null): number | null {
  return number === null || base === null ? number : advance(number, -base);
}
