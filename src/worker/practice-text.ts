import { tcpdumpText } from "../export/tcpdump-text.ts";
import { analyseOne } from "./judge-capture.ts";
import type { GroupedCapture } from "./read-source.ts";

/** `2026-03-20 12:49:33.192719 IP 10.0.0.1.5 > 10.0.0.2.80: Flags [P.], …, length 76` */
const LINE =
  /^(?:\S+ )?(?<clock>[\d:.]+) IP (?<from>\S+)\.(?<fromPort>\d+) > (?<to>\S+)\.(?<toPort>\d+): (?<fields>.*)$/u;
/** One round in this many uses IPv6. */
const SIX_IN = 4;

/**
 * Prints a capture (IPv4) as `tcpdump -nn` would, repeated with other ports: packets of many connections mixed, some
 * over IPv6, some with a text about their payload.
 * @param rounds at most 256, as for `practiceCapture`
 */
export function practiceText(opened: GroupedCapture, rounds: number): string {
  const printed = printedLines(opened);
  const lines: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const isSix = round % SIX_IN === 0;
    const address = (text: string): string => (isSix ? `2001:db8::${text.replaceAll(".", ":")}` : text);
    const protocol = isSix ? "IP6" : "IP";
    for (const { clock, from, fromPort, to, toPort, fields } of printed) {
      const ends = `${address(from)}.${fromPort ^ round} > ${address(to)}.${toPort ^ round}`;
      lines.push(`${clock} ${protocol} ${ends}: ${fields}\n`);
    }
  }
  // All time stamps have the same length, so they sort as text.
  return lines.toSorted().join("");
}

interface PrintedLine {
  readonly clock: string;
  readonly from: string;
  readonly fromPort: number;
  readonly to: string;
  readonly toPort: number;
  readonly fields: string;
}

function printedLines(opened: GroupedCapture): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (let id = 0; id < opened.connections.length; id++) {
    const analysis = analyseOne(opened, id);
    for (const line of analysis === null ? [] : tcpdumpText(analysis).split("\n")) {
      const { clock = "", from = "", fromPort, to = "", toPort, fields = "" } = LINE.exec(line)?.groups ?? {};
      const carried = fields.endsWith(" 0") ? "" : ": HTTP";
      const ports = { fromPort: Number(fromPort), toPort: Number(toPort) };
      if (clock !== "") lines.push({ clock, from, to, ...ports, fields: fields + carried });
    }
  }
  return lines;
}
