import { addressOctets } from "../segments/address-octets.ts";
import { formatAddress } from "../segments/address.ts";

/** Maps an address to its replacement: equal addresses to equal ones, different ones to different ones. */
export type AddressReplacement = (address: string) => string;

/** What a replacement keeps of an address beside its family. */
type Scope = "private" | "public" | "unknown";

/** Networks for documentation (RFC 5737, RFC 3849), by the scope that they replace. */
const IPV4_PREFIXES: Record<Scope, readonly number[]> = {
  private: [192, 0, 2],
  public: [198, 51, 100],
  unknown: [203, 0, 113],
};
const IPV6_SUBNETS: Record<Scope, number> = { private: 1, public: 2, unknown: 3 };
const IPV4_HOSTS = 254;
const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

/**
 * Replaces addresses by those for documentation: private ones from 192.0.2.0/24 and 2001:db8:1::/48, public ones from
 * 198.51.100.0/24 and 2001:db8:2::/48, host names from 203.0.113.0/24. Loopback and addresses for documentation stay.
 * IPv4 addresses beyond the hosts of a network become IPv6 ones.
 * @param all every address that will be asked for
 */
export function addressesLike(all: readonly string[]): AddressReplacement {
  const taken = new Set(all.filter((address) => isKept(addressOctets(address))));
  const replacements = new Map<string, string>();
  for (const address of all) {
    if (taken.has(address) || replacements.has(address)) continue;
    const replacement = firstFree(candidates(addressOctets(address)), taken);
    taken.add(replacement);
    replacements.set(address, replacement);
  }
  return (address) => replacements.get(address) ?? address;
}

function firstFree(offered: Iterable<string>, taken: ReadonlySet<string>): string {
  for (const address of offered) if (!taken.has(address)) return address;
  return "";
}

function* candidates(octets: Uint8Array | null): Generator<string> {
  const ipv4 = octets === null ? null : ipv4Of(octets);
  const scope = scopeOf(octets);
  if (octets === null || ipv4 !== null) {
    const isMapped = octets?.length === 16;
    for (let host = 1; host <= IPV4_HOSTS; host++) {
      const last = [...IPV4_PREFIXES[scope], host];
      yield formatAddress(Uint8Array.from(isMapped ? [...MAPPED, ...last] : last), 0, isMapped ? 16 : 4);
    }
  }
  for (let host = 1; ; host++) {
    const low = [host >>> 24, host >>> 16, host >>> 8, host].map((octet) => octet & 0xff);
    const network = [0x20, 0x01, 0x0d, 0xb8, 0, IPV6_SUBNETS[scope], 0, 0, 0, 0, 0, 0];
    yield formatAddress(Uint8Array.from([...network, ...low]), 0, 16);
  }
}

/** The IPv4 address, also of an IPv6 address that maps one; null if it is none. */
function ipv4Of(octets: Uint8Array): Uint8Array | null {
  if (octets.length === 4) return octets;
  return MAPPED.every((octet, i) => octets[i] === octet) ? octets.subarray(12) : null;
}

function isKept(octets: Uint8Array | null): boolean {
  if (octets === null) return false;
  const ipv4 = ipv4Of(octets);
  if (ipv4 !== null)
    return ipv4[0] === 127 || Object.values(IPV4_PREFIXES).some((prefix) => startsWith(ipv4, prefix));
  const isLoopback = octets.every((octet, i) => octet === (i === 15 ? 1 : 0));
  return isLoopback || startsWith(octets, [0x20, 0x01, 0x0d, 0xb8]);
}

/** Private: RFC 1918, shared (RFC 6598) and link-local ones; unique local (RFC 4193) and link-local ones of IPv6. */
function scopeOf(octets: Uint8Array | null): Scope {
  if (octets === null) return "unknown";
  const [first = 0, second = 0] = ipv4Of(octets) ?? octets;
  if (ipv4Of(octets) === null) {
    const isLocal = (first & 0xfe) === 0xfc || (first === 0xfe && (second & 0xc0) === 0x80);
    return isLocal ? "private" : "public";
  }
  const isPrivate =
    first === 10 ||
    (first === 172 && (second & 0xf0) === 16) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && (second & 0xc0) === 64);
  return isPrivate ? "private" : "public";
}

function startsWith(octets: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((octet, i) => octets[i] === octet);
}
