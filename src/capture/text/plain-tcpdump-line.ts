import { readBracketedFlags } from "./control-letters.ts";
import type { LineContext, PacketLine } from "./line-context.ts";
import { readTextOptions } from "./tcp-options-text.ts";
import { TextCursor } from "./text-cursor.ts";
import { blankSegment, type TextSegment } from "./text-segment.ts";
import { readLeadingStamp, type TimeStamp } from "./time-stamp.ts";

/**
 * `12:49:33.193249 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 1, win 502, options [nop,nop,TS val 2 ecr 1], length 0`
 */
const PLAIN =
  /^((?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{6,9}|\d{9,10}\.\d{6,9}) IP6? ([\w.:%$-]+ > [\w.:%$-]+): Flags \[([SFRPUEWe.]{0,9})\](?:, seq (\d{1,10})(?::(\d{1,10}))?)?(?:, ack (\d{1,10}))?, win (\d{1,7})(?:, options \[(?:nop,nop,TS val (\d{1,10}) ecr (\d{1,10})|([^[\]]{0,400}))\])?, length (\d{1,7})/;
const CLOSE_BRACKET = 93;
const BLANK = 32;
/** `HH:MM:SS.ffffff`. */
const CLOCK_LENGTH = 15;

const flagsByLetters = new Map<string, number>();

/**
 * What `readTcpdumpLine` reads, for a line exactly as tcpdump 4 and later print it by default: one expression
 * instead of a walk, because files of a million lines look like this. Null for any other line.
 */
export function readPlainTcpdumpLine(
  line: string,
  lineNumber: number,
  context: LineContext,
): PacketLine | null {
  const match = PLAIN.exec(line);
  if (match === null) return null;
  const [whole, printed = "", key = "", letters = ""] = match;
  const stamp = printed.length === CLOCK_LENGTH ? readClock(line) : readLeadingStamp(printed);
  if (stamp === null) return null;
  if (line.length > whole.length && line.includes(">", whole.length)) return null;
  const coreFrom = printed.length + (line.charCodeAt(printed.length + 3) === BLANK ? 4 : 5);
  const segment = blankSegment(lineNumber, context.endpoints.ofText(key, coreFrom));
  segment.stamp = stamp;
  segment.flags = flagsOf(letters);
  segment.sequence = numberOf(match[4]);
  segment.sequenceEnd = numberOf(match[5]);
  segment.acknowledgment = numberOf(match[6]);
  segment.window = numberOf(match[7]);
  segment.length = numberOf(match[11]);
  const doubts = readOptions(line, match, segment, context);
  return { segment, coreFrom, end: whole.length, completeness: "whole", doubts };
}

function readOptions(
  line: string,
  match: RegExpExecArray,
  segment: TextSegment,
  context: LineContext,
): number {
  const writer = context.options;
  segment.optionsAt = writer.length;
  let doubts = 0;
  if (match[8] !== undefined) {
    writer.noOperation();
    writer.noOperation();
    writer.timestamps(Number(match[8]), Number(match[9]));
  } else if (match[10] !== undefined) {
    const cursor = new TextCursor(line, line.indexOf("options [") + 9);
    const end = readTextOptions(cursor, CLOSE_BRACKET, writer);
    doubts = end.skipped;
    segment.isTruncated = end.isCut;
    segment.hasSack = end.hasSack;
  }
  segment.optionsLength = writer.length - segment.optionsAt;
  return doubts;
}

/** `HH:MM:SS.ffffff` at the start of a line that is known to begin with it. Null for an hour above 23. */
function readClock(line: string): TimeStamp | null {
  const hours = twoDigits(line, 0);
  const minutes = twoDigits(line, 3);
  if (hours > 23 || minutes > 59) return null;
  const microseconds = twoDigits(line, 9) * 10000 + twoDigits(line, 11) * 100 + twoDigits(line, 13);
  const seconds = hours * 3600 + minutes * 60 + twoDigits(line, 6);
  return { kind: "clock", seconds, nanoseconds: microseconds * 1000 };
}

function twoDigits(line: string, at: number): number {
  return (line.charCodeAt(at) - 48) * 10 + line.charCodeAt(at + 1) - 48;
}

function flagsOf(letters: string): number {
  let flags = flagsByLetters.get(letters);
  if (flags === undefined) {
    flags = readBracketedFlags(`[${letters}]`, 0)?.flags ?? 0;
    flagsByLetters.set(letters, flags);
  }
  return flags;
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
