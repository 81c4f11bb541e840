import { readBracketedFlags } from "./control-letters.ts";
import type { LineContext, PacketLine } from "./line-context.ts";
import { readTextOptions } from "./tcp-options-text.ts";
import { TextCursor } from "./text-cursor.ts";
import { blankSegment, type TextSegment } from "./text-segment.ts";

/**
 * `12:49:33.193249 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 1, win 502, options [nop,nop,TS val 2 ecr 1], length 0`
 */
const PLAIN =
  /^(\d\d):(\d\d):(\d\d)\.(\d{6}) IP6? (([\w.:%$-]+) > ([\w.:%$-]+)): Flags \[([SFRPUEWe.]{0,9})\](?:, seq (\d{1,10})(?::(\d{1,10}))?)?(?:, ack (\d{1,10}))?, win (\d{1,7})(?:, options \[(?:nop,nop,TS val (\d{1,10}) ecr (\d{1,10})|([^[\]]{0,400}))\])?, length (\d{1,7})/;
const CLOSE_BRACKET = 93;

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
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  if (hours > 23 || minutes > 59) return null;
  if (line.length > match[0].length && line.includes(">", match[0].length)) return null;
  const key = match[5] ?? "";
  const ends = {
    source: match[6] ?? "",
    destination: match[7] ?? "",
    key,
    from: line.charCodeAt(18) === 32 ? 19 : 20,
  };
  const segment = blankSegment(lineNumber, context.endpoints.ofPlace(ends));
  const seconds = hours * 3600 + minutes * 60 + Number(match[3]);
  segment.stamp = { kind: "clock", seconds, nanoseconds: Number(match[4]) * 1000 };
  segment.flags = flagsOf(match[8] ?? "");
  segment.sequence = numberOf(match[9]);
  segment.sequenceEnd = numberOf(match[10]);
  segment.acknowledgment = numberOf(match[11]);
  segment.window = numberOf(match[12]);
  segment.length = numberOf(match[16]);
  const doubts = readOptions(line, match, segment, context);
  return { segment, coreFrom: ends.from, end: match[0].length, completeness: "whole", doubts };
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
  if (match[13] !== undefined) {
    writer.noOperation();
    writer.noOperation();
    writer.timestamps(Number(match[13]), Number(match[14]));
  } else if (match[15] !== undefined) {
    const cursor = new TextCursor(line, line.indexOf("options [") + 9);
    const end = readTextOptions(cursor, CLOSE_BRACKET, writer);
    doubts = end.skipped;
    segment.isTruncated = end.isCut;
    segment.hasSack = end.hasSack;
  }
  segment.optionsLength = writer.length - segment.optionsAt;
  return doubts;
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
