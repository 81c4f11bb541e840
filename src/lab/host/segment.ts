import type { End } from "../script/script.ts";

/** The options that a laboratory host sends. */
export interface LabOptions {
  readonly mss?: number;
  /** Shift count of the window scale option (RFC 7323 section 2). */
  readonly windowScale?: number;
  readonly sackPermitted?: true;
  /** [TSval, TSecr], in milliseconds. */
  readonly timestamps?: readonly [value: number, echoReply: number];
}

/** The header of a segment as it stands on the wire. Numbers are 0..4294967295. */
export interface LabSegment {
  readonly flags: number;
  readonly sequence: number;
  /** 0 without the ACK flag. */
  readonly acknowledgment: number;
  /** As in the header, not scaled. */
  readonly window: number;
  /** Octets of data. */
  readonly octets: number;
  readonly options: LabOptions;
}

/** A segment that was sent, with what the wire made of it. Times in nanoseconds since the script began. */
export interface SentSegment extends LabSegment {
  /** From 0, in the order of sending, those injected included. */
  readonly id: number;
  readonly from: End;
  /** Neither host sent it: a line of the script did. */
  readonly isInjected: boolean;
  /** Index into the control blocks of `from`; -1: sent without one (a RST to a closed port), or injected. */
  readonly block: number;
  readonly sentAt: number;
  /** Counts sends, arrivals, moves and calls together, in order of happening. */
  readonly order: number;
  readonly name: SegmentName;
  readonly arrivals: Arrival[];
  /** Why the wire did not deliver it; null if it did. */
  loss: Loss | null;
  /** When an ICMP error about it comes back; null: none does. */
  bouncedAt: number | null;
}

/** One copy reaches the other host. */
export interface Arrival {
  /** When a capture at that host holds it. */
  readonly capturedAt: number;
  /** Its place in the order of happening. */
  readonly order: number;
  /** When the host has acted on it, and its place in the order of happening; null: the run ended before. */
  processed: {
    readonly at: number;
    readonly order: number;
    readonly block: number;
    readonly effect: Effect;
  } | null;
}

/** What an arrival did: `new` moved something, `old` had come before or says nothing new, `none`: nobody was there. */
export type Effect = "new" | "old" | "none";

export type Loss = "lose" | "cut" | "share" | "icmp";

/** What an edit calls a segment, whatever happens before it (docs/laboratory.md 1). */
export interface SegmentName {
  readonly end: End;
  readonly kind: "syn" | "syn-ack" | "ack" | "data" | "fin" | "rst";
  /** First and last octet, relative to the initial sequence number; null without data. */
  readonly octets: readonly [first: number, last: number] | null;
  /** The acknowledgment number of a bare ACK, relative; null for others. */
  readonly ack: number | null;
  /** The how-manieth of this name, from 1. */
  readonly copy: number;
}
