import type { EndpointCache } from "./endpoint-cache.ts";
import type { OptionWriter } from "./option-writer.ts";
import type { TextSegment } from "./text-segment.ts";

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
}

/**
 * `whole`: nothing is missing. `partial`: a segment, with fields left out at the end. `mention`: ends and
 * flags without any number; it becomes a segment only through a hex dump.
 */
export type Completeness = "whole" | "partial" | "mention";
