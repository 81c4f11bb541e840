/** The eleven connection states of RFC 9293 section 3.3.2, in the order of its list. */
export const TCP_STATES = [
  "LISTEN",
  "SYN-SENT",
  "SYN-RECEIVED",
  "ESTABLISHED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
  "CLOSE-WAIT",
  "CLOSING",
  "LAST-ACK",
  "TIME-WAIT",
  "CLOSED",
] as const;

export type TcpState = (typeof TCP_STATES)[number];

/** One of the two lifelines of a connection. The client is the active opener, or guessed to be it. */
export type Side = "client" | "server";

/**
 * How a move, and the state it leads to, is known (docs/state-machine.md 4.2).
 * `start`: the initial state. `sent`: the end's own segment shows it. `proved`: a later segment proves it.
 * `arrived`: a capture at the end's own side holds the segment that made it. `assumed`: nothing proves or disproves it. `gap`: needed to explain a later segment; its cause is not in the
 * capture. `timer`: a clock ran out within the capture. `predicted`: a clock will run out after its end.
 */
export type Basis = "start" | "sent" | "arrived" | "proved" | "assumed" | "gap" | "timer" | "predicted";

const NOT_SYNCHRONIZED: ReadonlySet<TcpState> = new Set(["LISTEN", "SYN-SENT", "SYN-RECEIVED", "CLOSED"]);

/** Whether the state is ESTABLISHED or beyond (RFC 9293 section 3.10.7.4: a synchronized state). */
export function isSynchronized(state: TcpState | null): boolean {
  return state !== null && !NOT_SYNCHRONIZED.has(state);
}
