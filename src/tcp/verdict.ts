import type { Position } from "./position.ts";

/** How a connection ended, docs/state-machine.md 8.2 in kebab-case. */
export const OUTCOMES = [
  "refused",
  "one-direction-captured",
  "no-answer",
  "abandoned-by-client",
  "complete",
  "closed-then-reset-by-client",
  "closed-then-reset-by-server",
  "reset-by-client",
  "reset-by-server",
  "reset-by-client-during-handshake",
  "reset-by-server-during-handshake",
  "keep-alive-limit",
  "close-not-finished",
  "half-closed-by-client",
  "half-closed-by-server",
  "close-unanswered-by-client",
  "close-unanswered-by-server",
  "open",
  "half-open",
  "rejected-by-icmp",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OPENINGS = [
  "three-way",
  "fast-open",
  "simultaneous-open",
  "syn-only",
  "partly-captured",
  "not-captured",
] as const;
export type Opening = (typeof OPENINGS)[number];

export const CLOSINGS = [
  "four-segments",
  "three-segments",
  "simultaneous",
  "rst",
  "fin-then-rst",
  "one-side-only",
  "none",
] as const;
export type Closing = (typeof CLOSINGS)[number];

/** A duration with the two segments it lies between, in nanoseconds. */
export interface Timing {
  readonly from: Position;
  readonly to: Position;
  readonly duration: number;
}

export interface Verdict {
  readonly outcome: Outcome;
  /** Positions of the segments that the outcome rests on, in order. */
  readonly evidence: readonly Position[];
  readonly startCaptured: boolean;
  readonly opening: Opening;
  readonly closing: Closing;
  /** Who sent the first FIN. */
  readonly firstCloser: "client" | "server" | null;
  /** Zeek's conn_state. */
  readonly zeek: string;
  /** Wireshark's tcp.completeness: 1 SYN, 2 SYN-ACK, 4 ACK, 8 data, 16 FIN, 32 RST. */
  readonly completeness: number;
  /** Unique octets of data each end sent; retransmissions are not counted twice. */
  readonly payload: { readonly client: number; readonly server: number };
  readonly segments: { readonly client: number; readonly server: number };
  readonly retransmissions: { readonly client: number; readonly server: number };
  /** From the last SYN to its SYN,ACK, or, if captured at the server, from the SYN,ACK to its ACK. */
  readonly handshakeRoundTrip: Timing | null;
  /** From the first SYN until connect() can return; null if the connection never opened. */
  readonly openingTime: Timing | null;
  /** First FIN to last ACK. */
  readonly close: Timing | null;
  /** Nanoseconds from the first to the last segment with a trustworthy time; null without times. */
  readonly duration: number | null;
}
