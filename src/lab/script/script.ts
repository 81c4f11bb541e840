import type { TcpState } from "../../tcp/state.ts";

/** An end as an index: 0 the client, 1 the server. */
export type End = 0 | 1;

/** The letters of the ends in a script, by {@link End}. */
export const END_LETTERS = ["c", "s"] as const;

export function otherEnd(end: End): End {
  return end === 0 ? 1 : 0;
}

/** Whose timers the hosts have: the numbers of the RFCs, or those of Linux. */
export const PROFILES = ["rfc", "linux"] as const;
export type ProfileName = (typeof PROFILES)[number];

/** What a segment is called (docs/laboratory.md 2): by its FIN, SYN or RST, else by whether it has data. `any` only in patterns. */
export const SEGMENT_KINDS = ["syn", "syn-ack", "ack", "data", "fin", "rst", "any"] as const;
type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** Which segments a line of the wire means. Numbers are relative to the initial sequence numbers. */
export interface SegmentPattern {
  readonly end: End;
  readonly kind: SegmentKind;
  /** First and last octet; null: whichever. */
  readonly octets: readonly [first: number, last: number] | null;
  /** The acknowledgment number; null: whichever. */
  readonly ack: number | null;
  /** The how-manieth that fits, from 1; `every` all of them. */
  readonly copy: number | "every";
}

/** What a call waits for at its own end. */
export type Cause =
  | { readonly kind: "connected" | "accepted" | "eof" | "acked" | "reset" }
  /** So many octets were read on this connection, all told. */
  | { readonly kind: "read"; readonly octets: number };

/** What a program asks of its host. Times in nanoseconds. */
export type Verb =
  | {
      readonly kind: "listen" | "connect" | "close" | "shutdown" | "abort" | "crash" | "restart";
    }
  | { readonly kind: "send"; readonly octets: number }
  /** `per`: so many octets again and again, with this pause; null: once. */
  | { readonly kind: "read"; readonly octets: number; readonly per: number | null }
  /** Probes the other end after a silence of this length (RFC 9293 section 3.8.4). */
  | { readonly kind: "keepalive"; readonly idle: number };

/** When a call is made: a pause after its cause (null: after its previous call has returned), or at a fixed time. */
export type CallTime =
  | { readonly kind: "after"; readonly cause: Cause | null; readonly pause: number }
  | { readonly kind: "at"; readonly time: number };

/** One call of a program. */
export interface Call {
  readonly kind: "call";
  readonly end: End;
  readonly when: CallTime;
  readonly verb: Verb;
}

/** A segment that neither host sent: relative numbers, flags as bits of the header. */
export interface RawSegment {
  readonly flags: number;
  readonly sequence: number;
  readonly acknowledgment: number | null;
  readonly window: number | null;
  readonly octets: number;
}

/** One line of a script (docs/laboratory.md 2). Times in nanoseconds. */
export type Statement =
  | { readonly kind: "blank" }
  | { readonly kind: "comment"; readonly text: string }
  /** One-way delays: from the client to the server, and back. */
  | { readonly kind: "delay"; readonly there: number; readonly back: number }
  | { readonly kind: "profile"; readonly profile: ProfileName }
  | { readonly kind: "mss" | "window" | "seed" | "retries" | "linear"; readonly value: number }
  | { readonly kind: "end"; readonly time: number }
  /** The hosts' clocks turn by so much. */
  | { readonly kind: "tick"; readonly length: number }
  | Call
  | { readonly kind: "lose" | "twice" | "icmp"; readonly segment: SegmentPattern }
  | { readonly kind: "delay-segment"; readonly segment: SegmentPattern; readonly by: number }
  | { readonly kind: "cut"; readonly from: number; readonly until: number }
  /** `millionths` of all segments are lost. */
  | { readonly kind: "lose-share"; readonly millionths: number }
  /** `end`: whose segment it pretends to be; it arrives at the other end at that time. */
  | { readonly kind: "inject"; readonly end: End; readonly raw: RawSegment; readonly time: number }
  | Goal;

/** What a task asks for (docs/laboratory.md 10); a run pays no heed to it. */
export type Goal =
  /** The end is in that state, at one time for at least so many nanoseconds; null: however short. */
  | {
      readonly kind: "goal";
      readonly end: End;
      readonly state: TcpState;
      readonly duration: number | null;
    }
  /** With so many edits at most. */
  | { readonly kind: "goal-edits"; readonly most: number };

/** A script, line by line. */
export type Script = readonly Statement[];
