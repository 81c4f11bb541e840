import type { LineContext, OtherPacketLine, PacketLine } from "../dialects/line-context.ts";
import { readStamp, type TimeStamp } from "../times/time-stamp.ts";
import { findWiresharkInfo } from "./wireshark-info.ts";
import { readRow } from "./wireshark-line.ts";

/** Where the columns stand in a row; -1 where there is none. */
interface Columns {
  readonly time: number;
  readonly source: number;
  readonly destination: number;
  readonly protocol: number;
  readonly info: number;
}

const DEFAULT: Columns = { time: 1, source: 2, destination: 3, protocol: 4, info: 6 };
const QUOTE = 34;

/** A row of a CSV export, with the time that its own column holds. */
export interface CsvLine {
  readonly packet: PacketLine | OtherPacketLine;
  readonly stamp: TimeStamp | null;
}

/**
 * Wireshark's CSV export and `tshark -T fields -E separator=,`: columns by the names in the header, or the
 * seven default ones. Quotes as in RFC 4180.
 */
export class WiresharkCsv {
  private columns = DEFAULT;
  private hasHeader = false;

  /** Whether the line names columns; later rows follow it. */
  takeHeader(line: string): boolean {
    if (!/\bInfo\b/.test(line) || !/\bSource\b|_ws\.col/.test(line) || !line.includes(",")) return false;
    const names = splitCsv(line).map((name) =>
      name
        .replace(/^_ws\.col\./, "")
        .replace(/\.$/, "")
        .trim()
        .toLowerCase(),
    );
    if (!names.includes("info")) return false;
    this.hasHeader = true;
    this.columns = {
      time: names.indexOf("time"),
      source: firstOf(names, "source", "def_src"),
      destination: firstOf(names, "destination", "def_dst"),
      protocol: names.indexOf("protocol"),
      info: names.lastIndexOf("info"),
    };
    return true;
  }

  /** Reads a row of values; null if the line is none. */
  read(line: string, lineNumber: number, context: LineContext): CsvLine | null {
    const { columns } = this;
    const values = this.valuesOf(line);
    if (values === null) return null;
    const source = values[columns.source];
    const destination = values[columns.destination];
    const text = values[columns.info];
    if (!source || !destination || text === undefined) return null;
    const info = findWiresharkInfo(text);
    const { [columns.protocol]: protocol = "", [columns.time]: time = "" } = values;
    const stamp = readStamp(`${time} `);
    return { packet: readRow({ source, destination, protocol, info, text }, lineNumber, 0, context), stamp };
  }

  /** Without quotes (`-E quote=n`) only a last Info column can be told apart: it has commas of its own. */
  private valuesOf(line: string): string[] | null {
    if (line.charCodeAt(0) === QUOTE) return line.includes('","') ? splitCsv(line) : null;
    if (!/^\d{1,9},/.test(line) || !(this.hasHeader || line.includes("Seq="))) return null;
    const values = line.split(",");
    const last = Math.max(this.columns.info, 0);
    return [...values.slice(0, last), values.slice(last).join(",")];
  }
}

function firstOf(names: readonly string[], ...wanted: readonly string[]): number {
  for (const name of wanted) if (names.includes(name)) return names.indexOf(name);
  return -1;
}

/** RFC 4180: values between quotes may hold commas and doubled quotes. */
function splitCsv(line: string): string[] {
  const values: string[] = [];
  const value = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;
  for (let match = value.exec(line); match !== null; match = value.exec(line)) {
    const [, quoted, plain = ""] = match;
    values.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (value.lastIndex >= line.length) break;
    if (match[0] === "") value.lastIndex++;
  }
  return values;
}
