import type { Endpoint } from "../segments/endpoint.ts";
import type { Note } from "../segments/note.ts";
import type { IcmpError, SegmentColumns } from "../segments/segment-table.ts";
import type { Witnesses } from "../segments/witnesses.ts";

/** How the client was found. These are the words of the analysis, numbered as in a link. */
export const ROLE_BASES = [
  "SYN",
  "SYN-ACK",
  "shared-endpoint",
  "well-known-port",
  "service-port",
  "ephemeral-port",
  "lower-port",
  "first-sender",
] as const;
export type SharedRoleBasis = (typeof ROLE_BASES)[number];

/**
 * Why the connection starts where it does, numbered as in a link. With all but the first, the pair was in use before.
 */
export const START_REASONS = [
  "first",
  "same-isn-again",
  "reuse-after-close",
  "reuse-in-time-wait",
  "reuse-while-open",
  "syn-not-captured",
  "mid-stream",
] as const;
export type SharedStartReason = (typeof START_REASONS)[number];

/**
 * What a link holds of one connection: its segments, and what their analysis depends on beside them. Never payload.
 */
export interface SharedConnection {
  /** Its segments alone; in the column `flow` 0 is from the client and 1 from the server. */
  readonly segments: SegmentColumns;
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly roleBasis: SharedRoleBasis;
  readonly why: SharedStartReason;
  /** The next connection on the same pair if its opening was captured: it shows how this one ended. */
  readonly successor: SharedSuccessor | null;
  /** ICMP errors that quote one of the segments; `flow` as above. */
  readonly icmpErrors: readonly IcmpError[];
  /** Names that the capture gives to the two addresses. */
  readonly hostNames: ReadonlyMap<string, string>;
  /** What the person calls it; empty if nothing. */
  readonly title: string;
  /** Segments that were left out when the link was made, in order. */
  readonly folds: readonly SharedFold[];
  /** TCP timestamps and SACK blocks were left out when the link was made, so their absence proves nothing. */
  readonly lacksTimestampsAndSack: boolean;
  /** Set where the segments were put together from two captures, one at each side of the path. */
  readonly witnesses: Witnesses | null;
  /** What the person wrote of it, in the order in which it is told. */
  readonly notes: readonly Note[];
  /** Names of what the link holds beside all this, and this version of Synfin cannot read. */
  readonly unread: readonly string[];
}

/** Segments that the capture holds and the link does not. */
export interface SharedFold {
  /** 0-based row before which they stand; the number of segments if behind the last. */
  readonly before: number;
  readonly client: FoldedTraffic;
  readonly server: FoldedTraffic;
}

/** How much of one end's traffic is left out. */
export interface FoldedTraffic {
  readonly segments: number;
  /** Octets of data, repetitions counted again. */
  readonly payload: number;
}

/** How the next connection on the same pair begins. */
export interface SharedSuccessor {
  /** How many segments of this connection were captured before it. */
  readonly after: number;
  /** In the unit of the time column; NaN if there is none. */
  readonly time: number;
  /** The end that opens it: 0 = the client of this connection. */
  readonly opener: 0 | 1;
  /** Its first segment is the SYN itself, not the SYN,ACK. */
  readonly isSynSeen: boolean;
  /** The other end answered with SYN,ACK. */
  readonly isAnswered: boolean;
}
