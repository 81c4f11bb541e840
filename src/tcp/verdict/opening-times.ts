import { ACK, RST, SYN } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import { distance } from "../../segments/sequence-number.ts";
import type { SteppedConnection } from "../analysis.ts";
import { arrowFor } from "../arrows.ts";
import type { RowClock } from "../notes/row-clock.ts";
import type { Position } from "../position.ts";
import { isSkippedAt, senderAt } from "../segment-at.ts";
import type { Timing } from "../verdict.ts";
import { timing } from "./timings.ts";

/** The segments that an opening is measured between; null where the capture has none, or a time among them is wrong. */
export interface OpeningRows {
  /** The client's first SYN. */
  readonly firstSyn: Position | null;
  /** The last SYN that a SYN,ACK answers, and the first SYN,ACK that answers it. */
  readonly syn: Position | null;
  readonly synAck: Position | null;
  /** The client's first segment beyond its SYNs, and the last SYN,ACK before it. */
  readonly ack: Position | null;
  readonly acknowledged: Position | null;
  /** Where connect() can return: the client acknowledges the SYN,ACK, or else becomes ESTABLISHED. */
  readonly opened: Position | null;
}

const NOT_OPENED: OpeningRows = {
  firstSyn: null,
  syn: null,
  synAck: null,
  ack: null,
  acknowledged: null,
  opened: null,
};

/** Finds them in one pass up to the end of the handshake. */
export function openingRows(stepped: SteppedConnection): OpeningRows {
  const moved = stepped.moves.find(({ side, to }) => side === "client" && to === "ESTABLISHED");
  if (moved === undefined) return NOT_OPENED;
  const rows = handshakeRows(stepped);
  // Where the SYN,ACK opens it, the client's ACK shows when, wherever the capture was made: both it and the SYN were as
  // long on their way. The SYN,ACK itself does so only at the client.
  const isAnswered = moved.arrow === arrowFor("SYN-SENT", "rcv SYN,ACK");
  const opened = isAnswered ? rows.ack : moved.position;
  if (opened === null || hasSuspectTime(stepped, rows.firstSyn, opened)) return NOT_OPENED;
  return { ...rows, opened };
}

function handshakeRows(stepped: SteppedConnection): Omit<OpeningRows, "opened"> {
  const { segments } = stepped;
  let firstSyn: Position | null = null;
  let lastSyn: Position | null = null;
  let syn: Position | null = null;
  let synAck: Position | null = null;
  let acknowledged: Position | null = null;
  for (let index = 0; index < segments.length; index++) {
    const position = index + 1;
    if (isSkippedAt(stepped, position)) continue;
    const kind = segments.flags[index] & (SYN | ACK | RST);
    if (senderAt(stepped, position) === "client") {
      if (kind === ACK) return { firstSyn, syn, synAck, ack: position, acknowledged };
      if (kind !== SYN) continue;
      firstSyn ??= position;
      lastSyn = position;
    } else if (kind === (SYN | ACK) && isAnswerTo(segments, lastSyn, index)) {
      if (syn !== lastSyn) synAck = position;
      syn = lastSyn;
      acknowledged = position;
    }
  }
  return { firstSyn, syn, synAck, ack: null, acknowledged };
}

/** Whether the SYN,ACK acknowledges that SYN, with data (Fast Open) or without. Without a SYN it may be any. */
function isAnswerTo(
  { sequenceNumber, acknowledgmentNumber, payloadLength, marks }: SteppedConnection["segments"],
  syn: Position | null,
  index: number,
): boolean {
  if (syn === null || ((marks[index] | marks[syn - 1]) & UNCOMPARABLE) !== 0) return true;
  const octets = distance(sequenceNumber[syn - 1], acknowledgmentNumber[index]);
  return octets >= 1 && octets <= 1 + payloadLength[syn - 1];
}

const UNCOMPARABLE = Mark.AcknowledgmentUnknown | Mark.AcknowledgmentRelative | Mark.SequenceRelative;

/**
 * The round trip of the handshake: from the last SYN to its SYN,ACK, or, captured at the server, from the SYN,ACK to
 * its ACK. The longer of the two: where the capture was made, an answer takes next to nothing.
 */
export function roundTripOf({ syn, synAck, ack, acknowledged }: OpeningRows, clock: RowClock): Timing | null {
  const toServer = timing(clock, syn, synAck);
  const toClient = timing(clock, acknowledged, ack);
  if (toServer === null || toClient === null) return null;
  return toClient.duration > toServer.duration ? toClient : toServer;
}

/** The time that opening took: from the first SYN until connect() can return. */
export function openingTimeOf({ firstSyn, opened }: OpeningRows, clock: RowClock): Timing | null {
  return timing(clock, firstSyn, opened);
}

/** One wrong stamp among them (seed 001) makes the others doubtful. */
function hasSuspectTime({ segments }: SteppedConnection, from: Position | null, to: Position): boolean {
  if (from === null) return false;
  for (let index = from - 1; index < to; index++)
    if ((segments.marks[index] & Mark.TimeSuspect) !== 0) return true;
  return false;
}
