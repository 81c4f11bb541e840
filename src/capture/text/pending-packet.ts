import type { OtherPacketLine, PacketLine } from "./dialects/line-context.ts";
import type { HexRows } from "./hex/hex-rows.ts";
import type { TimeStamp } from "./times/time-stamp.ts";

/** A packet line that lines below it may still complete: wrapped text, a hex dump, details of its layers. */
export interface PendingPacket {
  packet: PacketLine | OtherPacketLine;
  /** The clean line, with the lines that were joined to it. */
  text: string;
  readonly line: number;
  /** The last line that belongs to it. */
  lastLine: number;
  readonly stamp: TimeStamp | null;
  readonly interfaceName: string | null;
  readonly ttl: number;
  readonly ipId: number | null;
  /** The name that `packetNamed` reads. */
  readonly packetName: string | null;
  readonly isElidedBefore: boolean;
  hex: HexRows | null;
  /** How many more lines may be joined to it. */
  joinsLeft: number;
}

/** A wrapped line goes on for at most this many lines. */
export const MOST_JOINS = 6;
