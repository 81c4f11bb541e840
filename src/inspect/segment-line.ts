import { flagNames } from "../segments/flags.ts";
import type { TcpOptions } from "../segments/options.ts";
import { optionsOf } from "../segments/options.ts";
import type { SegmentColumns } from "../segments/segment-table.ts";
import type { ConnectionAnalysis, Move } from "../tcp/analysis.ts";
import type { Annotation } from "../tcp/annotation.ts";
import { formatAnnotation } from "../tcp/annotation.ts";
import type { Position } from "../tcp/position.ts";
import { segmentAt } from "../tcp/segment-at.ts";
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
  const { sender, flags, sequence, acknowledgment, window, payloadLength, fate } = segmentAt(
    analysis,
    position,
  );
  return {
    frame: segments.frame[row],
    time: secondsSinceZero(segments.time[row] ?? Number.NaN, segments.timeBase),
    from: sender,
    flags: flagNames(flags).join(","),
    seq: sequence.wire,
    ack: acknowledgment.wire,
    relativeSeq: sequence.relative,
    relativeAck: acknowledgment.relative,
    window,
    length: payloadLength,
    options: optionFields(optionsOf(segments, row)),
    fate,
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
    // Of two states none is claimed: what is known of the end stays as it was.
    to: move.either === null ? move.to : move.from,
    ...(move.either !== null && { either: move.either }),
    ...(move.via !== null && { via: move.via }),
    rule: move.arrow,
    basis: move.basis,
    ...(move.provedBy !== null && { provedBy: frameOf(move.provedBy) }),
    ...(move.causedBy !== null && { causedBy: frameOf(move.causedBy) }),
    ...(move.time !== null && { time: secondsSinceZero(move.time, segments.timeBase) }),
  };
}

function optionFields({ fastOpenCookie, ...options }: TcpOptions): object {
  if (fastOpenCookie === undefined) return options;
  return { ...options, fastOpenCookie: Buffer.from(fastOpenCookie).toString("hex") };
}
