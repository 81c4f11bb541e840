import { addressOctets } from "../../segments/address-octets.ts";
import { formatAddress, ipv4Number } from "../../segments/address.ts";
import type { Endpoint } from "../../segments/endpoint.ts";

/** What an end of a connection is held against. */
export interface HostPattern {
  /** @param name the name that the capture gives for the address; undefined without one */
  readonly fits: (end: Endpoint, name: string | undefined) => boolean;
  /**
   * A part of an address that finds nothing, since a part is written `10.20.*`: the pattern that was probably meant.
   * null for everything else.
   */
  readonly meant: string | null;
}

/** `10.0.0.1:443`, `[2001:db8::1]:443`, `name:80-90`: a host, and ports. */
const WITH_PORT = /^(?:\[(?<bracketed>[^\]]*)\]|(?<plain>[^:]*)):(?<ports>\d+(?:-\d+)?)$/u;
/** As tcpdump prints an end. */
const TCPDUMP_END = /^(?<address>\d+\.\d+\.\d+\.\d+)\.(?<port>\d+)$/u;
const PREFIX_LENGTH = /^(?<address>[^/]+)\/(?<bits>\d{1,3})$/u;
const PORTS = /^(?<first>\d{1,5})(?:-(?<last>\d{1,5}))?$/u;
const PART_OF_IPV4 = /^\d{1,3}(?:\.\d{1,3}){0,2}\.?$/u;

/**
 * Reads a host of a filter: a whole address (`10.20.0.1` is not 10.20.0.11), a prefix only where it is written as
 * one (`10.20.0.*`, `10.20.0.0/24`, `2001:db8::/32`, `fe80:*`), or a part of a name; with `:443` or `:8000-8999`
 * behind it, that port too. A number alone is a port.
 */
export function readHostPattern(text: string): HostPattern {
  const wanted = text.toLowerCase().replace(TCPDUMP_END, "$<address>:$<port>");
  const alone = portTest(wanted);
  if (alone) return { fits: ({ port }) => alone(port), meant: null };
  const { bracketed, plain, ports } = WITH_PORT.exec(wanted)?.groups ?? {};
  if (ports === undefined) return hostTest(wanted.replace(/^\[(?<inner>[^\]]*)\]$/u, "$<inner>"));
  const isPort = portTest(ports);
  const host = hostTest(bracketed ?? plain ?? "");
  return {
    fits: (end, name) => isPort !== null && isPort(end.port) && host.fits(end, name),
    meant: host.meant === null ? null : `${host.meant}:${ports}`,
  };
}

/** The test for a port or a range of ports, `443` or `8000-8999`; null for any other text. */
function portTest(text: string): ((port: Endpoint["port"]) => boolean) | null {
  const { first, last = first } = PORTS.exec(text)?.groups ?? {};
  if (first === undefined) return null;
  const [from, to] = [Number(first), Number(last)];
  return (port) => typeof port === "number" && port >= from && port <= to;
}

/** Ports that captures hold most often, by the names that tcpdump prints. */
const SERVICES: Readonly<Record<string, number>> = {
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  domain: 53,
  http: 80,
  pop3: 110,
  bgp: 179,
  imap: 143,
  ldap: 389,
  https: 443,
  imaps: 993,
  mysql: 3306,
  rdp: 3389,
  postgresql: 5432,
  redis: 6379,
};

/** Whether `port:` knows a service by that name. */
export function isService(name: string): boolean {
  return Object.hasOwn(SERVICES, name);
}

/** The test for a port, a range of ports, or the name of a service, which a text may have printed as the port. */
export function namedPortTest(wanted: string): (port: Endpoint["port"]) => boolean {
  const service = isService(wanted) ? SERVICES[wanted] : undefined;
  return portTest(wanted) ?? ((port) => port === service || `${port}`.toLowerCase() === wanted);
}

function hostTest(wanted: string): HostPattern {
  if (wanted === "" || wanted === "*") return { fits: () => true, meant: null };
  const { address, bits } = PREFIX_LENGTH.exec(wanted)?.groups ?? {};
  const network = address === undefined ? null : octetsOf(address);
  if (network && Number(bits) <= network.length * 8) {
    const isWithin = networkTest(network, Number(bits));
    return { fits: ({ address: own }) => isWithin(own), meant: null };
  }
  if (wanted.endsWith("*")) {
    const start = wanted.slice(0, -1);
    return {
      fits: (end, name) => end.address.toLowerCase().startsWith(start) || (name?.startsWith(start) ?? false),
      meant: null,
    };
  }
  const whole = octetsOf(wanted);
  if (whole) {
    const own = formatAddress(whole, 0, whole.length === 4 ? 4 : 16);
    return { fits: (end) => end.address === own || end.address === wanted, meant: null };
  }
  const meant = PART_OF_IPV4.test(wanted) && wanted.includes(".") ? `${wanted.replace(/\.?$/u, ".")}*` : null;
  return { fits: (end, name) => isCalled(end, name, wanted), meant };
}

/** A part of a name, and of an address that is none: text captures print names, and redacted hosts, as addresses. */
function isCalled({ address }: Endpoint, name: string | undefined, wanted: string): boolean {
  if (name?.includes(wanted)) return true;
  const own = address.toLowerCase();
  return own === wanted || (own.includes(wanted) && addressOctets(own) === null);
}

/** The octets of an address in any usual spelling: `2001:DB8:0::1`, `010.0.0.1` excepted. */
function octetsOf(text: string): Uint8Array | null {
  return addressOctets(text) ?? addressOctets(shortestForm(text));
}

/** RFC 5952 of an IPv6 address in another spelling; other text as it is. */
function shortestForm(text: string): string {
  if (!/^[0-9a-f:]*:[0-9a-f:]*$/u.test(text)) return text;
  try {
    return new URL(`http://[${text}]`).hostname.slice(1, -1);
  } catch {
    return text;
  }
}

/** Whether an address lies in a network of so many bits. Called for each end of a large list: texts are read last. */
function networkTest(network: Uint8Array, bits: number): (address: string) => boolean {
  if (network.length === 4) {
    const own = new DataView(network.buffer, network.byteOffset).getInt32(0);
    const mask = bits === 0 ? 0 : -1 << (32 - bits);
    return (address) => {
      const number = ipv4Number(address);
      return number !== null && ((number ^ own) & mask) === 0;
    };
  }
  const shown = formatAddress(network, 0, 16);
  // The first group is the same in both, unless zeros are left out.
  const start = shown.slice(0, shown.indexOf(":") + 1);
  const isTold = start.length > 1 && bits >= 16;
  return (address) =>
    (isTold ? address.startsWith(start) : address.includes(":")) &&
    sharesBits(addressOctets(address), network, bits);
}

function sharesBits(one: Uint8Array | null, other: Uint8Array, bits: number): boolean {
  if (one === null || one.length !== other.length) return false;
  for (let at = 0, left = bits; left > 0; at++, left -= 8) {
    const mask = left >= 8 ? 0xff : 0xff & (0xff << (8 - left));
    if (((one[at] ?? 0) & mask) !== ((other[at] ?? 0) & mask)) return false;
  }
  return true;
}
