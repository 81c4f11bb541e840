import type { Endpoint } from "../segments/endpoint.ts";
import type { TimeBase } from "../segments/segment-table.ts";

/** The part of a connection that a display filter needs. */
export interface FilteredConnection {
  readonly client: Endpoint;
  readonly server: Endpoint;
  /**
   * What distinguishes it from other connections with the same addresses and ports: its times, or the numbers of its
   * records (ascending) if their times overlap; null if there are no others.
   */
  readonly only: EpochRange | readonly number[] | null;
}

/** First and last moment, nanoseconds since 1970-01-01T00:00Z. */
export interface EpochRange {
  readonly first: bigint;
  readonly last: bigint;
}

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const IPV6 = /^(?=.*:)[0-9a-f:.]+$/i;
const SECOND = 1_000_000_000n;

/**
 * A display filter of Wireshark that shows the connection and nothing else (`tcp.stream` would be shorter, but only
 * Wireshark knows its numbers). Each direction is written out, because addresses and ports compared by themselves
 * would also match segments from one end's address to the other end's port. ICMP errors are excluded, because
 * Wireshark would match the header that they quote. null if the capture has names, or no ports.
 */
export function wiresharkFilter({ client, server, only }: FilteredConnection): string | null {
  const protocol = protocolOf(client, server);
  if (protocol === null) return null;
  const out = direction(protocol, client, server);
  const back = direction(protocol, server, client);
  const pair = out === back ? out : `(${out}) || (${back})`;
  const segments = `!${protocol === "ip" ? "icmp" : "icmpv6"} && (${pair})`;
  if (only === null) return segments;
  if (isRange(only)) {
    const { first, last } = only;
    return `${segments} && frame.time_epoch >= ${seconds(first)} && frame.time_epoch <= ${seconds(last)}`;
  }
  return `${segments} && frame.number in {${runsOf(only).join(", ")}}`;
}

/** One filter that shows all of them; null if one of them has none. */
export function wiresharkFilterOfAll(connections: readonly FilteredConnection[]): string | null {
  const filters = connections.map(wiresharkFilter);
  if (filters.length === 0 || filters.includes(null)) return null;
  return filters.length === 1 ? (filters[0] ?? null) : filters.map((filter) => `(${filter})`).join(" || ");
}

function isRange(only: EpochRange | readonly number[]): only is EpochRange {
  return "first" in only;
}

/** Consecutive numbers as one range: `4..6`, `9`. @param numbers ascending; one may stand there twice */
function runsOf(numbers: readonly number[]): string[] {
  const runs: { readonly from: number; to: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number <= run.to + 1) run.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}..${to}`));
}

/** The times of a connection since 1970; null if its capture has no dates. */
export function epochRange(start: number, end: number, { kind, origin }: TimeBase): EpochRange | null {
  if (kind !== "epoch" || Number.isNaN(start) || Number.isNaN(end)) return null;
  return { first: origin + BigInt(Math.floor(start)), last: origin + BigInt(Math.ceil(end)) };
}

function protocolOf(...ends: readonly Endpoint[]): "ip" | "ipv6" | null {
  if (ends.some(({ port }) => typeof port !== "number")) return null;
  if (ends.every(({ address }) => IPV4.test(address))) return "ip";
  return ends.every(({ address }) => IPV6.test(address)) ? "ipv6" : null;
}

function direction(protocol: "ip" | "ipv6", from: Endpoint, to: Endpoint): string {
  return [
    `${protocol}.src == ${from.address}`,
    `tcp.srcport == ${from.port}`,
    `${protocol}.dst == ${to.address}`,
    `tcp.dstport == ${to.port}`,
  ].join(" && ");
}

function seconds(nanoseconds: bigint): string {
  return `${nanoseconds / SECOND}.${String(nanoseconds % SECOND).padStart(9, "0")}`;
}
