import { readFortigateLine } from "./dialects/fortigate-line.ts";
import type { LineContext, OtherPacketLine, PacketLine } from "./dialects/line-context.ts";
import { readNetfilterLine } from "./dialects/netfilter-line.ts";
import { readOldTcpdumpLine } from "./dialects/old-tcpdump-line.ts";
import { readTcpdumpLine } from "./dialects/tcpdump-line.ts";
import { readWiresharkLine } from "./listings/wireshark-line.ts";

/** One way to print a packet in one line. */
interface Dialect {
  /** A line of the dialect contains one of these: a cheap first test. */
  readonly signs: readonly string[];
  readonly read: (
    line: string,
    lineNumber: number,
    context: LineContext,
  ) => PacketLine | OtherPacketLine | null;
}

/** In order: a line is of the first dialect that reads it. */
const DIALECTS: readonly Dialect[] = [
  { signs: ["Flags"], read: readTcpdumpLine },
  { signs: ["PROTO=TCP"], read: readNetfilterLine },
  { signs: [" -> "], read: readFortigateLine },
  { signs: ["→", "->", "Seq=", "[SYN", "[ACK", "[FIN", "[RST", "[PSH"], read: readWiresharkLine },
  { signs: [">"], read: readOldTcpdumpLine },
  // A row of Wireshark's plain text export in which an upper protocol hides TCP: only columns.
  { signs: ["  ", "\t", "|"], read: readWiresharkLine },
];

/** Reads the packet that a clean line prints, in any dialect; null if it is no packet line. */
export function readPacketLine(
  line: string,
  lineNumber: number,
  context: LineContext,
): PacketLine | OtherPacketLine | null {
  for (const { signs, read } of DIALECTS) {
    if (!includesOneOf(line, signs)) continue;
    const packet = read(line, lineNumber, context);
    if (packet !== null) return packet;
  }
  return null;
}

function includesOneOf(line: string, signs: readonly string[]): boolean {
  for (const sign of signs) if (line.includes(sign)) return true;
  return false;
}
