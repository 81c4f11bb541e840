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

/** How an address of a flow reads. */
type AddressText = (columns: FlowColumns, address: number, isIpv4: boolean) => string;

/** One end of a flow: 0 = a, 1 = b. */
export function endpointOf(
  columns: FlowColumns,
  flow: number,
  end: 0 | 1,
  textOf: AddressText = addressText,
): Endpoint {
  const { fields, portNames } = columns;
  const at = flow * FIELDS;
  const isIpv4 = (fields[at + 2] & IS_IPV4) !== 0;
  const port = fields[at + 2 + end] & ~IS_IPV4;
  return {
    address: textOf(columns, fields[at + end], isIpv4),
    port: port < FIRST_NAMED_PORT ? port : (portNames[port - FIRST_NAMED_PORT] ?? ""),
  };
}

function addressText({ octets, texts }: FlowColumns, address: number, isIpv4: boolean): string {
  if (isIpv4) return ipv4Text(address);
  return texts.get(address) ?? formatAddress(octets, address * ADDRESS_OCTETS, ADDRESS_OCTETS);
}

/** Addresses whose texts are kept; a power of two. */
const MOST_KEPT = 1024;

/**
 * Remembers how addresses of one table read: a scan of a large list asks for the few servers again and again. Each
 * address has one place, where the next one replaces it.
 */
export function rememberingAddresses(): AddressText {
  const keys = new Float64Array(MOST_KEPT).fill(Number.NaN);
  const kept: string[] = [];
  return (columns, address, isIpv4) => {
    // An index of an IPv6 address is never negative, and below 2^31.
    const key = isIpv4 ? address >>> 0 : -1 - address;
    const place = (address ^ (address >>> 10)) & (MOST_KEPT - 1);
    if (keys[place] !== key) {
      keys[place] = key;
      kept[place] = addressText(columns, address, isIpv4);
    }
    return kept[place];
  };
}

/** Whether both ends of a flow are the same socket. */
export function isLoop({ fields }: FlowColumns, flow: number): boolean {
  const at = flow * FIELDS;
  return fields[at] === fields[at + 1] && (fields[at + 2] & ~IS_IPV4) === fields[at + 3];
}
