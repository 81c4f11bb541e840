import { ACK, FIN, PSH, RST, SYN } from "../../../segments/flags.ts";
import type { LineContext, PacketLine } from "./line-context.ts";
import { blankSegment } from "./text-segment.ts";

const FLAGS: Readonly<Record<string, number>> = { syn: SYN, fin: FIN, rst: RST, psh: PSH, ack: 0 };
/** `192.0.2.2.56662 -> 198.51.100.17.8443: syn 1919112000 ack 1`. */
const CORE = /(\S{3,64}) -> (\S{3,64}): (?=(?:syn|fin|rst|psh|ack) \d)/;
const FIELD = /\b(syn|fin|rst|psh|ack) (\d{1,10})/g;

/**
 * FortiGate's `diagnose sniffer packet`: `2024-08-28 16:36:30.627027 port1 in A.p -> B.q: syn N ack M`. Numbers
 * are as on the wire; there is no window and no length.
 */
export function readFortigateLine(line: string, lineNumber: number, context: LineContext): PacketLine | null {
  const match = CORE.exec(line);
  if (match === null) return null;
  const [, source = "", destination = ""] = match;
  const segment = blankSegment(
    lineNumber,
    context.endpoints.ofPlace({ source, destination, key: `${source} > ${destination}`, from: match.index }),
  );
  segment.numbering = "absolute";
  FIELD.lastIndex = match.index + match[0].length;
  let end = FIELD.lastIndex;
  for (let field = FIELD.exec(line); field !== null; field = FIELD.exec(line)) {
    const [, name = "", value = ""] = field;
    end = FIELD.lastIndex;
    if (name === "ack") {
      segment.acknowledgment = Number(value);
      segment.flags |= ACK;
    } else {
      segment.sequence = Number(value);
      segment.flags |= FLAGS[name];
    }
  }
  if ((segment.flags & PSH) === 0) segment.length = 0;
  return { segment, coreFrom: match.index, end, completeness: "whole", doubts: 0 };
}
