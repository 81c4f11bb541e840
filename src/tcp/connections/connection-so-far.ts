import type { Endpoint } from "../../segments/endpoint.ts";

/** What is known of a connection while rows are still coming; a later row may change it. */
export interface ConnectionSoFar {
  /** Index in the order of appearance. It is no id, because stray SYNs are folded back at the end. */
  readonly line: number;
  /** By the SYN; until one is captured, the sender of the first segment. */
  readonly client: Endpoint;
  readonly server: Endpoint;
  /** Whether a SYN or SYN,ACK shows who is the client. */
  readonly rolesTold: boolean;
  /** Segments so far. */
  readonly segments: number;
}
