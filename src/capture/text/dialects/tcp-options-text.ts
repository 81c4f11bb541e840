import { OptionKind } from "../../../segments/options.ts";
import type { TextCursor } from "../lines/text-cursor.ts";
import type { OptionWriter } from "./option-writer.ts";

/** The end of a printed option list. */
export interface OptionListEnd {
  /** The closing bracket was there. */
  readonly isClosed: boolean;
  /** `[|tcp]`, `[bad opt]` or the end of the line stood in its place. */
  readonly isCut: boolean;
  /** Options that were stepped over because their octets are not printed, or because they make no sense. */
  readonly skipped: number;
  /** There are SACK blocks among them. */
  readonly hasSack: boolean;
}

const OPEN_BRACKET = 91;
const COMMA = 44;

/**
 * Reads options after their opening bracket and writes their octets: `mss 1460,sackOK,TS val 1 ecr 0,nop` as
 * tcpdump 4 prints them, `timestamp 1 0`, `sack sack 1 {1:2}` and `opt-34:HEX` as older ones do. What an option
 * prints without its octets (MPTCP's meaning) is left out: octets are never invented.
 * @param close code of the closing bracket
 */
export function readTextOptions(cursor: TextCursor, close: number, writer: OptionWriter): OptionListEnd {
  let isCut = false;
  let skipped = 0;
  const sacksBefore = writer.sacks;
  while (!cursor.isAtEnd) {
    cursor.skipBlanks();
    const code = cursor.code;
    if (code === close) {
      cursor.at++;
      return { isClosed: true, isCut, skipped, hasSack: writer.sacks > sacksBefore };
    }
    if (code === COMMA || code === 59) cursor.at++;
    else if (code === OPEN_BRACKET) {
      if (cursor.text.startsWith("[|", cursor.at) || cursor.text.startsWith("[bad", cursor.at)) isCut = true;
      if (!cursor.skipPast("]")) break;
    } else if (!readOption(cursor, writer)) {
      skipped++;
      skipOption(cursor, close);
    }
  }
  return { isClosed: false, isCut: true, skipped, hasSack: writer.sacks > sacksBefore };
}

function readOption(cursor: TextCursor, writer: OptionWriter): boolean {
  const reader = READER_BY_LETTER[(cursor.code | LOWER_CASE) - LETTER_A];
  return reader !== undefined && reader(cursor, writer);
}

type OptionReader = (cursor: TextCursor, writer: OptionWriter) => boolean;

/** Readers by the first letter of the option. Each moves the cursor past what it understood, or returns false. */
const READERS: Readonly<Record<string, OptionReader>> = {
  n(cursor, writer) {
    if (!cursor.takeWord("nop")) return false;
    writer.noOperation();
    return true;
  },
  e(cursor, writer) {
    if (cursor.takeWord("eol")) {
      writer.end();
      return true;
    }
    if (cursor.take("exp-tfo")) return readFastOpen(cursor, writer, OptionKind.Experiment2, [0xf9, 0x89]);
    if (cursor.take("echoreply ")) return readNumberOption(cursor, writer, 7, 4);
    if (cursor.take("echo ")) return readNumberOption(cursor, writer, 6, 4);
    return false;
  },
  m(cursor, writer) {
    if (cursor.take("mss ")) return readNumberOption(cursor, writer, OptionKind.MaximumSegmentSize, 2);
    if (cursor.take("md5:") || cursor.take("md5 ")) return readMd5(cursor, writer);
    return false;
  },
  s(cursor, writer) {
    if (cursor.takeWord("sackOK") || cursor.takeWord("sackok")) {
      writer.sackPermitted();
      return true;
    }
    cursor.take("sack ");
    return cursor.take("sack") || cursor.text.charCodeAt(cursor.at - 1) === 32
      ? readSack(cursor, writer)
      : false;
  },
  w(cursor, writer) {
    return cursor.take("wscale ") && readNumberOption(cursor, writer, OptionKind.WindowScale, 1);
  },
  t(cursor, writer) {
    if (cursor.take("TS val ") || cursor.take("ts val ") || cursor.take("timestamp ")) {
      return readTimestamps(cursor, writer);
    }
    if (cursor.take("tfo")) return readFastOpen(cursor, writer, OptionKind.FastOpen, []);
    if (cursor.take("tcp-ao ")) return readAuthentication(cursor, writer);
    return false;
  },
  c(cursor, writer) {
    if (cursor.take("ccnew ")) return readNumberOption(cursor, writer, 12, 4);
    if (cursor.take("ccecho ")) return readNumberOption(cursor, writer, 13, 4);
    return cursor.take("cc ") && readNumberOption(cursor, writer, 11, 4);
  },
  u(cursor, writer) {
    if (cursor.take("uto")) return readUserTimeout(cursor, writer);
    return (cursor.take("unknown-") || cursor.take("Unknown Option ")) && readUnknown(cursor, writer);
  },
  o(cursor, writer) {
    return cursor.take("opt-") && readUnknown(cursor, writer);
  },
};

