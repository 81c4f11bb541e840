import { doubled } from "../base/doubled.ts";
import { formatAddress } from "./address.ts";
import type { Endpoint } from "./endpoint.ts";
import type { FlowList } from "./segment-table.ts";

const FIRST_NAMED_PORT = 65536;
/** In the field of the first port: both addresses are IPv4 and stand in the flow itself, not in the table of addresses. */
const IS_IPV4 = 2 ** 30;
/** Fields of a flow, side by side so that comparing one touches memory once. */
const FIELDS = 4;

/**
 * Gives every unordered pair of endpoints one index, in order of first appearance. Looked up once a
 * segment, so addresses and pairs live in open-addressing tables over typed arrays, not in objects.
 */
export class FlowTable implements FlowList {
  length = 0;

  private readonly addresses = new AddressTable();
  private readonly portNames: string[] = [];
  private readonly portByName = new Map<string, number>();
  /** Of each flow: address a, address b, port a and {@link IS_IPV4}, port b. */
  private fields = new Int32Array(64 * FIELDS);
  /** Slots hold flow + 1; 0 is free. Always a power of two, at most half full. */
  private slots = new Int32Array(256);

  a(flow: number): Endpoint {
    return this.endpoint(flow, 0);
  }

  b(flow: number): Endpoint {
    return this.endpoint(flow, 1);
  }

  /** Whether both ends are the same socket: everything counts as sent by `a` then. */
  isLoop(flow: number): boolean {
    const { fields } = this;
    const at = flow * FIELDS;
    return fields[at] === fields[at + 1] && ((fields[at + 2] ?? 0) & ~IS_IPV4) === fields[at + 3];
  }

  /**
   * `flowIndex * 2 + direction` of a segment whose addresses stand as octets in `octets`.
   * @param addressLength 4 for IPv4, 16 for IPv6
   */
  internOctets(
    octets: Uint8Array,
    sourceAt: number,
    destinationAt: number,
    addressLength: 4 | 16,
    sourcePort: number,
    destinationPort: number,
  ): number {
    if (addressLength === 4) {
      const source = int32(octets, sourceAt);
      return this.intern(source, sourcePort, int32(octets, destinationAt), destinationPort, IS_IPV4);
    }
    return this.intern(
      this.addresses.internOctets(octets, sourceAt),
      sourcePort,
      this.addresses.internOctets(octets, destinationAt),
      destinationPort,
      0,
    );
  }

  /** As {@link internOctets}, for endpoints given as text. */
  internEndpoints(source: Endpoint, destination: Endpoint): number {
    return this.intern(
      this.addresses.internText(source.address),
      this.portCode(source.port),
      this.addresses.internText(destination.address),
      this.portCode(destination.port),
      0,
    );
  }

  private intern(
    source: number,
    sourcePort: number,
    destination: number,
    destinationPort: number,
    kind: number,
  ): number {
    const { slots, fields } = this;
    const mask = slots.length - 1;
    let slot = hashPair(source, sourcePort, destination, destinationPort) & mask;
    for (;;) {
      const flow = (slots[slot] ?? 0) - 1;
      if (flow < 0) break;
      const at = flow * FIELDS;
      const a = fields[at];
      const b = fields[at + 1];
      const portA = fields[at + 2];
      const portB = fields[at + 3];
      if (a === source && b === destination && portA === (sourcePort | kind) && portB === destinationPort) {
        return flow * 2;
      }
      if (b === source && a === destination && portB === sourcePort && portA === (destinationPort | kind)) {
        return flow * 2 + 1;
      }
      slot = (slot + 1) & mask;
    }
    const flow = this.append(source, sourcePort | kind, destination, destinationPort);
    slots[slot] = flow + 1;
    if (this.length * 2 > slots.length) this.rehash();
    return flow * 2;
  }

  private append(a: number, portA: number, b: number, portB: number): number {
    const flow = this.length++;
    const at = flow * FIELDS;
    if (at >= this.fields.length) this.fields = doubled(this.fields);
    this.fields[at] = a;
    this.fields[at + 1] = b;
    this.fields[at + 2] = portA;
    this.fields[at + 3] = portB;
    return flow;
  }

