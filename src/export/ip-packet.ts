import type { IcmpError } from "../segments/segment-table.ts";

const TCP = 6;
const ICMP = 1;
const ICMPV6 = 58;
const DO_NOT_FRAGMENT = 0x4000;
const MAX_LENGTH = 0xffff;

/** The fields of an IP header beside its addresses. */
interface IpFields {
  /** Octets that follow the given ones on the wire. */
  readonly payloadLength?: number;
  readonly identification?: number;
  readonly ttl?: number;
  readonly protocol?: number;
}

/**
 * An IPv4 or IPv6 header (RFC 791, RFC 8200) by the length of the addresses, and what it carries. A length that does
 * not fit (segmentation offload) is written as 0, as in captures of Linux.
 */
export function ipPacket(
  source: Uint8Array,
  destination: Uint8Array,
  carried: Uint8Array,
  fields: IpFields = {},
): Uint8Array {
  const { payloadLength = 0, identification = 0, ttl = 64, protocol = TCP } = fields;
  const isV6 = source.length === 16;
  const headerLength = isV6 ? 40 : 20;
  const octets = new Uint8Array(headerLength + carried.length);
  const view = new DataView(octets.buffer);
  const counted = (isV6 ? 0 : headerLength) + carried.length + payloadLength;
  const length = counted > MAX_LENGTH ? 0 : counted;
  if (isV6) {
    octets[0] = 0x60;
    view.setUint16(4, length);
    octets[6] = protocol;
    octets[7] = ttl;
  } else {
    octets[0] = 0x45;
    view.setUint16(2, length);
    view.setUint16(4, identification);
    view.setUint16(6, DO_NOT_FRAGMENT);
    octets[8] = ttl;
    octets[9] = protocol;
  }
  octets.set(source, headerLength - 2 * source.length);
  octets.set(destination, headerLength - source.length);
  if (!isV6) view.setUint16(10, checksum(octets.subarray(0, headerLength)));
  octets.set(carried, headerLength);
  return octets;
}

/** "Destination unreachable" (RFC 792, RFC 4443) that quotes a packet. */
export function icmpPacket(
  source: Uint8Array,
  destination: Uint8Array,
  { type, code }: Pick<IcmpError, "type" | "code">,
  quoted: Uint8Array,
): Uint8Array {
  const isV6 = source.length === 16;
  const message = new Uint8Array(8 + quoted.length);
  message[0] = type;
  message[1] = code;
  message.set(quoted, 8);
  const pseudo = isV6
    ? [...source, ...destination, 0, 0, message.length >>> 8, message.length & 0xff, 0, 0, 0, ICMPV6]
    : [];
  new DataView(message.buffer).setUint16(2, checksum(Uint8Array.from([...pseudo, ...message])));
  return ipPacket(source, destination, message, { protocol: isV6 ? ICMPV6 : ICMP });
}

/** The Internet checksum (RFC 1071). */
function checksum(octets: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < octets.length; at += 2) sum += ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
