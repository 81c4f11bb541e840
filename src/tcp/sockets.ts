import type { Endpoint } from "../segments/endpoint.ts";
import { RST } from "../segments/flags.ts";
import { Mark } from "../segments/segment-table.ts";
import { type ConnectionAnalysis } from "./analysis.ts";
import { highest } from "./exchange/said-so-far.ts";
import type { Position } from "./position.ts";
import { isSkippedAt } from "./segment-at.ts";
import type { Basis, Side, TcpState } from "./state.ts";
import { endStatesAt } from "./states.ts";

/** One line of what `ss -tan` prints on a Linux host. */
export interface SocketLine {
  /** In the spelling of `ss`. */
  readonly state: string;
  readonly basis: Basis;
  /** Octets that the application has not read; null: no segment shows it. */
  readonly receiveQueue: number | null;
  /** Octets sent and not acknowledged, with SYN and FIN; null: no segment shows it. */
  readonly sendQueue: number | null;
  /** Whether the application may have written more than was sent by now. */
  readonly mayHoldMore: boolean;
  readonly local: Endpoint;
  /** null: any (`0.0.0.0:*`), of a listening socket. */
  readonly peer: Endpoint | null;
}

/** The sockets of one host. */
export interface HostSockets {
  /** Empty where the socket is gone. */
  readonly lines: readonly SocketLine[];
  /** The state of the end is not known, so its sockets are not either. */
  readonly isUnknown: boolean;
}

/** How `ss` (iproute2) spells the states of RFC 9293; it shows no socket for CLOSED. */
const SPELLING: Readonly<Record<Exclude<TcpState, "CLOSED">, string>> = {
  LISTEN: "LISTEN",
  "SYN-SENT": "SYN-SENT",
  "SYN-RECEIVED": "SYN-RECV",
  ESTABLISHED: "ESTAB",
  "FIN-WAIT-1": "FIN-WAIT-1",
  "FIN-WAIT-2": "FIN-WAIT-2",
  "CLOSE-WAIT": "CLOSE-WAIT",
  CLOSING: "CLOSING",
  "LAST-ACK": "LAST-ACK",
  "TIME-WAIT": "TIME-WAIT",
};

/** States whose queues are empty: the handshake is running, or the socket is only a shell (FIN-WAIT-2, TIME-WAIT). */
const READS_NOTHING: ReadonlySet<TcpState> = new Set(["SYN-SENT", "SYN-RECEIVED", "TIME-WAIT"]);
const SENDS_NOTHING: ReadonlySet<TcpState> = new Set(["FIN-WAIT-2", "TIME-WAIT"]);

/** What `ss -tan` would print of this connection on each host at the position. Costs time linear in the position. */
export function socketsAt(
  analysis: ConnectionAnalysis,
  position: Position,
): Readonly<Record<Side, HostSockets>> {
  const states = endStatesAt(analysis, position);
  return {
    client: hostSockets(analysis, position, "client", states.client),
    server: hostSockets(analysis, position, "server", states.server),
  };
}

function hostSockets(
  analysis: ConnectionAnalysis,
  position: Position,
  side: Side,
  { state, basis }: { readonly state: TcpState | null; readonly basis: Basis },
): HostSockets {
  if (state === null) return { lines: [], isUnknown: true };
  const { client, server } = analysis.connection;
  const [local, peer] = side === "client" ? [client, server] : [server, client];
  const lines: SocketLine[] = [];
  const isPassive = analysis.initial[side].state === "LISTEN";
  // On Linux the listening socket stays; each connection is a socket of its own beside it.
  if (isPassive) lines.push(listening(local, state === "LISTEN" ? basis : "assumed"));
  if (state === "CLOSED" || state === "LISTEN") return { lines, isUnknown: false };
  const isRequest = state === "SYN-RECEIVED" && isPassive;
  lines.push({
    state: SPELLING[state],
    basis,
    receiveQueue: READS_NOTHING.has(state) ? 0 : null,
    sendQueue: isRequest || SENDS_NOTHING.has(state) ? 0 : unacknowledged(analysis, position, side),
    mayHoldMore: state === "ESTABLISHED" || state === "CLOSE-WAIT",
    local,
    peer,
  });
  return { lines, isUnknown: false };
}

function listening(local: Endpoint, basis: Basis): SocketLine {
  return {
    state: SPELLING.LISTEN,
    basis,
    receiveQueue: null,
    sendQueue: null,
    mayHoldMore: false,
    local,
    peer: null,
  };
}

/** SND.NXT − SND.UNA of an end, from what it sent and which acknowledgments have reached it. */
function unacknowledged(analysis: ConnectionAnalysis, position: Position, side: Side): number | null {
  const { segments, fromClient, arrivesAt, numbers } = analysis;
  const own = side === "client" ? 1 : 0;
  let next = Number.NaN;
  let oldest = Number.NaN;
  for (let index = 0; index < position; index++) {
    if (isSkippedAt(analysis, index + 1) || (segments.flags[index] & RST) !== 0) continue;
    if (fromClient[index] === own) {
      if ((segments.marks[index] & (Mark.SequenceUnknown | Mark.LengthUnknown)) !== 0) return null;
      next = highest(next, numbers.end[index]);
      if (Number.isNaN(oldest)) oldest = numbers.start[index];
    } else if (arrivesAt[index] !== 0 && arrivesAt[index] <= position) {
      oldest = highest(oldest, numbers.ack[index]);
    }
  }
  const octets = next - oldest;
  return Number.isNaN(octets) ? null : Math.max(0, octets);
}
