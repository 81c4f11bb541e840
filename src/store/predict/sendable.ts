import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import type { TcpState } from "../../tcp/state.ts";
import type { ForeseenSegment, Sendable } from "./question.ts";

/** What a state lets an end send, and what it forbids. */
interface Sending {
  readonly may: readonly Sendable[];
  readonly mayNot: readonly Sendable[];
}

/**
 * RFC 9293 section 3.10: what an end may send in a state, unless it crashes. Left out are states in which more depends
 * on options (Fast Open lets SYN-RECEIVED send data) and those without a connection.
 *
 * - SYN-SENT: data waits for ESTABLISHED (3.10.2), and CLOSE deletes the connection without a FIN (3.10.4).
 * - ESTABLISHED, CLOSE-WAIT: its own SYN is acknowledged, so it never goes out again (3.10.8, 3.4).
 * - CLOSING, LAST-ACK, TIME-WAIT: ABORT deletes the connection without a RST (3.10.5).
 * - FIN-WAIT-1, CLOSING, LAST-ACK: its FIN has said that no data follows (3.10.2: "connection closing"); the FIN itself
 *   is sent again until it is acknowledged (3.10.8).
 * - FIN-WAIT-2, TIME-WAIT: the FIN is acknowledged as well, and never goes out again.
 */
export const SENDING: Partial<Readonly<Record<TcpState, Sending>>> = {
  "SYN-SENT": { may: ["syn", "ack", "rst"], mayNot: ["fin", "data"] },
  ESTABLISHED: { may: ["ack", "data", "fin", "rst"], mayNot: ["syn"] },
  "CLOSE-WAIT": { may: ["ack", "data", "fin", "rst"], mayNot: ["syn"] },
  "FIN-WAIT-1": { may: ["ack", "fin-again", "rst"], mayNot: ["data"] },
  CLOSING: { may: ["ack", "fin-again"], mayNot: ["data"] },
  "LAST-ACK": { may: ["ack", "fin-again"], mayNot: ["data"] },
  "FIN-WAIT-2": { may: ["ack", "rst"], mayNot: ["data", "fin-again"] },
  "TIME-WAIT": { may: ["ack"], mayNot: ["data", "fin-again"] },
};

/** Whether a segment is what the word stands for. New data and old data look alike. */
export function isOf({ flags, hasData }: ForeseenSegment, what: Sendable): boolean {
  if ((flags & RST) !== 0) return what === "rst";
  if ((flags & SYN) !== 0) return what === "syn" && (flags & ACK) === 0;
  if ((flags & FIN) !== 0) return what === "fin" || what === "fin-again";
  return hasData ? what === "data" : what === "ack";
}
