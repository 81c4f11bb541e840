import { isBlank, isHexDigit } from "../lines/text-cursor.ts";

/** How many octets of a packet are kept: headers are at the front. */
const KEPT = 640;
const ROW = 16;
const TAB = 9;
const ZERO = 48;

/** How a line adds to the octets of a packet. */
type RowForm =
  /** `\t0x0010:  c0a8 003d …`, `0x0010\t c0a8 …`, `0010  52 54 …`. */
  | { readonly offset: number; readonly from: number }
  /** `\t\t\t 4500 003c …`: tcpdump 3.x -x. */
  | { readonly offset: null; readonly from: number };

/** Octets of one packet, gathered from the rows of a hex dump. */
export class HexRows {
  readonly octets = new Uint8Array(KEPT);
  /** The number of octets; those after {@link KEPT} are only counted. */
  length = 0;
  private isOver = false;

  /** How many octets are kept. */
  get kept(): number {
    return Math.min(this.length, KEPT);
  }

  /** Takes a row ({@link isHexRow}). Rows that do not continue the last one are dropped. */
  take(line: string): void {
    const form = rowForm(line);
    if (form === null || this.isOver) return;
    const at = form.offset ?? this.length;
    if (at > this.length) {
      this.isOver = true;
      return;
    }
    this.length = at;
    this.readRow(line, form.from);
  }

  /** Digits in groups; two blanks or a tab after the first group start the column of characters. */
  private readRow(line: string, from: number): void {
    let at = from;
    for (let count = 0; count < ROW;) {
      const high = line.charCodeAt(at);
      const low = line.charCodeAt(at + 1);
      if (isHexDigit(high) && isHexDigit(low)) {
        if (this.length < KEPT) this.octets[this.length] = Number.parseInt(line.slice(at, at + 2), 16);
        this.length++;
        count++;
        at += 2;
      } else if (isBlank(high) && high !== TAB && !isBlank(low)) at++;
      else return;
    }
  }
}

/** Whether the line is a row of a hex dump. */
export function isHexRow(line: string): boolean {
  return rowForm(line) !== null;
}

/** Whether the row is the first of a packet: its offset is 0. */
export function startsPacket(line: string): boolean {
  return rowForm(line)?.offset === 0;
}

function rowForm(line: string): RowForm | null {
  let at = 0;
  while (isBlank(line.charCodeAt(at))) at++;
  const indent = at;
  if (line.charCodeAt(at) === ZERO && line.charCodeAt(at + 1) === 120) return prefixedRow(line, at + 2);
  let digits = 0;
  while (isHexDigit(line.charCodeAt(at + digits))) digits++;
  if (digits !== 4 && !(digits === 2 && indent > 0)) return null;
  if (/^[0-9a-fA-F]{4} {1,4}[0-9a-fA-F]{2}(?: |$)/.test(line.slice(indent, indent + 12))) {
    return { offset: Number.parseInt(line.slice(at, at + 4), 16), from: skipBlanks(line, at + 4) };
  }
  const isBare =
    indent > 0 &&
    line.length - indent < 48 &&
    /^(?:[0-9a-fA-F]{4} )*[0-9a-fA-F]{2,4}$/.test(line.slice(indent));
  return isBare ? { offset: null, from: indent } : null;
}

/** `0x0000:  4500` and `0x0000\t 4500`. */
function prefixedRow(line: string, from: number): RowForm | null {
  let at = from;
  while (isHexDigit(line.charCodeAt(at))) at++;
  if (at - from < 4 || at - from > 8) return null;
  const offset = Number.parseInt(line.slice(from, at), 16);
  if (line.charCodeAt(at) === 58) at++;
  const start = skipBlanks(line, at);
  return start > at && isHexDigit(line.charCodeAt(start)) ? { offset, from: start } : null;
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (isBlank(line.charCodeAt(at))) at++;
  return at;
}