  private rehash(): void {
    const { fields } = this;
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let flow = 0; flow < this.length; flow++) {
      const at = flow * FIELDS;
      const portA = (fields[at + 2] ?? 0) & ~IS_IPV4;
      let slot = hashPair(fields[at] ?? 0, portA, fields[at + 1] ?? 0, fields[at + 3] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = flow + 1;
    }
    this.slots = slots;
  }

  private portCode(port: number | string): number {
    if (typeof port === "number") return port;
    const known = this.portByName.get(port);
    if (known !== undefined) return known;
    const code = FIRST_NAMED_PORT + this.portNames.length;
    this.portNames.push(port);
    this.portByName.set(port, code);
    return code;
  }

  private endpoint(flow: number, end: 0 | 1): Endpoint {
    const { fields } = this;
    const at = flow * FIELDS;
    const address = fields[at + end] ?? 0;
    const isIpv4 = ((fields[at + 2] ?? 0) & IS_IPV4) !== 0;
    const port = (fields[at + 2 + end] ?? 0) & ~IS_IPV4;
    return {
      address: isIpv4 ? ipv4Text(address) : this.addresses.text(address),
      port: port < FIRST_NAMED_PORT ? port : (this.portNames[port - FIRST_NAMED_PORT] ?? ""),
    };
  }
}

function int32(octets: Uint8Array, at: number): number {
  return (
    ((octets[at] ?? 0) << 24) |
    ((octets[at + 1] ?? 0) << 16) |
    ((octets[at + 2] ?? 0) << 8) |
    (octets[at + 3] ?? 0)
  );
}

function ipv4Text(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 0xff}.${(address >>> 8) & 0xff}.${address & 0xff}`;
}

const OCTETS = 16;

/** Addresses by index: octets for those of IPv6 headers, text for those from text captures. */
class AddressTable {
  private count = 0;
  /** 16 octets an address; those given as text use none of theirs. */
  private octets = new Uint8Array(64 * OCTETS);
  private slots = new Int32Array(256);
  private readonly texts = new Map<number, string>();
  private readonly byText = new Map<string, number>();

  internOctets(source: Uint8Array, at: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOctets(source, at) & mask;
    for (;;) {
      const index = (this.slots[slot] ?? 0) - 1;
      if (index < 0) break;
      if (this.matches(index, source, at)) return index;
      slot = (slot + 1) & mask;
    }
    const index = this.append();
    for (let i = 0; i < OCTETS; i++) this.octets[index * OCTETS + i] = source[at + i] ?? 0;
    this.slots[slot] = index + 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return index;
  }

  internText(text: string): number {
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const index = this.append();
    this.texts.set(index, text);
    this.byText.set(text, index);
    return index;
  }

  text(index: number): string {
    return this.texts.get(index) ?? formatAddress(this.octets, index * OCTETS, OCTETS);
  }

  private matches(index: number, source: Uint8Array, at: number): boolean {
    const { octets } = this;
    const own = index * OCTETS;
    // Hosts of one network differ at the end.
    for (let i = OCTETS - 1; i >= 0; i--) if (octets[own + i] !== source[at + i]) return false;
    return true;
  }

  private append(): number {
    const index = this.count++;
    if (index * OCTETS >= this.octets.length) this.octets = doubled(this.octets);
    return index;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < this.count; index++) {
      if (this.texts.has(index)) continue;
      let slot = hashOctets(this.octets, index * OCTETS) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.slots = slots;
  }
}

/** Equal for both directions of a pair: each end is hashed alone, and the sum does not know an order. */
function hashPair(source: number, sourcePort: number, destination: number, destinationPort: number): number {
  return mix(hashEnd(source, sourcePort) + hashEnd(destination, destinationPort));
}

function hashEnd(address: number, port: number): number {
  return Math.imul(address + 0x9e3779b1, 0x85ebca6b) ^ Math.imul(port + 1, 0xc2b2ae35);
}

function hashOctets(octets: Uint8Array, at: number): number {
  let hash = 0;
  for (let i = 0; i < OCTETS; i += 4)
    hash = Math.imul(hash ^ int32(octets, at + i), 0x9e3779b1) ^ (hash >>> 15);
  return mix(hash);
}

/** Finalizer of MurmurHash3: spreads the low-entropy sums above over all bits. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
