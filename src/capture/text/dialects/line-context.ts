import type { EndpointCache } from "./endpoint-cache.ts";
import type { OptionWriter } from "./option-writer.ts";
import type { OtherLine } from "./other-lines.ts";
import type { EndpointPair, TextSegment } from "./text-segment.ts";

/** What the dialects share while they read lines. */
export interface LineContext {
  readonly endpoints: EndpointCache;
  readonly options: OptionWriter;
}

/** What a dialect made of a line that holds a packet. */
export interface PacketLine {
  readonly segment: TextSegment;
  /** Index in the line where the packet itself starts; before it stand time, interface and lower layers. */
  readonly coreFrom: number;
  /** Index behind the last character that was understood. */
  readonly end: number;
  /** What the line must still bring: see {@link Completeness}. */
  readonly completeness: Completeness;
  /** Printed options that make no sense: fewer of them tell which of two readings is right. */
  readonly doubts: number;
}

/** A line that holds a packet without saying enough of TCP; a hex dump below it may. */
export interface OtherPacketLine {
  readonly segment: null;
  readonly kind: OtherLine;
  /** Null where the line names no ends. */
  readonly endpoints: EndpointPair | null;
  readonly coreFrom: number;
  /** The protocol that hides TCP; "" where it does not matter. */
  readonly protocol: string;
}

/**
 * `whole`: nothing is missing. `partial`: a segment, with fields left out at the end. `bare`: nothing but ends and
 * flags, as articles shorten lines (`A.1 > B.2: Flags [S]`): a segment, unless the text prints it in full, too.
 * `mention`: ends and a letter; it becomes a segment only through a hex dump.
 */
type Completeness = "whole" | "partial" | "bare" | "mention";
