import { isBlank, TextCursor } from "../lines/text-cursor.ts";
import { readBracketedFlags } from "./control-letters.ts";
import type { LineContext, PacketLine } from "./line-context.ts";
import { type EndsPlace, endsBefore, withOuterAddresses } from "./packet-core.ts";
import { readTextOptions } from "./tcp-options-text.ts";
import { blankSegment, type TextSegment } from "./text-segment.ts";

const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const COLON = 58;
const COMMA = 44;
/** First letters of the fields. */
const Letter = { a: 97, c: 99, l: 108, o: 111, s: 115, u: 117, w: 119 } as const;

/**
 * tcpdump 4 and later, anywhere in a line:
 * `12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, options [mss 1460], length 0`.
 * Fields may be missing; null when there is no `SRC > DST: Flags [..]`.
 */
export function readTcpdumpLine(line: string, lineNumber: number, context: LineContext): PacketLine | null {
  for (let word = line.indexOf("Flags"); word >= 0; word = line.indexOf("Flags", word + 5)) {
    const anchor = anchorAt(line, word);
    if (anchor === null) continue;
    const { ends, flags, after } = anchor;
    const segment = blankSegment(lineNumber, context.endpoints.ofPlace(ends));
    segment.flags = flags;
    const cursor = new TextCursor(line, after);
    const doubts = readFields(cursor, segment, context);
    return { segment, coreFrom: ends.from, end: cursor.at, completeness: completenessOf(segment), doubts };
  }
  return null;
}

interface Anchor {
  readonly ends: EndsPlace;
  readonly flags: number;
  readonly after: number;
}

function anchorAt(line: string, word: number): Anchor | null {
  let bracket = word + 5;
  while (isBlank(line.charCodeAt(bracket))) bracket++;
  if (line.charCodeAt(bracket) !== OPEN_BRACKET) return null;
  let colon = word - 1;
  while (colon > 0 && isBlank(line.charCodeAt(colon))) colon--;
  if (line.charCodeAt(colon) !== COLON) return null;
  const ends = endsBefore(line, colon);
  const letters = ends === null ? null : readBracketedFlags(line, bracket);
  if (ends === null || letters === null) return null;
  return { ends: withOuterAddresses(line, ends), flags: letters.flags, after: letters.after };
}

function completenessOf(segment: TextSegment): PacketLine["completeness"] {
  if (segment.length !== null) return "whole";
  const hasNumber = segment.sequence !== null || segment.acknowledgment !== null || segment.window !== null;
  return hasNumber ? "partial" : "bare";
}

/** Reads `, name value` fields until something else stands there. Returns how many options made no sense. */
function readFields(cursor: TextCursor, segment: TextSegment, context: LineContext): number {
  let doubts = 0;
  for (;;) {
    const before = cursor.at;
    skipSeparators(cursor);
    const from = cursor.at;
    switch (cursor.code) {
      case Letter.s:
        if (cursor.takeWord("seq")) readSequence(cursor, segment);
        break;
      case Letter.a:
        if (cursor.takeWord("ack")) segment.acknowledgment = readValue(cursor) ?? segment.acknowledgment;
        break;
      case Letter.w:
        if (cursor.takeWord("win")) segment.window = readValue(cursor) ?? segment.window;
        break;
      case Letter.o:
        if (cursor.takeWord("options") || cursor.takeWord("opts"))
          doubts += readOptionField(cursor, segment, context);
        break;
      case Letter.l:
        if (cursor.takeWord("length")) segment.length = readValue(cursor);
        if (segment.length !== null) return doubts;
        break;
      case Letter.u:
        if (cursor.takeWord("urg")) segment.urgent = readValue(cursor) ?? 0;
        break;
      case Letter.c:
        if (cursor.takeWord("cksum")) cursor.skipPast(")");
        break;
      case OPEN_BRACKET:
        readBracket(cursor, segment);
    }
    if (cursor.at === from) {
      cursor.at = before;
      return doubts;
    }
  }
}

/** Blanks and commas, and `...` where an author left fields out. */
function skipSeparators(cursor: TextCursor): void {
  for (;;) {
    while (cursor.code === COMMA || isBlank(cursor.code)) cursor.at++;
    if (!cursor.take("...") && !cursor.take("…")) return;
  }
}

/** `seq 1`, `seq 1:77`, and `seq, 947648:947648` of tcpdump's own manual page. */
function readSequence(cursor: TextCursor, segment: TextSegment): void {
  segment.sequence = readValue(cursor);
  if (segment.sequence !== null && cursor.take(":")) segment.sequenceEnd = cursor.number();
}

function readValue(cursor: TextCursor): number | null {
  skipSeparators(cursor);
  return cursor.number();
}

function readOptionField(cursor: TextCursor, segment: TextSegment, context: LineContext): number {
  cursor.skipBlanks();
  if (!cursor.take("[")) {
    segment.isTruncated ||= cursor.isAtEnd;
    return 0;
  }
  segment.optionsAt = context.options.length;
  const end = readTextOptions(cursor, CLOSE_BRACKET, context.options);
  segment.optionsLength = context.options.length - segment.optionsAt;
  segment.isTruncated ||= end.isCut;
  segment.hasSack = end.hasSack;
  return end.skipped;
}

/** `[ack 5 != 0 while ACK flag not set]`, `[|tcp]`, `[bad hdr length 60 - too long, > 40]`. */
function readBracket(cursor: TextCursor, segment: TextSegment): void {
  if (cursor.text.startsWith("[|", cursor.at) || cursor.text.startsWith("[bad", cursor.at))
    segment.isTruncated = true;
  cursor.skipPast("]");
}
