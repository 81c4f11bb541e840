import type { LineContext, PacketLine } from "./line-context.ts";
import { readOldTcpdumpLine } from "./old-tcpdump-line.ts";
import { readTcpdumpLine } from "./tcpdump-line.ts";

/** One way to print a TCP segment in one line. */
interface Dialect {
  /** Without this the line is not of the dialect: a test that costs next to nothing. */
  readonly sign: string;
  readonly read: (line: string, lineNumber: number, context: LineContext) => PacketLine | null;
}

/** In order: a line is of the first dialect that reads it. */
const DIALECTS: readonly Dialect[] = [
  { sign: "Flags", read: readTcpdumpLine },
  { sign: ">", read: readOldTcpdumpLine },
];

/** The TCP segment that a clean line prints, in whichever dialect; null if it prints none. */
export function readPacketLine(line: string, lineNumber: number, context: LineContext): PacketLine | null {
  for (const { sign, read } of DIALECTS) {
    if (!line.includes(sign)) continue;
    const packet = read(line, lineNumber, context);
    if (packet !== null) return packet;
  }
  return null;
}
