import type { OptionWriter } from "../dialects/option-writer.ts";
import { type OctetCursor, octetsOf } from "./octet-cursor.ts";

const BLANK = 32;
const COMMA = 44;
const COLON = 58;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

const NO_OPERATION = octetsOf("nop");
const MAXIMUM_SEGMENT_SIZE = octetsOf("mss ");
const SACK_PERMITTED = octetsOf("sackOK");
const TIMESTAMPS = octetsOf("TS val ");
const ECHO_REPLY = octetsOf(" ecr ");
const WINDOW_SCALE = octetsOf("wscale ");
const END = octetsOf("eol");
const SACK = octetsOf("sack ");

/**
 * Reads the options that nearly every segment has, exactly as tcpdump prints them, up to and with the closing
 * bracket, and writes their octets. False if there is anything else; what was written is then invalid.
 */
export function readPlainOptions(cursor: OctetCursor, writer: OptionWriter): boolean {
  for (;;) {
    if (!readOption(cursor, writer)) return false;
    if (cursor.takeOne(CLOSE_BRACKET)) return true;
    if (!cursor.takeOne(COMMA)) return false;
  }
}

function readOption(cursor: OctetCursor, writer: OptionWriter): boolean {
  if (cursor.take(NO_OPERATION)) {
    writer.noOperation();
    return true;
  }
  if (cursor.take(TIMESTAMPS)) return readTimestamps(cursor, writer);
  if (cursor.take(SACK)) return readSack(cursor, writer);
  if (cursor.take(MAXIMUM_SEGMENT_SIZE)) {
    const size = cursor.number(5);
    if (size < 0 || size > 0xffff) return false;
    writer.maximumSegmentSize(size);
    return true;
  }
  if (cursor.take(WINDOW_SCALE)) {
    const shift = cursor.number(3);
    if (shift < 0 || shift > 0xff) return false;
    writer.windowScale(shift);
    return true;
  }
  if (cursor.take(SACK_PERMITTED)) writer.sackPermitted();
  else if (cursor.take(END)) writer.end();
  else return false;
  return true;
}

function readTimestamps(cursor: OctetCursor, writer: OptionWriter): boolean {
  const value = cursor.number(10);
  const echoReply = cursor.take(ECHO_REPLY) ? cursor.number(10) : -1;
  if (value < 0 || echoReply < 0) return false;
  writer.timestamps(value, echoReply);
  return true;
}

/** `sack 2 {100:200}{300:400}` */
function readSack(cursor: OctetCursor, writer: OptionWriter): boolean {
  if (cursor.number(1) < 0 || !cursor.takeOne(BLANK)) return false;
  const edges: number[] = [];
  while (cursor.takeOne(OPEN_BRACE)) {
    const left = cursor.number(10);
    const right = left >= 0 && cursor.takeOne(COLON) ? cursor.number(10) : -1;
    if (right < 0 || !cursor.takeOne(CLOSE_BRACE)) return false;
    edges.push(left, right);
  }
  if (edges.length === 0) return false;
  writer.sack(edges);
  return true;
}
