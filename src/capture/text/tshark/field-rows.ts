import { splitRow } from "../listings/packet-list.ts";
import type { PacketFields, TsharkSegments } from "./tshark-segments.ts";

const SEPARATORS = ["\t", ",", ";", "|"] as const;
const FIELD_NAME = /^[a-z_][\w-]*(?:\.[\w-]+)+$/u;

/** The names of the columns, and what separates them. */
interface FieldNames {
  readonly names: readonly string[];
  readonly separator: (typeof SEPARATORS)[number];
}

/**
 * The names in the first line of `tshark -T fields -E header=y`; null: it is none, or lacks what a segment needs. The
 * fields that it needs are addresses, ports, flags and a sequence number.
 * @param head the beginning of the text
 */
export function fieldNamesOf(head: string): FieldNames | null {
  const line = head.split(/\r?\n/u).find((one) => /\btcp\.srcport\b/u.test(one));
  if (line === undefined) return null;
  for (const separator of SEPARATORS) {
    const names = splitRow(line.replace(/^\ufeff/u, ""), separator);
    if (names.length < 5 || !names.every((name) => FIELD_NAME.test(name))) continue;
    const has = (...wanted: readonly string[]): boolean => wanted.some((name) => names.includes(name));
    const isEnough =
      has("ip.src", "ipv6.src") &&
      has("ip.dst", "ipv6.dst") &&
      has("tcp.dstport") &&
      has("tcp.flags", "tcp.flags.syn") &&
      has("tcp.seq", "tcp.seq_raw");
    return isEnough ? { names, separator } : null;
  }
  return null;
}

/** Reads the rows below the names. */
export class FieldRows {
  private readonly columns: ReadonlyMap<string, number>;
  private readonly separator: FieldNames["separator"];
  private readonly segments: TsharkSegments;
  private hasHeader = false;

  constructor({ names, separator }: FieldNames, segments: TsharkSegments) {
    this.columns = new Map(names.map((name, column) => [name, column]));
    this.separator = separator;
    this.segments = segments;
  }

  line(raw: string): void {
    if (!this.hasHeader) {
      this.hasHeader = /\btcp\.srcport\b/u.test(raw);
      return;
    }
    const values = splitRow(raw, this.separator);
    if (values.length < this.columns.size || raw.trim() === "") return;
    const innermost = this.fieldsOf(values, -1);
    if (!this.isError(values)) this.segments.take(innermost);
    else this.segments.take(innermost, { error: this.fieldsOf(values, 0), quoted: innermost });
  }

  /** Several values of one field are joined by commas, the outermost first. @param at which of them, as `Array.at` */
  private fieldsOf(values: readonly string[], at: 0 | -1): PacketFields {
    return (name) => {
      const value = values[this.columns.get(name) ?? -1];
      if (value === undefined || value === "") return undefined;
      return this.separator === "," ? value : value.split(",").at(at);
    };
  }

  /** Whether the packet is an ICMP error: what it quotes stands in the same columns. */
  private isError(values: readonly string[]): boolean {
    const of = (name: string): string => values[this.columns.get(name) ?? -1] ?? "";
    if (/:icmp(?:v6)?(?::|$)/u.test(of("frame.protocols"))) return true;
    return of("icmp.type") !== "" || of("icmpv6.type") !== "" || /^(?:1|58)\b/u.test(of("ip.proto"));
  }

  finish(): void {
    this.segments.finish();
  }
}
