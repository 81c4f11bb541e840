import { ACK, AE, CWR, ECE, FIN, PSH, RST, SYN, URG } from "../../../segments/flags.ts";
import type { LineContext } from "../dialects/line-context.ts";
import type { OptionWriter } from "../dialects/option-writer.ts";
import type { TextSegment } from "../dialects/text-segment.ts";

const NAMES: Readonly<Record<string, number>> = {
  FIN,
  SYN,
  RST,
  PSH,
  ACK,
  URG,
  ECE,
  ECN: ECE,
  CWR,
  AE,
  ACE: AE,
  NS: AE,
};

/** `39002 → 80 [SYN, ACK] Seq=0`, ports also as `http(80)`, arrows also `->` and `>`; authors leave `Seq=0` out. */
const CORE =
  /(?:^|[\s\]|"'`;,])([^\s[\]|"'`,;]{1,64})\s{1,4}(?:→|->|>)\s{1,4}([^\s[\]|"'`]{1,64})\s{1,2}\[([A-Za-z<>, ]{1,64})\](?=\s{1,2}Seq=\d|[\s|"'`]|$)/;
/** An Info column of TCP contains one of these: a cheap first test. */
const FLAG_LIST = /\[(?:FIN|SYN|RST|PSH|ACK|URG|ECE|ECN|CWR|AE|NS|<None>)[\],]/;
const VALUE = /([A-Za-z_]{2,12})(?:=(\d{1,10}))?/g;

/** The TCP part of a Wireshark "Info" column. */
export interface WiresharkInfo {
  readonly sourcePort: string;
  readonly destinationPort: string;
  readonly flags: number;
  /** Index at which it starts, and at which its values start. */
  readonly from: number;
  readonly valuesFrom: number;
}

/** Finds ports and flags in an Info column or a line that ends with one; null if TCP is hidden in it. */
export function findWiresharkInfo(text: string): WiresharkInfo | null {
  const match = FLAG_LIST.test(text) ? CORE.exec(text) : null;
  if (match === null) return null;
  const [whole, source = "", destination = "", names = ""] = match;
  const flags = flagsOf(names);
  if (flags === null) return null;
  return {
    sourcePort: portOf(source),
    destinationPort: portOf(destination),
    flags,
    from: match.index,
    valuesFrom: match.index + whole.length,
  };
}

/**
 * Reads `Seq=0 Ack=1 Win=65160 Len=0 MSS=1460 SACK_PERM TSval=1 TSecr=2 WS=128 SLE=1 SRE=2` into `segment`; before
 * 1.8, `TSV=1 TSER=2`.
 */
export function readWiresharkValues(
  text: string,
  from: number,
  segment: TextSegment,
  context: LineContext,
): void {
  const writer = context.options;
  segment.optionsAt = writer.length;
  segment.numbering = "wireshark";
  let timestampValue: number | null = null;
  let leftEdge: number | null = null;
  const edges: number[] = [];
  VALUE.lastIndex = from;
  for (let match = VALUE.exec(text); match !== null; match = VALUE.exec(text)) {
    const [, name = "", digits] = match;
    if (name === "SACK_PERM") writer.sackPermitted();
    if (digits === undefined) continue;
    const value = Number(digits);
    if (name === "TSval" || name === "TSV") timestampValue = value;
    else if ((name === "TSecr" || name === "TSER") && timestampValue !== null)
      writer.timestamps(timestampValue, value);
    else if (name === "SLE") leftEdge = value;
    else if (name === "SRE" && leftEdge !== null) edges.push(leftEdge, value);
    else assign(name, value, segment, writer);
  }
  if (edges.length > 0) writer.sack(edges);
  segment.optionsLength = writer.length - segment.optionsAt;
}

function assign(name: string, value: number, segment: TextSegment, writer: OptionWriter): void {
  if (name === "Seq") segment.sequence = value;
  else if (name === "Ack") segment.acknowledgment = value;
  else if (name === "Len") segment.length = value;
  else if (name === "Urg") segment.urgent = value;
  else if (name === "MSS") writer.maximumSegmentSize(value);
  else if (name === "WS") writer.windowScale(shiftOf(value));
  else if (name === "Win") {
    segment.window = value;
    segment.isWindowScaled = (segment.flags & SYN) === 0;
  }
}

/** Flags as a list of names; `<None>` for none. Null if a word is no flag. */
function flagsOf(names: string): number | null {
  if (names === "<None>") return 0;
  let flags = 0;
  for (const name of names.split(",")) {
    const bit = NAMES[name.trim()];
    if (bit === undefined) return null;
    flags |= bit;
  }
  return flags;
}

/** `http(80)` names the port and gives its number; in Markdown `**51000 → 443` begins a column that is emphasised. */
function portOf(text: string): string {
  return /\((\d{1,5})\)$/.exec(text)?.[1] ?? text.replace(/^[*_`]{1,3}(?=\w{1,30}$)/, "");
}

/** WS=128 is the factor; the option carries its exponent. */
function shiftOf(factor: number): number {
  return factor < 1 ? 0 : Math.round(Math.log2(factor));
}
