import type { OtherLine } from "../passed-over/other-lines.ts";
import type { EndpointCache } from "./endpoint-cache.ts";
import type { OptionWriter } from "./option-writer.ts";
import type { EndpointPair, TextSegment } from "./text-segment.ts";

/** What the dialects share while they read lines. */
export interface LineContext {
  readonly endpoints: EndpointCache;
  readonly options: OptionWriter;
}

/** A line that holds a packet, as a dialect has read it. */
export interface PacketLine {
  readonly segment: TextSegment;
  /** Index in the line where the packet itself starts; before it stand time, interface and lower layers. */
  readonly coreFrom: number;
  /** Index after the last character that was understood. */
  readonly end: number;
  /** Whether the line is complete: see {@link Completeness}. */
  readonly completeness: Completeness;
  /** The number of printed options that make no sense: of two readings, the one with fewer is right. */
  readonly doubts: number;
}

/** A line that holds a packet without enough of TCP; a hex dump below it may complete it. */
export interface OtherPacketLine {
  readonly segment: null;
  readonly kind: OtherLine;
  /** Null if the line names no ends. */
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