const LETTER_A = 97;
const LOWER_CASE = 32;
const READER_BY_LETTER: readonly (OptionReader | undefined)[] = Array.from(
  { length: 26 },
  (_, letter) => READERS[String.fromCharCode(LETTER_A + letter)],
);

function readNumberOption(
  cursor: TextCursor,
  writer: OptionWriter,
  kind: number,
  octets: 1 | 2 | 4,
): boolean {
  const value = cursor.number();
  if (value === null || value >= 2 ** (8 * octets)) return false;
  writer.octet(kind);
  writer.octet(2 + octets);
  if (octets === 4) writer.uint32(value);
  else if (octets === 2) writer.uint16(value);
  else writer.octet(value);
  return true;
}

/** `TS val 1 ecr 0`, `timestamp 1 0`. A list that was cut inside gives nothing. */
function readTimestamps(cursor: TextCursor, writer: OptionWriter): boolean {
  const value = cursor.number();
  cursor.skipBlanks();
  cursor.take("ecr ");
  const echoReply = cursor.number();
  if (value === null || echoReply === null) return false;
  writer.timestamps(value, echoReply);
  return true;
}

/** `sack 2 {100:200}{300:400}`; edges count from the peer's base unless the text is -S. */
function readSack(cursor: TextCursor, writer: OptionWriter): boolean {
  cursor.skipBlanks();
  if (cursor.number() === null) return false;
  const edges: number[] = [];
  for (;;) {
    cursor.skipBlanks();
    if (!cursor.take("{")) break;
    const left = cursor.number();
    cursor.take(":");
    const right = cursor.number();
    if (left === null || right === null || !cursor.take("}")) return false;
    edges.push(left, right);
  }
  if (edges.length > 0) writer.sack(edges);
  return true;
}

/** `tfo  cookie 0102`, `tfo  cookiereq`. */
function readFastOpen(
  cursor: TextCursor,
  writer: OptionWriter,
  kind: number,
  prefix: readonly number[],
): boolean {
  cursor.skipBlanks();
  if (cursor.take("cookiereq")) writer.raw(kind, "", prefix);
  else if (cursor.take("cookie ")) writer.raw(kind, cursor.hexDigits(), prefix);
  else return false;
  return true;
}

/** `md5 HEX`, `md5:HEX`, `md5 shared secret not supplied with -M, can't check - HEX`. */
function readMd5(cursor: TextCursor, writer: OptionWriter): boolean {
  if (cursor.take("shared secret not supplied with -M, ") || cursor.take("can't check - ")) {
    if (!cursor.take("can't check - ")) cursor.take("digest ");
  }
  const hex = cursor.hexDigits();
  if (hex.length !== 32) return false;
  writer.raw(OptionKind.Md5, hex);
  return true;
}

/** `tcp-ao keyid 1 rnextkeyid 2 mac 0xHEX`. */
function readAuthentication(cursor: TextCursor, writer: OptionWriter): boolean {
  if (!cursor.take("keyid ")) return false;
  const keyId = cursor.number();
  if (!cursor.take(" rnextkeyid ")) return false;
  const nextKeyId = cursor.number();
  if (keyId === null || nextKeyId === null || !cursor.take(" mac 0x")) return false;
  writer.raw(OptionKind.TcpAo, cursor.hexDigits(), [keyId, nextKeyId]);
  return true;
}

/** `uto 0x800a 10`, in 4.0 `uto0x800a 10`: the two octets, and what they mean. */
function readUserTimeout(cursor: TextCursor, writer: OptionWriter): boolean {
  cursor.skipBlanks();
  if (!cursor.take("0x")) return false;
  writer.raw(OptionKind.UserTimeout, cursor.hexDigits().padStart(4, "0"));
  return false;
}

/** `unknown-76 0x0a01`, `opt-34:0102`; `Unknown Option 760a01` runs kind and octets together: not readable. */
function readUnknown(cursor: TextCursor, writer: OptionWriter): boolean {
  const kind = cursor.number();
  if (kind === null || kind > 255) return false;
  if (cursor.take(" 0x") || cursor.take(":")) writer.raw(kind, cursor.hexDigits());
  else if (isListMark(cursor.code)) writer.raw(kind, "");
  else return false;
  return true;
}

function isListMark(code: number): boolean {
  return code === COMMA || code === 93 || code === 62;
}

/** Steps to the comma or closing bracket after an option that is not understood; brackets in it are stepped over. */
function skipOption(cursor: TextCursor, close: number): void {
  let depth = 0;
  while (!cursor.isAtEnd) {
    const code = cursor.code;
    if (depth === 0 && (code === COMMA || code === close || code === OPEN_BRACKET)) return;
    if (code === 123) depth++;
    if (code === 125 && depth > 0) depth--;
    cursor.at++;
  }
}
