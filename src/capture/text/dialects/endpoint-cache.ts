import { canonicalAddress } from "../../../segments/address-octets.ts";
import type { Endpoint } from "../../../segments/endpoint.ts";
import type { EndsPlace } from "./packet-core.ts";
import { PairIndex } from "./pair-index.ts";
import type { EndpointPair } from "./text-segment.ts";

const FOUR_NUMBERS = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;
/** `<client>:50001`, `192.0.2.1:80`, `[2001:db8::1]:80`, as people write it; an IPv6 address has more colons. */
const HOST_COLON_PORT = /^([^:]{1,200}|\[[\da-f:.]{2,45}(?:%[\w.-]{1,20})?\]):(\d{1,5})$/i;
/** Other signs between an address of four numbers and its port: `192.0.2.1,80`, `192.0.2.1#80`, `192.0.2.1 port 80`. */
const ADDRESS_AND_PORT = /^(\d{1,3}(?:\.\d{1,3}){3})(?:[,#/]| port )(\d{1,5})$/;
/** `<client:50001>`: the author hid both. */
const HIDDEN_TOGETHER = /^<([^<>:]{1,64}):(\d{1,5})>$/;
const BRACKETED_ADDRESS = /^\[([\da-f:.]{2,45}(?:%[\w.-]{1,20})?)\]$/i;
const DIGITS = /^\d{1,9}$/;
const LAST_PORT = 65535;
/** The most pairs that are cached. */
const MOST_PAIRS = 8192;

/** Splits printed ends into address and port, once for each printed pair. */
export class EndpointCache {
  private readonly pairs = new Map<string, EndpointPair>();
  private readonly byOctets = new PairIndex();

  /** Forgets pairs when there are many; those already returned stay valid. Call it between batches. */
  trim(): void {
    if (this.pairs.size <= MOST_PAIRS) return;
    this.pairs.clear();
    this.byOctets.clear();
  }

  /** The pair of ends of a line in which address and port are one token. */
  ofPlace({ source, destination, key }: EndsPlace): EndpointPair {
    return this.pairs.get(key) ?? this.remember(key, splitToken(source), splitToken(destination));
  }

  /**
   * As {@link ofPlace}, for `a.b.c.d.port > e.f.g.h.port` with exactly one blank on both sides, which stands both in
   * `text` and, octet for character, in `octets` from `from` to `to`.
   * @param hash the same for the same octets
   */
  ofOctets(text: string, octets: Uint8Array, from: number, to: number, hash: number): EndpointPair {
    const known = this.byOctets.find(octets, from, to, hash);
    if (known !== undefined) return known;
    const key = text.slice(from, to);
    const arrow = key.indexOf(" > ");
    const [source, destination] = [key.slice(0, arrow), key.slice(arrow + 3)];
    const pair = this.ofPlace({ source, destination, key, from });
    this.byOctets.add(octets, from, to, hash, pair);
    return pair;
  }

  /** The pair of ends of a line in which ports are apart from addresses; null for an unknown port. */
  of(
    source: string,
    sourcePort: string | null,
    destination: string,
    destinationPort: string | null,
  ): EndpointPair {
    const key = `${source} ${sourcePort ?? ""} ${destination} ${destinationPort ?? ""}`;
    const known = this.pairs.get(key);
    if (known !== undefined) return known;
    return this.remember(
      key,
      { host: source, port: sourcePort },
      { host: destination, port: destinationPort },
    );
  }

  private remember(key: string, source: HostAndPort, destination: HostAndPort): EndpointPair {
    const pair: EndpointPair = {
      source: endpointOf(source),
      destination: endpointOf(destination),
      hasPorts: source.port !== null && destination.port !== null,
      hasBadPort: isBadPort(source.port) || isBadPort(destination.port),
      flow: -1,
    };
    this.pairs.set(detached(key), pair);
    return pair;
  }
}

interface HostAndPort {
  readonly host: string;
  readonly port: string | null;
}

/**
 * `192.0.2.1.80`, `2001:db8::1.443`, `db_1.http`: the last dot separates the port. There is no port in four
 * numbers, in a name without a dot, in an IPv6 address alone (docs/text-formats.md section 4).
 */
function splitToken(token: string): HostAndPort {
  const [, written, writtenPort] = HOST_COLON_PORT.exec(token) ?? ADDRESS_AND_PORT.exec(token) ?? [];
  if (written !== undefined && writtenPort !== undefined) return { host: written, port: writtenPort };
  const [, hidden, hiddenPort] = HIDDEN_TOGETHER.exec(token) ?? [];
  if (hidden !== undefined && hiddenPort !== undefined) return { host: `<${hidden}>`, port: hiddenPort };
  const dot = token.lastIndexOf(".");
  if (dot < 0 || FOUR_NUMBERS.test(token)) return { host: token, port: null };
  const port = token.slice(dot + 1);
  const host = token.slice(0, dot);
  const isMappedAddress = token.includes(":") && FOUR_NUMBERS.test(token.slice(token.lastIndexOf(":") + 1));
  if (port === "" || host === "" || isMappedAddress || port.includes(":")) return { host: token, port: null };
  return { host, port };
}

/** The address in one spelling: `[2001:DB8:0::1]` is 2001:db8::1 (RFC 5952). */
function endpointOf({ host, port }: HostAndPort): Endpoint {
  const address = detached(canonicalAddress(BRACKETED_ADDRESS.exec(host)?.[1] ?? host));
  if (port === null) return { address, port: "" };
  return { address, port: DIGITS.test(port) ? Number(port) : detached(port) };
}

function isBadPort(port: string | null): boolean {
  return port !== null && /^\d+$/.test(port) && Number(port) > LAST_PORT;
}

/** Copies a text, so that it does not keep the slice of the file alive that it was cut from. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
