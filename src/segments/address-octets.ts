import { formatAddress } from "./address.ts";

/** At least two colons, so that no host name has this shape. */
const IPV6 = /^(?:[\da-f]{0,4}:){2,7}(?:[\da-f]{0,4}|\d{1,3}(?:\.\d{1,3}){3})$/iu;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/u;

/**
 * The 4 or 16 octets of an address that is written as `formatAddress` writes it; null for any other text (a host
 * name, another spelling).
 */
export function addressOctets(text: string): Uint8Array | null {
  const octets = IPV4.test(text) ? ipv4Octets(text) : ipv6Octets(text);
  if (octets === null) return null;
  return formatAddress(octets, 0, octets.length === 4 ? 4 : 16) === text ? octets : null;
}

/** An IPv6 address in the spelling of `formatAddress` (RFC 5952 section 4), whatever way it is written; any other text as it is. */
export function canonicalAddress(text: string): string {
  if (!IPV6.test(text)) return text;
  const octets = ipv6Octets(text.toLowerCase());
  return octets === null ? text : formatAddress(octets, 0, 16);
}

function ipv4Octets(text: string): Uint8Array {
  return Uint8Array.from(text.split("."), Number);
}

function ipv6Octets(text: string): Uint8Array | null {
  const mapped = /^::ffff:(?<ipv4>[\d.]+)$/u.exec(text)?.groups?.["ipv4"];
  if (mapped !== undefined && IPV4.test(mapped)) {
    return Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...ipv4Octets(mapped)]);
  }
  if (!/^[0-9a-f:]+$/u.test(text)) return null;
  const [head = "", tail, ...rest] = text.split("::");
  if (rest.length > 0) return null;
  const before = groupsOf(head);
  const after = groupsOf(tail ?? "");
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array.from({ length: missing }, () => 0), ...after];
  return Uint8Array.from(groups.flatMap((group) => [group >>> 8, group & 0xff]));
}

function groupsOf(text: string): number[] {
  return text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
}
