import { formatAddress, ipv4Text } from "./address.ts";
import type { Endpoint } from "./endpoint.ts";

/** Ports from here on are names, counted from here. */
export const FIRST_NAMED_PORT = 65536;
/** In the field of the first port: both addresses are IPv4 and stand in the flow itself, not in the table of addresses. */
export const IS_IPV4 = 2 ** 30;
/** Fields of a flow, side by side so that comparing one touches memory once. */
export const FIELDS = 4;
/** Octets of an address in the table of addresses. */
export const ADDRESS_OCTETS = 16;

/** Pairs of endpoints as plain data that can cross to and from a worker. */
export interface FlowColumns {
  readonly length: number;
  /** Four fields for each flow: address a, address b, port a with {@link IS_IPV4}, port b. */
  readonly fields: Int32Array;
  /** IPv6 addresses by index. */
  readonly octets: Uint8Array;
  /** Addresses that were given as text, by index. */
  readonly texts: ReadonlyMap<number, string>;
  readonly portNames: readonly string[];
}

/** One end of a flow: 0 = a, 1 = b. */
export function endpointOf(
  { fields, octets, texts, portNames }: FlowColumns,
  flow: number,
  end: 0 | 1,
): Endpoint {
  const at = flow * FIELDS;
  const address = fields[at + end];
  const isIpv4 = (fields[at + 2] & IS_IPV4) !== 0;
  const port = fields[at + 2 + end] & ~IS_IPV4;
  return {
    address: isIpv4
      ? ipv4Text(address)
      : (texts.get(address) ?? formatAddress(octets, address * ADDRESS_OCTETS, ADDRESS_OCTETS)),
    port: port < FIRST_NAMED_PORT ? port : (portNames[port - FIRST_NAMED_PORT] ?? ""),
  };
}

/** Whether both ends of a flow are the same socket. */
export function isLoop({ fields }: FlowColumns, flow: number): boolean {
  const at = flow * FIELDS;
  return fields[at] === fields[at + 1] && (fields[at + 2] & ~IS_IPV4) === fields[at + 3];
}
