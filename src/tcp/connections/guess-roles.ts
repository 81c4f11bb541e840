import type { Endpoint } from "../../segments/endpoint.ts";
import { formatEndpoint } from "../../segments/endpoint.ts";
import type { FlowList } from "../../segments/segment-table.ts";
import type { RoleBasis } from "../connection.ts";

/** Registered ports above 1023 that servers commonly listen on. */
const SERVICE_PORTS: ReadonlySet<number> = new Set([
  1080, 1433, 1521, 1883, 2049, 2375, 2379, 3000, 3128, 3306, 3389, 4443, 5000, 5060, 5222, 5432, 5672, 5900,
  5985, 6379, 6443, 6667, 8000, 8008, 8080, 8081, 8443, 8883, 8888, 9000, 9090, 9092, 9200, 9300, 9418, 11211,
  27017,
]);
const FIRST_EPHEMERAL = 32768;
const LAST_EPHEMERAL = 65535;
const FIRST_UNPRIVILEGED = 1024;

/** Guesses who is the server where no SYN was captured (docs/state-machine.md 3.4). */
export class RoleGuesser {
  private readonly flows: FlowList;
  private peers: Map<string, number> | null = null;

  constructor(flows: FlowList) {
    this.flows = flows;
  }

  /** @param firstSender direction of the first segment */
  guess(flow: number, firstSender: 0 | 1): { readonly client: 0 | 1; readonly basis: RoleBasis } {
    const a = this.flows.a(flow);
    const b = this.flows.b(flow);
    const sharing = (end: Endpoint): number => this.peerCount(end);
    const byPeers = higher(Math.max(sharing(a), 1), Math.max(sharing(b), 1));
    if (byPeers !== null) return { client: byPeers, basis: "shared-endpoint" };
    const only = (holds: (port: number | string) => boolean): 0 | 1 | null =>
      higher(Number(holds(a.port)), Number(holds(b.port)));
    const wellKnown = only((port) => typeof port === "string" || port < FIRST_UNPRIVILEGED);
    if (wellKnown !== null) return { client: wellKnown, basis: "well-known-port" };
    const service = only((port) => typeof port === "number" && SERVICE_PORTS.has(port));
    if (service !== null) return { client: service, basis: "service-port" };
    const fixed = only((port) => !isEphemeral(port));
    if (fixed !== null) return { client: fixed, basis: "ephemeral-port" };
    if (a.port !== b.port) return { client: a.port < b.port ? 1 : 0, basis: "lower-port" };
    return { client: firstSender, basis: "first-sender" };
  }

  /** How many peers the endpoint has in the capture. */
  private peerCount(end: Endpoint): number {
    this.peers ??= countPeers(this.flows);
    return this.peers.get(formatEndpoint(end)) ?? 0;
  }
}

/** The client's direction: the one whose peer has the higher mark; null if they are equal. */
function higher(a: number, b: number): 0 | 1 | null {
  if (a === b) return null;
  return a > b ? 1 : 0;
}

function isEphemeral(port: number | string): boolean {
  return typeof port === "number" && port >= FIRST_EPHEMERAL && port <= LAST_EPHEMERAL;
}

function countPeers(flows: FlowList): Map<string, number> {
  const peers = new Map<string, number>();
  for (let flow = 0; flow < flows.length; flow++) {
    for (const end of [flows.a(flow), flows.b(flow)]) {
      const key = formatEndpoint(end);
      peers.set(key, (peers.get(key) ?? 0) + 1);
    }
  }
  return peers;
}
