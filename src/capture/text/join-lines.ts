import { readPacketLine } from "./dialects.ts";
import type { LineContext, PacketLine } from "./dialects/line-context.ts";
import { LINE_LIMIT } from "./lines/split-lines.ts";
import { readStamp } from "./times/time-stamp.ts";

/** A packet line together with the text it was read from. */
export interface JoinedLine {
  readonly packet: PacketLine;
  readonly text: string;
}

const QUOTE_MARKS = /^(?:[>|#*/]{1,4} ?){1,4}/;

/**
 * Tries to read `text` and the line below it as one packet line that a mail or a page wrapped: cut between
 * words or inside one, with or without a quote mark in front. The reading that gets furthest wins, then the one
 * whose options make sense. Null if the line adds nothing.
 *
 * @param understood index behind what `text` alone says
 */
export function joinLines(
  text: string,
  below: string,
  understood: number,
  lineNumber: number,
  context: LineContext,
): JoinedLine | null {
  const bare = below.trimStart();
  const unquoted = bare.replace(QUOTE_MARKS, "");
  const candidates = new Set([
    `${text} ${bare}`,
    `${text}${bare}`,
    `${text} ${unquoted}`,
    `${text}${unquoted}`,
  ]);
  let best: JoinedLine | null = null;
  for (const candidate of candidates) {
    if (candidate.length > LINE_LIMIT) continue;
    const packet = readPacketLine(candidate, lineNumber, context);
    if (packet === null || packet.segment === null || packet.end <= Math.max(understood, text.length))
      continue;
    const joined = { packet, text: candidate };
    if (best === null || isBetter(joined, best)) best = joined;
  }
  return best;
}

function isBetter(one: JoinedLine, other: JoinedLine): boolean {
  const restOfOne = one.text.length - one.packet.end;
  const restOfOther = other.text.length - other.packet.end;
  if (restOfOne !== restOfOther) return restOfOne < restOfOther;
  return one.packet.doubts < other.packet.doubts;
}

const LONGEST_START = 400;
/** `12:49:33.792719 IP b.80 > a.1:`, `… IP b.80 >`, `… IP b.80`. */
const UNFINISHED = /(?:\bIP6? (?:.{0,200}(?:>|:|> \S{1,100})|\S{3,100})|> ?\S{1,100}:)$/;

/** Whether the line is the start of a packet that was wrapped before anything of TCP was printed. */
export function isWrappedStart(line: string): boolean {
  return line.length < LONGEST_START && UNFINISHED.test(line) && readStamp(line) !== null;
}
