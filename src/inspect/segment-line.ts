import { ACK, flagNames } from "../segments/flags.ts";
import type { TcpOptions } from "../segments/options.ts";
import { optionsOf } from "../segments/options.ts";
import type { SegmentColumns } from "../segments/segment-table.ts";
import { Mark } from "../segments/segment-table.ts";
import { distance } from "../segments/sequence-number.ts";
import type { ConnectionAnalysis, Move } from "../tcp/analysis.ts";
import { FATES } from "../tcp/analysis.ts";
import type { Annotation } from "../tcp/annotation.ts";
import { formatAnnotation } from "../tcp/annotation.ts";
import { otherSide } from "../tcp/connection.ts";
import type { Position } from "../tcp/position.ts";
import type { Side } from "../tcp/state.ts";
import { endStatesAt, movesAt } from "../tcp/states.ts";
import { secondsSinceZero } from "./seconds.ts";

/** One element of `segments` of docs/inspect.md. `position` is 1-based within the connection. */
export function segmentLine(
  analysis: ConnectionAnalysis,
  position: Position,
  annotations: readonly Annotation[],
): object {
  const { segments } = analysis;
  const states = endStatesAt(analysis, position);
  const row = position - 1;
  const from: Side = analysis.fromClient[row] === 1 ? "client" : "server";
  return {
    frame: segments.frame[row],
    time: secondsSinceZero(segments.time[row] ?? Number.NaN, segments.timeBase),
    from,
    flags: flagNames(segments.flags[row] ?? 0).join(","),
    ...numbers(analysis, row, from),
    window: has(segments, row, Mark.WindowUnknown) ? null : segments.window[row],
    length: has(segments, row, Mark.LengthUnknown) ? null : segments.payloadLength[row],
    options: optionFields(optionsOf(segments, row)),
    fate: FATES[analysis.fate[row] ?? 0],
    states: { client: states.client.state, server: states.server.state },
    moves: movesAt(analysis, position).map((move) => moveFields(move, segments)),
    notes: annotations.map(formatAnnotation),
  };
}

/** One element of `moves` or `epilogue`. Other segments are named by their frame. */
export function moveFields(move: Move, segments: SegmentColumns): object {
  const frameOf = (position: Position): number | undefined => segments.frame[position - 1];
  return {
    end: move.side,
    from: move.from,
    to: move.to,
    ...(move.via !== null && { via: move.via }),
    rule: move.arrow,
    basis: move.basis,
    ...(move.provedBy !== null && { provedBy: frameOf(move.provedBy) }),
    ...(move.causedBy !== null && { causedBy: frameOf(move.causedBy) }),
    ...(move.time !== null && { time: secondsSinceZero(move.time, segments.timeBase) }),
  };
}

interface NumberFields {
  readonly seq: number | null;
  readonly ack: number | null;
  readonly relativeSeq: number | null;
  readonly relativeAck: number | null;
}

/** The numbers of a segment. If the base is unknown, only the relative form is known. */
function numbers({ segments, relativeBase }: ConnectionAnalysis, row: number, from: Side): NumberFields {
  const marks = segments.marks[row] ?? 0;
  const isSequenceKnown = (marks & Mark.SequenceUnknown) === 0;
  const hasAcknowledgment =
    ((segments.flags[row] ?? 0) & ACK) !== 0 && (marks & Mark.AcknowledgmentUnknown) === 0;
  const sequence = isSequenceKnown ? (segments.sequenceNumber[row] ?? 0) : null;
  const acknowledgment = hasAcknowledgment ? (segments.acknowledgmentNumber[row] ?? 0) : null;
  return {
    seq: (marks & Mark.SequenceRelative) === 0 ? sequence : null,
    ack: (marks & Mark.AcknowledgmentRelative) === 0 ? acknowledgment : null,
    relativeSeq: relative(relativeBase[from], sequence),
    relativeAck: relative(relativeBase[otherSide(from)], acknowledgment),
  };
}

function relative(base: number | null, number: number | null): number | null {
  return base === null || number === null ? null : distance(base, number);
}

function optionFields({ fastOpenCookie, ...options }: TcpOptions): object {
  if (fastOpenCookie === undefined) return options;
  return { ...options, fastOpenCookie: Buffer.from(fastOpenCookie).toString("hex") };
}

function has(segments: SegmentColumns, row: number, mark: number): boolean {
  return ((segments.marks[row] ?? 0) & mark) !== 0;
}
