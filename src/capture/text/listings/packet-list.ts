import type { LineContext, OtherPacketLine, PacketLine } from "../dialects/line-context.ts";
import { readStamp, type TimeStamp } from "../times/time-stamp.ts";
import { type ListColumns, readListColumns, withoutEmphasis } from "./list-columns.ts";
import { findWiresharkInfo, type WiresharkInfo } from "./wireshark-info.ts";
import { readRow } from "./wireshark-line.ts";

/** What separates the columns: CSV (of a spreadsheet, with semicolons), tabs, the bars of a Markdown table. */
const SEPARATORS = [",", ";", "\t", "|"] as const;
type Separator = (typeof SEPARATORS)[number];

/** Where the columns stand in a row; -1 where there is none. */
interface Header {
  readonly separator: Separator;
  /** How many columns it names. */
  readonly count: number;
  readonly time: number;
  readonly source: number;
  readonly destination: number;
  readonly protocol: number;
  readonly info: number;
}

const SOURCE_NAMES = ["source", "def_src", "source address", "src", "ip.src", "source ip", "src ip", "srcip"];
const DESTINATION_NAMES = [
  "destination",
  "def_dst",
  "destination address",
  "dst",
  "ip.dst",
  "destination ip",
  "dst ip",
  "dstip",
];
const QUOTE = 34;
/** `| --- | :---: |`: the rule below the header of a Markdown table. */
const RULE = /^[\s|:+-]+$/;

/** A row of a packet list, with the time that a column of it holds. */
export interface ListRow {
  readonly packet: PacketLine | OtherPacketLine;
  readonly stamp: TimeStamp | null;
}

/**
 * A packet list as Wireshark exports it and tshark prints it (`-T fields`, `-E separator=,`), or as a spreadsheet or a
 * page makes a table of it: columns by the names in the header, or found among the values. Quotes as in RFC 4180.
 */
export class PacketList {
  private header: Header | null = null;

  /** Whether the line names columns; later rows follow it. */
  takeHeader(line: string): boolean {
    if (!/\bInfo\b/i.test(line) || !/\b(?:Source|src)\b|_ws\.col/i.test(line)) return false;
    for (const separator of SEPARATORS) {
      const names = splitRow(line, separator).map(nameOfColumn);
      const source = firstOf(names, SOURCE_NAMES);
      const destination = firstOf(names, DESTINATION_NAMES);
      const info = names.lastIndexOf("info");
      if (info < 0 || source < 0 || destination < 0) continue;
      const [time, protocol] = [names.indexOf("time"), names.indexOf("protocol")];
      this.header = { separator, count: names.length, time, source, destination, protocol, info };
      return true;
    }
    return false;
  }

  /** Reads a row of values; null if the line is none. */
  read(line: string, lineNumber: number, context: LineContext): ListRow | null {
    const values = this.valuesOf(line);
    if (values === null) return null;
    const at = this.infoAmong(values);
    const text = values[at] ?? "";
    const info = findWiresharkInfo(text);
    const columns = this.columnsOf(values, at, info);
    if (columns === null) return null;
    const packet = readRow({ ...columns, info, text }, lineNumber, 0, context);
    return { packet, stamp: columns.stamp };
  }

  private infoAmong(values: readonly string[]): number {
    if (this.header !== null) return this.header.info;
    return values.findLastIndex((value) => findWiresharkInfo(value) !== null);
  }

  /** The columns by their names, or by what they hold. */
  private columnsOf(
    values: readonly string[],
    infoAt: number,
    info: WiresharkInfo | null,
  ): ListColumns | null {
    const others = values.filter((_, i) => i !== infoAt).join("\t");
    const { header } = this;
    if (header === null) return info === null ? null : readListColumns(others, info);
    const { [header.source]: source, [header.destination]: destination } = values;
    if (!source || !destination) return null;
    const { [header.protocol]: protocol = "", [header.time]: time = "" } = values;
    const stamp = readStamp(`${time} `) ?? readListColumns(others, info)?.stamp ?? null;
    return { source, destination, protocol, stamp };
  }

  private valuesOf(line: string): string[] | null {
    const { header } = this;
    if (line.charCodeAt(0) === QUOTE) {
      if (line.includes('","')) return splitRow(line, ",");
      return line.includes('";"') ? splitRow(line, ";") : null;
    }
    if (header === null) return null;
    const { separator, count, info } = header;
    // Without quotes a row of CSV is known by its start: a number or a time, and nothing else.
    if (separator === "," || separator === ";") {
      if (!/^[\d.:TZ -]{1,40}[,;]/.test(line)) return null;
    } else if (!line.includes(separator) || RULE.test(line)) return null;
    const values = splitRow(line, separator);
    if (values.length < count) return null;
    // The Info column has commas of its own.
    const behind = values.length - count + info + 1;
    return [...values.slice(0, info), values.slice(info, behind).join(separator), ...values.slice(behind)];
  }
}

function nameOfColumn(text: string): string {
  return text
    .replace(/^_ws\.col\./, "")
    .replace(/\.$/, "")
    .toLowerCase();
}

function firstOf(names: readonly string[], wanted: readonly string[]): number {
  return names.findIndex((name) => wanted.includes(name));
}

/** RFC 4180: values between quotes may hold separators and doubled quotes. Blanks round a value are none of it. */
export function splitRow(line: string, separator: Separator): string[] {
  const values: string[] = [];
  let at = 0;
  while (at <= line.length) {
    let end = line.indexOf(separator, at);
    if (line.charCodeAt(at) === QUOTE) end = line.indexOf(separator, endOfQuoted(line, at));
    if (end < 0) end = line.length;
    values.push(unquoted(line.slice(at, end)));
    at = end + 1;
  }
  return values;
}

/** Index of the quotation mark that closes the value which opens at `from`. */
function endOfQuoted(line: string, from: number): number {
  let at = line.indexOf('"', from + 1);
  while (at >= 0 && line.charCodeAt(at + 1) === QUOTE) at = line.indexOf('"', at + 2);
  return at < 0 ? line.length : at;
}

function unquoted(value: string): string {
  const text = value.trim();
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : withoutEmphasis(text);
}
