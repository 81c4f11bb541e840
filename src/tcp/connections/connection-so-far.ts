import type { Endpoint } from "../../segments/endpoint.ts";

/** What can be said of a connection while rows are still coming: nothing that a later row could not change. */
export interface ConnectionSoFar {
  /** Place in the order of appearance; no id, since stray SYNs are folded back at the end. */
  readonly line: number;
  /** As the SYN tells; until one is seen, the end that was heard first. */
  readonly client: Endpoint;
  readonly server: Endpoint;
  /** Whether a SYN or SYN,ACK told who is the client. */
  readonly rolesTold: boolean;
  /** Segments so far. */
  readonly segments: number;
}
