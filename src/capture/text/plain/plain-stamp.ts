import type { TimeStamp } from "../times/time-stamp.ts";
import type { OctetCursor } from "./octet-cursor.ts";

const BLANK = 32;
const HYPHEN = 45;
const POINT = 46;
const ZERO = 48;
const COLON = 58;
/** `YYYY-MM-DD `, `HH:MM:SS.`. */
const DATE_LENGTH = 11;
const CLOCK_LENGTH = 9;
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 9;
const TENS = [1, 10, 100, 1000] as const;

/** Reads `12:49:33.192719`, `2021-03-20 12:49:33.192719` or `1616244573.192719` under the cursor; null for anything else. */
export function readPlainStamp(cursor: OctetCursor): TimeStamp | null {
  const { octets, at } = cursor;
  if (octets[at + 2] === COLON) return readClock(cursor, "clock", 0);
  if (octets[at + 4] === HYPHEN) return readDated(cursor);
  const seconds = cursor.number(10);
  if (seconds < 1e8 || !cursor.takeOne(POINT)) return null;
  const nanoseconds = readFraction(cursor);
  return nanoseconds < 0 ? null : { kind: "epoch", seconds, nanoseconds };
}

function readDated(cursor: OctetCursor): TimeStamp | null {
  const { octets, at } = cursor;
  const century = twoDigits(octets, at);
  const ofCentury = twoDigits(octets, at + 2);
  const month = twoDigits(octets, at + 5);
  const day = twoDigits(octets, at + 8);
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31 && century >= 1 && ofCentury >= 0;
  if (!isDate || octets[at + 7] !== HYPHEN || octets[at + 10] !== BLANK) return null;
  cursor.at = at + DATE_LENGTH;
  return readClock(cursor, "date", Date.UTC(century * 100 + ofCentury, month - 1, day) / 1000);
}

function readClock(cursor: OctetCursor, kind: TimeStamp["kind"], midnight: number): TimeStamp | null {
  const { octets, at } = cursor;
  const hours = twoDigits(octets, at);
  const minutes = twoDigits(octets, at + 3);
  const seconds = twoDigits(octets, at + 6);
  const isClock = hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59 && seconds >= 0 && seconds <= 60;
  if (!isClock || octets[at + 2] !== COLON || octets[at + 5] !== COLON || octets[at + 8] !== POINT)
    return null;
  cursor.at = at + CLOCK_LENGTH;
  const nanoseconds = readFraction(cursor);
  if (nanoseconds < 0) return null;
  return { kind, seconds: midnight + hours * 3600 + minutes * 60 + seconds, nanoseconds };
}

/** Reads six to nine decimals, in nanoseconds; -1 for another number of digits. */
function readFraction(cursor: OctetCursor): number {
  const from = cursor.at;
  const fraction = cursor.number(MOST_DIGITS);
  const digits = cursor.at - from;
  return digits < FEWEST_DIGITS || digits > MOST_DIGITS ? -1 : fraction * TENS[MOST_DIGITS - digits];
}

/** Reads a number of two digits; -1 if they are none. */
function twoDigits(octets: Uint8Array, at: number): number {
  const tens = octets[at] - ZERO;
  const ones = octets[at + 1] - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
