import { ACK, AE, CWR, ECE, FIN, PSH, RST, SYN, URG } from "../../../segments/flags.ts";

/** A letter that is no flag. */
export const NOT_A_FLAG = -1;
/** tcpdump's letters; `.` is ACK in version 4 and later. */
const LETTERS = { F: FIN, S: SYN, R: RST, P: PSH, ".": ACK, U: URG, E: ECE, W: CWR, e: AE };
const BITS = new Int16Array(128).fill(NOT_A_FLAG);
for (const [letter, bit] of Object.entries(LETTERS)) BITS[letter.charCodeAt(0)] = bit;
/** The longest list of flags: nine letters with blanks between them. */
const LONGEST = 24;

/** The flags of `Flags [S.]` and the index behind the bracket. */
export interface FlagsPlace {
  readonly flags: number;
  readonly after: number;
}

/** The flag that a letter stands for. @param code its UTF-16 unit; NaN beyond the end of a line */
export function flagOfLetter(code: number): number {
  return BITS[code] ?? NOT_A_FLAG;
}

/**
 * Reads `[S.]`, `[ F . ]`, `[none]`, `[]`; `[DF]` is a stale buffer of tcpdump 4.0 and 4.1 and means none.
 * @param at index of the opening bracket
 * @returns null when something else stands there
 */
export function readBracketedFlags(line: string, at: number): FlagsPlace | null {
  let flags = 0;
  for (let i = at + 1; i < at + LONGEST; i++) {
    const code = line.charCodeAt(i);
    if (code === 93) return { flags, after: i + 1 };
    if (code === 32) continue;
    const bit = flagOfLetter(code);
    if (bit === NOT_A_FLAG) return readFlagWord(line, at);
    flags |= bit;
  }
  return null;
}

function readFlagWord(line: string, at: number): FlagsPlace | null {
  for (const word of ["[none]", "[DF]"]) {
    if (line.startsWith(word, at)) return { flags: 0, after: at + word.length };
  }
  return null;
}

/**
 * Reads the letters of tcpdump 3.x before a blank or comma: `S`, `FP`, `SWE`, or `.` for none of them, which
 * says nothing about ACK.
 * @returns null when the word is something else
 */
export function readOldFlags(line: string, at: number): FlagsPlace | null {
  if (line.charCodeAt(at) === 46) return { flags: 0, after: at + 1 };
  let flags = 0;
  let i = at;
  for (; i < at + 9; i++) {
    const code = line.charCodeAt(i);
    const bit = flagOfLetter(code);
    if (bit === NOT_A_FLAG || bit === ACK || bit === AE) break;
    flags |= bit;
  }
  return i === at ? null : { flags, after: i };
}
