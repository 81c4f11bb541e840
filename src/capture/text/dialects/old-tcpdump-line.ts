import { ACK, URG } from "../../../segments/flags.ts";
import { isBlank, isDigit, TextCursor } from "../lines/text-cursor.ts";
import { readOldFlags } from "./control-letters.ts";
import type { LineContext, PacketLine } from "./line-context.ts";
import { type EndsPlace, endsAround, withOuterAddresses } from "./packet-core.ts";
import { type OptionListEnd, readTextOptions } from "./tcp-options-text.ts";
import { blankSegment, type TextSegment } from "./text-segment.ts";

const GREATER = 62;
const MINUS = 45;
const COMMA = 44;

/**
 * tcpdump 3.x, OpenBSD, WinDump and Stevens' figures, anywhere in a line:
 * `15:04:49.150227 a.34348 > b.pop3: S 2974284000:2974284000(0) win 5840 <mss 1460,sackOK> (DF)`.
 * ACK is set if and only if `ack N` is printed. Null when no such packet stands in the line.
 */
export function readOldTcpdumpLine(
  line: string,
  lineNumber: number,
  context: LineContext,
): PacketLine | null {
  for (let arrow = line.indexOf(">"); arrow >= 0; arrow = line.indexOf(">", arrow + 1)) {
    const place = endsAround(line, arrow);
    if (place === null) continue;
    const packet = readCore(line, lineNumber, place.ends, place.after, context);
    if (packet !== null) return packet;
  }
  return null;
}

function readCore(
  line: string,
  lineNumber: number,
  printedEnds: EndsPlace,
  after: number,
  context: LineContext,
): PacketLine | null {
  const cursor = new TextCursor(line, after);
  cursor.skipBlanks();
  const letters = readOldFlags(line, cursor.at);
  if (letters === null && !/^ack \d/.test(line.slice(cursor.at, cursor.at + 8))) return null;
  if (letters !== null) cursor.at = letters.after;
  if (!cursor.isAtEnd && !isBlank(cursor.code) && cursor.code !== COMMA && letters !== null) return null;
  const ends = withOuterAddresses(line, printedEnds);
  const segment = blankSegment(lineNumber, context.endpoints.ofPlace(ends));
  segment.flags = letters?.flags ?? 0;
  skipNotes(cursor);
  readNumbers(cursor, segment);
  const options = readOptionList(cursor, segment, context);
  const hasNumber = segment.sequence !== null || segment.acknowledgment !== null || segment.window !== null;
  if (!hasNumber && !cursor.isAtEnd) return null;
  if (segment.sequence === null && segment.window !== null) segment.length = 0;
  readTail(cursor, segment);
  const completeness = !hasNumber
    ? "mention"
    : segment.window === null || !options.isClosed
      ? "partial"
      : "whole";
  return { segment, coreFrom: ends.from, end: cursor.at, completeness, doubts: options.skipped };
}

/** `[tcp sum ok]`, `[bad tcp cksum x (->y)!]`, `, cksum 0x1 (correct),`, OpenBSD's `(src OS: …)`. */
function skipNotes(cursor: TextCursor): void {
  for (;;) {
    while (isBlank(cursor.code) || cursor.code === COMMA) cursor.at++;
    if (cursor.take("[")) cursor.skipPast("]");
    else if (cursor.take("(src OS:")) cursor.skipPast(")");
    else if (cursor.takeWord("cksum")) skipChecksum(cursor);
    else return;
  }
}

/** ` 0xffa9 (correct),` or ` 0xffa9 (incorrect (-> 0x1234),`. */
function skipChecksum(cursor: TextCursor): void {
  cursor.skipPast(")");
  cursor.take(")");
}

/** `1:77(76) ack 1 win 502 urg 1`, each part optional. */
function readNumbers(cursor: TextCursor, segment: TextSegment): void {
  if (isDigit(cursor.code)) readRange(cursor, segment);
  for (;;) {
    while (isBlank(cursor.code) || cursor.code === COMMA) cursor.at++;
    if (cursor.takeWord("ack")) {
      cursor.skipBlanks();
      segment.acknowledgment = cursor.number();
      if (segment.acknowledgment !== null) segment.flags |= ACK;
    } else if (cursor.takeWord("win")) {
      cursor.skipBlanks();
      segment.window = cursor.number();
    } else if (cursor.takeWord("urg")) {
      cursor.skipBlanks();
      segment.urgent = cursor.number() ?? 0;
      segment.flags |= URG;
    } else return;
  }
}

/** `123396:123336(-60)`: a length below 0 comes from segmentation offload and is not known. */
function readRange(cursor: TextCursor, segment: TextSegment): void {
  const from = cursor.at;
  const first = cursor.number();
  if (!cursor.take(":")) {
    cursor.at = from;
    return;
  }
  const last = cursor.number();
  if (!cursor.take("(")) {
    cursor.at = from;
    return;
  }
  const isNegative = cursor.code === MINUS;
  if (isNegative) cursor.at++;
  const length = cursor.number();
  cursor.take(")");
  segment.sequence = first;
  segment.sequenceEnd = isNegative ? null : last;
  segment.length = isNegative ? null : length;
}

function readOptionList(cursor: TextCursor, segment: TextSegment, context: LineContext): OptionListEnd {
  cursor.skipBlanks();
  if (!cursor.take("<")) return { isClosed: true, isCut: false, skipped: 0, hasSack: false };
  segment.optionsAt = context.options.length;
  const end = readTextOptions(cursor, GREATER, context.options);
  segment.optionsLength = context.options.length - segment.optionsAt;
  segment.isTruncated ||= end.isCut;
  segment.hasSack = end.hasSack;
  return end;
}

/** `(DF) [tos 0x10] (ttl 64, id 1001, len 60)`. */
function readTail(cursor: TextCursor, segment: TextSegment): void {
  const tail = cursor.text.slice(cursor.at, cursor.at + 120);
  if (tail.includes("[|tcp]")) segment.isTruncated = true;
  const match = /\(ttl +(\d{1,3}), id (\d{1,5})(?:, len \d+)?/.exec(tail);
  if (match === null) return;
  segment.ttl = Number(match[1]);
  segment.ipId = Number(match[2]);
}
