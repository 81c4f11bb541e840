import type { Endpoint } from "../segments/endpoint.ts";
import type { Side } from "./state.ts";

/** Why the sender of a flow is called client (STATE-MACHINE 3.4). `SYN` and `SYN-ACK` are seen, the rest guessed. */
export type RoleBasis =
  | "SYN"
  | "SYN-ACK"
  | "shared-endpoint"
  | "well-known-port"
  | "service-port"
  | "ephemeral-port"
  | "lower-port"
  | "first-sender";

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
  /** Why a new connection starts here (STATE-MACHINE 3.3). */
  readonly why: string;
}

export function otherSide(side: Side): Side {
  return side === "client" ? "server" : "client";
}
