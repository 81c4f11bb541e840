import type { TcpState } from "../tcp/state.ts";

/** A segment on the simulated wire. */
export interface WireSegment {
  readonly id: number;
  /** 0 = the client sent it, 1 = the server. */
  readonly from: 0 | 1;
  readonly sentAt: number;
  readonly flags: number;
  readonly seq: number;
  readonly ack: number;
  readonly length: number;
  readonly timestampValue: number;
  readonly timestampEcho: number;
}

/** A change of state as it really happened. */
export interface TrueMove {
  readonly at: number;
  readonly from: TcpState;
  readonly to: TcpState;
  /** Nothing on the wire shows it: a timer ran out. */
  readonly isSilent: boolean;
}

/** What a host needs of its surroundings. Times in seconds. */
export interface Surroundings {
  now(): number;
  after(seconds: number, act: () => void): void;
  transmit(segment: Omit<WireSegment, "id" | "from" | "sentAt">): void;
  /** The host has become ESTABLISHED, or has read the end of the peer's stream. */
  onEstablished(): void;
  onEndOfStream(): void;
}
