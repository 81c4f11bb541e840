import type { Endpoint } from "./endpoint.ts";

/** What prints the states of sockets. `conntrack` prints those of a middlebox, all others those of a host's own. */
export type ObservingTool = "ss" | "netstat" | "tcpstates" | "conntrack";

/** When a tool saw something, as it prints it. */
export interface ObservedTime {
  readonly base: "epoch" | "time-of-day";
  /** Since the zero of the base. */
  readonly nanoseconds: bigint;
  /** Length of the unit in which it is printed, in nanoseconds. */
  readonly unit: number;
}

/** One socket in one state, as a kernel told it in a text. */
export interface SocketObservation {
  readonly tool: ObservingTool;
  /** The line of the text, from 1 on, and what it says, at most 120 characters. */
  readonly line: number;
  readonly text: string;
  /** Segments with a frame up to this one stand before it: those of a text have its lines. null: no place is told. */
  readonly afterFrame: number | null;
  /** Of the host whose socket it is; with `conntrack`, the sender of the first packet. `*` stands for any address. */
  readonly local: Endpoint;
  readonly peer: Endpoint;
  /** In the words of RFC 9293 section 3.3.2, `SYN-RECEIVED`; with `conntrack`, as it prints it. */
  readonly state: string;
  /** The same as the tool prints it: `FIN_WAIT2`, `FIN_WAIT1 -> FIN_WAIT2`. */
  readonly printed: string;
  /** The state before, where the tool tells a change. */
  readonly from: string | null;
  /** null: the tool prints none, or one that counts from its own start. */
  readonly time: ObservedTime | null;
}
