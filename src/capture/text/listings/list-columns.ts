import { readStamp, type TimeStamp } from "../times/time-stamp.ts";
import type { WiresharkInfo } from "./wireshark-info.ts";

/** A column of a row; `from` is its index in the row. */
interface Cell {
  readonly text: string;
  readonly from: number;
}

/** What the columns of a row hold, in any number and order. */
export interface ListColumns {
  readonly source: string;
  readonly destination: string;
  /** "" where no column names one. */
  readonly protocol: string;
  readonly stamp: TimeStamp | null;
}

/** The pattern of a column, by the separator. */
const CELLS = {
  "\t": /[^\t]+/g,
  "|": /[^|]+/g,
  ",": /[^,]+/g,
  ";": /[^;]+/g,
  " ": /<[^<>]{1,64}>|\S+/g,
} as const;
/** The most columns of a row. */
const MOST_CELLS = 40;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** At least two colons, and not the six pairs of a MAC nor a clock. */
const IPV6 =
  /^(?!(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$)(?!\d\d:\d\d:\d\d)(?:[0-9a-f]{0,4}:){2,8}[0-9a-f.]{0,15}(?:%\w{1,16})?$/i;
const PROTOCOL = /^[A-Z][\w./+-]{1,20}$/;
/** A host name, or an author's substitute for one: no number, time, date, MAC or arrow. */
const NAME =
  /^(?![\d.,:/-]+$)(?!(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$)(?!\d{4}-\d\d-\d\d)[\w.<>{}[\]()*$%#' -]{2,64}$/i;

/**
 * Reads the columns of a packet list from two addresses, whatever stands before, between and behind them: numbers,
 * times, ports, TTL, a stream, MAC addresses. Tabs or the bars of a Markdown table separate them, else blanks.
 *
 * @param columns the row without its Info column
 * @param info what that column tells; null if it does not speak of TCP. Names count as ends only beside it
 */
export function readListColumns(columns: string, info: WiresharkInfo | null): ListColumns | null {
  const cells = cellsOf(columns);
  const ends = endsAmong(cells, info);
  if (ends === null) return null;
  const [source, destination] = ends;
  const others = cells.filter((cell) => cell !== source && cell !== destination);
  const protocol = others.find(({ text, from }) => from > source.from && PROTOCOL.test(text))?.text ?? "";
  const stamp = stampIn(columns.slice(0, source.from), others);
  if (info === null && (protocol === "" || !startsRow(cells, stamp))) return null;
  return { source: source.text, destination: destination.text, protocol, stamp };
}

function cellsOf(columns: string): Cell[] {
  const cells: Cell[] = [];
  for (const match of columns.matchAll(CELLS[separatorOf(columns)])) {
    const text = withoutEmphasis(match[0].trim());
    if (text !== "") cells.push({ text, from: match.index });
    if (cells.length === MOST_CELLS) break;
  }
  return cells;
}

/** Tabs and bars wherever there are any; commas and semicolons behind a number or a time; else blanks. */
function separatorOf(columns: string): keyof typeof CELLS {
  if (columns.includes("\t")) return "\t";
  if (columns.includes("|")) return "|";
  const mark = /^[\d.:TZ -]{1,40}([,;])/.exec(columns)?.[1];
  return mark === "," || mark === ";" ? mark : " ";
}

function endsAmong(cells: readonly Cell[], info: WiresharkInfo | null): readonly [Cell, Cell] | null {
  const [first, second] = cells.filter(({ text }) => isAddress(text));
  if (first !== undefined && second !== undefined) return [first, second];
  if (info === null) return namesInRow(cells);
  const names = cells.filter(({ text }) => isAddress(text) || isName(text, info));
  const dotted = names.filter(({ text }) => /[.<]/.test(text));
  const [a, b] = dotted.length > 1 ? dotted : names;
  return a !== undefined && b !== undefined ? [a, b] : null;
}

/** `4 0.000530 host.example 192.0.2.1 HTTP 142`: names with a dot, between the time and the protocol. */
function namesInRow(cells: readonly Cell[]): readonly [Cell, Cell] | null {
  for (let at = 1; at + 3 < cells.length; at++) {
    const [a, b, protocol, length] = cells.slice(at, at + 4);
    if (a === undefined || b === undefined || !/^\d{1,6}$/.test(length?.text ?? "")) continue;
    const areNames = [a, b].every(({ text }) => text.includes(".") && NAME.test(text));
    if (areNames && PROTOCOL.test(protocol?.text ?? "")) return [a, b];
  }
  return null;
}

function isName(text: string, { sourcePort, destinationPort }: WiresharkInfo): boolean {
  const isOther = text === "TCP" || text === sourcePort || text === destinationPort;
  // Columns that were not taken apart hold an address among other words.
  return !isOther && NAME.test(text) && !text.split(" ").some(isAddress);
}

/** The time is what stands before the addresses, or in a column of its own behind them. */
function stampIn(before: string, cells: readonly Cell[]): TimeStamp | null {
  const stamp = readStamp(before.replaceAll("|", " "));
  if (stamp !== null) return stamp;
  for (const { text } of cells) {
    const own = readStamp(`${text} `);
    if (own !== null) return own;
  }
  return null;
}

/** A row begins with its number or its time: in prose, two addresses may stand beside a word in capitals. */
function startsRow(cells: readonly Cell[], stamp: TimeStamp | null): boolean {
  return stamp !== null && /^\d/.test(cells[0]?.text ?? "");
}

/** What Markdown puts round a word: `**10.0.0.1**`, but not what a redacted address begins with, as `*.*.*.12`. */
const EMPHASIS = /^(\*{1,3}|_{1,3}|`{1,2})([\w:<([{].*)\1$/;

/** The text of a cell, without the emphasis of Markdown. */
export function withoutEmphasis(text: string): string {
  return text.replace(EMPHASIS, "$2");
}

/** Whether the text is an IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
  return IPV4.test(text) || IPV6.test(text);
}
