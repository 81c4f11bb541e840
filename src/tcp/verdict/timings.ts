import { ACK, SYN } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import type { Move, SteppedConnection } from "../analysis.ts";
import { type ArrowId, arrowFor } from "../arrows.ts";
import type { RowClock } from "../notes/row-clock.ts";
import type { Position } from "../position.ts";
import type { Timing } from "../verdict.ts";
import type { ClosingMarks } from "./closing-marks.ts";

/** Durations of the handshake; each null if a segment of it, or its time, is missing. */
export interface HandshakeTimings {
  /** Completing ACK minus the SYN that arrived: one round trip and the time that the hosts took. */
  readonly handshake: Timing | null;
  /** Completing ACK minus first SYN: includes the repeats. */
  readonly connectWait: Timing | null;
  /** SYN-ACK minus the SYN that arrived: from the place of capture to the server and back. */
  readonly serverHalf: Timing | null;
  /** Completing ACK minus the SYN-ACK that arrived: from the place of capture to the client and back. */
  readonly clientHalf: Timing | null;
}

const NO_HANDSHAKE: HandshakeTimings = {
  handshake: null,
  connectWait: null,
  serverHalf: null,
  clientHalf: null,
};

/** Measures between the segments that made the moves of the handshake (docs/state-machine.md 8.4). */
export function handshakeTimings(stepped: SteppedConnection, clock: RowClock): HandshakeTimings {
  const syn = causeOf(stepped, arrowFor("LISTEN", "rcv SYN"));
  const synAck = causeOf(stepped, arrowFor("SYN-SENT", "rcv SYN,ACK"));
  const completing = causeOf(stepped, arrowFor("SYN-RECEIVED", "rcv ACK of SYN"));
  const firstSyn = firstSynOf(stepped);
  // One wrong stamp among three (seed 001) makes the other two doubtful.
  if (hasSuspectTime(stepped, firstSyn, completing)) return NO_HANDSHAKE;
  return {
    handshake: timing(clock, syn, completing),
    connectWait: timing(clock, firstSyn, completing),
    serverHalf: timing(clock, syn, synAck),
    clientHalf: timing(clock, synAck, completing),
  };
}

/** First FIN to the acknowledgment that ends the close; null unless both FINs were acknowledged. */
export function closeTiming({ client, server, first }: ClosingMarks, clock: RowClock): Timing | null {
  if (client === null || server === null || first === null) return null;
  if (client.acknowledgedAt === null || server.acknowledgedAt === null) return null;
  const from = (first === "client" ? client : server).position;
  return timing(clock, from, Math.max(client.acknowledgedAt, server.acknowledgedAt));
}

/** The time from one segment to another; null if one is missing, or nothing can be measured between them. */
export function timing(clock: RowClock, from: Position | null, to: Position | null): Timing | null {
  if (from === null || to === null || from >= to) return null;
  const duration = clock(from, to);
  return duration === null ? null : { from, to, duration };
}

function hasSuspectTime(
  { segments }: SteppedConnection,
  from: Position | null,
  to: Position | null,
): boolean {
  if (from === null || to === null) return false;
  return segments.marks.subarray(from - 1, to).some((marks) => (marks & Mark.TimeSuspect) !== 0);
}

function causeOf({ moves }: SteppedConnection, arrow: ArrowId | null): Position | null {
  const move: Move | undefined = moves.find((candidate) => candidate.arrow === arrow);
  return move === undefined ? null : (move.causedBy ?? move.position);
}

function firstSynOf({ segments }: SteppedConnection): Position | null {
  for (let index = 0; index < segments.length; index++) {
    if ((segments.flags[index] & (SYN | ACK)) === SYN) return index + 1;
  }
  return null;
}
