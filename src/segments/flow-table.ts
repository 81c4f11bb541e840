import { doubled, release } from "../base/doubled.ts";
import { hashKey, hashWith } from "../base/keyed-hash.ts";
import { ipv4Number } from "./address.ts";
import type { Endpoint } from "./endpoint.ts";
import {
  ADDRESS_OCTETS,
  endpointOf,
  FIELDS,
  FIRST_NAMED_PORT,
  type FlowColumns,
  IS_IPV4,
  isLoop,
} from "./flow-columns.ts";
import type { FlowList } from "./segment-table.ts";

/**
 * Gives every unordered pair of endpoints one index, in order of first appearance. Looked up once a
 * segment, so addresses and pairs live in open-addressing tables over typed arrays, not in objects.
 */
export class FlowTable implements FlowList, FlowColumns {
  length = 0;
  readonly portNames: string[] = [];
  fields = new Int32Array(64 * FIELDS);

  private readonly key = hashKey();
  private readonly addresses = new AddressTable();
  private readonly portByName = new Map<string, number>();
  /** Slots hold flow + 1; 0 is free. Always a power of two, at most half full. */
  private slots = new Int32Array(256);

  get octets(): Uint8Array {
    return this.addresses.octets;
  }

  get texts(): ReadonlyMap<number, string> {
    return this.addresses.texts;
  }

  a(flow: number): Endpoint {
    return endpointOf(this, flow, 0);
  }

  b(flow: number): Endpoint {
    return endpointOf(this, flow, 1);
  }

  /** Whether both ends are the same socket. If so, `a` counts as the sender of every segment. */
  isLoop(flow: number): boolean {
    return isLoop(this, flow);
  }

  /** All pairs as they are now, in memory of their own. */
  copy(): FlowColumns {
    return {
      length: this.length,
      fields: this.fields.slice(0, this.length * FIELDS),
      octets: this.octets.slice(0, this.addresses.count * ADDRESS_OCTETS),
      texts: this.texts,
      portNames: this.portNames,
    };
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
      return this.internIpv4(source, sourcePort, int32(octets, destinationAt), destinationPort);
    }
    return this.intern(
      this.addresses.internOctets(octets, sourceAt),
      sourcePort,
      this.addresses.internOctets(octets, destinationAt),
      destinationPort,
      0,
    );
  }

  /** As {@link internOctets}, for IPv4 addresses as signed 32-bit numbers. */
  internIpv4(source: number, sourcePort: number, destination: number, destinationPort: number): number {
    return this.intern(source, sourcePort, destination, destinationPort, IS_IPV4);
  }

  /** As {@link internOctets}, for endpoints given as text. */
  internEndpoints(source: Endpoint, destination: Endpoint): number {
    const sourceNumber = ipv4Number(source.address);
    const destinationNumber = ipv4Number(destination.address);
    if (sourceNumber !== null && destinationNumber !== null) {
      const sourcePort = this.portCode(source.port);
      return this.internIpv4(sourceNumber, sourcePort, destinationNumber, this.portCode(destination.port));
    }
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
    let slot = hashPair(this.key, source, sourcePort, destination, destinationPort) & mask;
    for (;;) {
      const flow = slots[slot] - 1;
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
      const portA = fields[at + 2] & ~IS_IPV4;
      let slot = hashPair(this.key, fields[at], portA, fields[at + 1], fields[at + 3]) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = flow + 1;
    }
    release(this.slots);
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
}

function int32(octets: Uint8Array, at: number): number {
  return (octets[at] << 24) | (octets[at + 1] << 16) | (octets[at + 2] << 8) | octets[at + 3];
}

/** Addresses by index: octets for those of IPv6 headers, text for those from text captures. */
class AddressTable {
  count = 0;
  /** 16 octets an address; those given as text use none of theirs. */
  octets = new Uint8Array(64 * ADDRESS_OCTETS);
  private readonly key = hashKey();
  private slots = new Int32Array(256);
  readonly texts = new Map<number, string>();
  private readonly byText = new Map<string, number>();

  internOctets(source: Uint8Array, at: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOctets(this.key, source, at) & mask;
    for (;;) {
      const index = this.slots[slot] - 1;
      if (index < 0) break;
      if (this.matches(index, source, at)) return index;
      slot = (slot + 1) & mask;
    }
    const index = this.append();
    for (let i = 0; i < ADDRESS_OCTETS; i++) this.octets[index * ADDRESS_OCTETS + i] = source[at + i];
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

  private matches(index: number, source: Uint8Array, at: number): boolean {
    const { octets } = this;
    const own = index * ADDRESS_OCTETS;
    // Hosts of one network differ at the end.
    for (let i = ADDRESS_OCTETS - 1; i >= 0; i--) if (octets[own + i] !== source[at + i]) return false;
    return true;
  }

  private append(): number {
    const index = this.count++;
    if (index * ADDRESS_OCTETS >= this.octets.length) this.octets = doubled(this.octets);
    return index;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < this.count; index++) {
      if (this.texts.has(index)) continue;
      let slot = hashOctets(this.key, this.octets, index * ADDRESS_OCTETS) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.slots = slots;
  }
}

/** Equal for both directions of a pair: each end is hashed by itself, and a sum has no order. */
export function hashPair(
  key: number,
  source: number,
  sourcePort: number,
  destination: number,
  destinationPort: number,
): number {
  const sender = hashWith(hashWith(key, source), sourcePort);
  return sender + hashWith(hashWith(key, destination), destinationPort);
}

export function hashOctets(key: number, octets: Uint8Array, at: number): number {
  let hash = key;
  for (let i = 0; i < ADDRESS_OCTETS; i += 4) hash = hashWith(hash, int32(octets, at + i));
  return hash;
}
