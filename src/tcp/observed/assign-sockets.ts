import { bisect } from "../../base/bisect.ts";
import { ipv4Number } from "../../segments/address.ts";
import { type Endpoint, formatEndpoint } from "../../segments/endpoint.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";
import type { SocketObservation } from "../../segments/socket-observation.ts";
import type { Connection, ConnectionsById } from "../connection.ts";

/** Which connections the sockets of a text belong to. */
export interface AssignedSockets {
  /** What is said of a connection, in the order of the text. */
  readonly of: (connection: Connection) => readonly SocketObservation[];
  /** Those that fit no connection. */
  readonly fitNone: readonly SocketObservation[];
}

/**
 * Finds the connections that sockets belong to. A listening one belongs to every connection to its port; any other
 * one to the incarnation of its pair that stands where its line stands.
 */
export function assignSockets(
  table: SegmentColumns,
  connections: ConnectionsById,
  observations: readonly SocketObservation[],
): AssignedSockets {
  const byPorts = new Map<string, Connection[]>();
  const serversOf = new Map<number | string, Map<string, Endpoint>>();
  for (let id = 0; id < connections.length; id++) {
    const connection = connections.at(id);
    if (connection === undefined) continue;
    const { client, server } = connection;
    add(byPorts, portsOf(client, server), connection);
    const servers = serversOf.get(server.port) ?? new Map<string, Endpoint>();
    serversOf.set(server.port, servers.set(server.address, server));
  }
  const own = new Map<number, SocketObservation[]>();
  const listening = new Map<number | string, SocketObservation[]>();
  const pairs = new Map<string, readonly Connection[]>();
  const fitNone: SocketObservation[] = [];
  for (const observation of observations) {
    const { local } = observation;
    if (isListener(observation)) {
      const servers = [...(serversOf.get(local.port)?.values() ?? [])];
      if (servers.some((server) => isOneHost(server, local))) add(listening, local.port, observation);
      else fitNone.push(observation);
      continue;
    }
    const found = incarnationAt(table, observation, pairOf(observation));
    if (found === undefined) fitNone.push(observation);
    else add(own, found.id, observation);
  }
  return {
    of: ({ id, server }) => {
      const listeners = (listening.get(server.port) ?? []).filter(({ local }) => isOneHost(server, local));
      return [...(own.get(id) ?? []), ...listeners].toSorted((one, other) => one.line - other.line);
    },
    fitNone,
  };

  function pairOf({ local, peer }: SocketObservation): readonly Connection[] {
    const name = `${formatEndpoint(local)} ${formatEndpoint(peer)}`;
    const known =
      pairs.get(name) ??
      (byPorts.get(portsOf(local, peer)) ?? []).filter(
        ({ client, server }) =>
          (isEnd(client, local) && isEnd(server, peer)) || (isEnd(server, local) && isEnd(client, peer)),
      );
    pairs.set(name, known);
    return known;
  }
}

/** Whether it is a socket that waits for connections, and no connection itself. */
export function isListener({ state, from, tool }: SocketObservation): boolean {
  return state === "LISTEN" && from === null && tool !== "conntrack";
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function portsOf({ port: one }: Endpoint, { port: other }: Endpoint): string {
  return [one, other].map(String).toSorted().join(" ");
}

/** Whether a socket's end is an end of a connection. */
export function isEnd(end: Endpoint, printed: Endpoint): boolean {
  return end.port === printed.port && isOneHost(end, printed);
}

/** A name may stand for any address, but `localhost` only for a loopback one. */
function isOneHost({ address }: Endpoint, { address: printed }: Endpoint): boolean {
  if (printed === "*" || address.replace(/^::ffff:/u, "") === printed) return true;
  const isNamed = !isAddress(address);
  if (isNamed === !isAddress(printed)) return false;
  const [name, number] = isNamed ? [address, printed] : [printed, address];
  return !/^(?:ip6-)?localhost\b/iu.test(name) || number.startsWith("127.") || number === "::1";
}

function isAddress(text: string): boolean {
  return text.includes(":") || ipv4Number(text) !== null;
}

/** Of several incarnations of a pair, in their order, the one whose segments stand around the line. */
function incarnationAt(
  { frame }: SegmentColumns,
  { afterFrame, state }: SocketObservation,
  pair: readonly Connection[],
): Connection | undefined {
  const frameOf = (connection: Connection | undefined, row: number): number =>
    frame[connection?.rows.at(row) ?? 0] ?? 0;
  // Without a place, it is what the last one of the pair leads to.
  const place = afterFrame ?? Number.POSITIVE_INFINITY;
  const next = bisect(0, pair.length, (index) => frameOf(pair[index], 0) <= place);
  const begun = pair[next - 1];
  // A socket opens before its first segment.
  const isOver = begun === undefined || frameOf(begun, -1) <= place;
  return state === "SYN-SENT" && isOver ? (pair[next] ?? begun) : (begun ?? pair[0]);
}
