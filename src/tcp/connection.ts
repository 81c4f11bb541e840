import type { Endpoint } from "../segments/endpoint.ts";
import type { Side } from "./state.ts";

/** Why an end is called the client (docs/state-machine.md 3.4): `SYN` and `SYN-ACK` are seen, the rest guessed. */
export type RoleBasis =
  | "SYN"
  | "SYN-ACK"
  | "shared-endpoint"
  | "well-known-port"
  | "service-port"
  | "ephemeral-port"
  | "lower-port"
  | "first-sender";

/** Why a connection starts where it does: rules N1 to N12 of docs/state-machine.md 3.3. */
export type StartReason =
  | "first"
  /** The old connection had ended; the SYN repeats its ISN (N3). */
  | "same-isn-again"
  /** Another ISN on the same pair; the old connection was closed, in TIME-WAIT, or still open (N6). */
  | "reuse-after-close"
  | "reuse-in-time-wait"
  | "reuse-while-open"
  /** SYN-ACK of a connection whose SYN was not captured (N7). */
  | "syn-not-captured"
  /** Numbers far from those of the connection that ended (N10). */
  | "mid-stream";

/** One incarnation of a pair of endpoints: the rows of a segment table that belong together. */
export interface Connection {
  /** 0-based, in order of first segment. */
  readonly id: number;
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly roleBasis: RoleBasis;
  /** Both ends are the same address and port: one socket connected to itself. */
  readonly isSelfConnect: boolean;
  /** The flow's endpoint that is the client: 0 = `a`, 1 = `b`. */
  readonly clientDirection: 0 | 1;
  /** The rows of the table, in capture order. */
  readonly rows: Uint32Array;
  /** The connection that used the same pair before. */
  readonly previous: number | null;
  /** The connection that uses the same pair next. */
  readonly next: number | null;
  /** Why a new connection starts here (docs/state-machine.md 3.3). */
  readonly why: StartReason;
}

/** All connections of a table by id: an array, or an object that makes them on demand. */
export interface ConnectionsById {
  readonly length: number;
  at(id: number): Connection | undefined;
}

export function otherSide(side: Side): Side {
  return side === "client" ? "server" : "client";
}

/** The connection as plain data with rows of its own: the rows of a grouping are views of one large array. */
export function plainConnection(connection: Connection): Connection {
  return {
    id: connection.id,
    client: connection.client,
    server: connection.server,
    roleBasis: connection.roleBasis,
    isSelfConnect: connection.isSelfConnect,
    clientDirection: connection.clientDirection,
    rows: connection.rows.slice(),
    previous: connection.previous,
    next: connection.next,
    why: connection.why,
  };
}
