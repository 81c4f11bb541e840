import { doubled } from "../base/doubled.ts";
import { formatAddress } from "./address.ts";
import type { Endpoint } from "./endpoint.ts";
import type { FlowList } from "./segment-table.ts";

const FIRST_NAMED_PORT = 65536;

/**
 * Gives every unordered pair of endpoints one index, in order of first appearance. Looked up once a
 * segment, so addresses and pairs live in open-addressing tables over typed arrays, not in objects.
 */
export class FlowTable implements FlowList {
  length = 0;

  private readonly addresses = new AddressTable();
  private readonly portNames: string[] = [];
  private readonly portByName = new Map<string, number>();
  private addressA = new Uint32Array(64);
  private addressB = new Uint32Array(64);
  private portA = new Uint32Array(64);
  private portB = new Uint32Array(64);
  /** Slots hold flow + 1; 0 is free. Always a power of two, at most half full. */
  private slots = new Int32Array(256);

  a(flow: number): Endpoint {
    return this.endpoint(this.addressA[flow] ?? 0, this.portA[flow] ?? 0);
  }

  b(flow: number): Endpoint {
    return this.endpoint(this.addressB[flow] ?? 0, this.portB[flow] ?? 0);
  }

  /** Whether both ends are the same socket: everything counts as sent by `a` then. */
  isLoop(flow: number): boolean {
    return this.addressA[flow] === this.addressB[flow] && this.portA[flow] === this.portB[flow];
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
    return this.intern(
      this.addresses.internOctets(octets, sourceAt, addressLength),
      sourcePort,
      this.addresses.internOctets(octets, destinationAt, addressLength),
      destinationPort,
    );
  }

  /** As {@link internOctets}, for endpoints given as text. */
  internEndpoints(source: Endpoint, destination: Endpoint): number {
    return this.intern(
      this.addresses.internText(source.address),
      this.portCode(source.port),
      this.addresses.internText(destination.address),
      this.portCode(destination.port),
    );
  }

  private intern(source: number, sourcePort: number, destination: number, destinationPort: number): number {
    const mask = this.slots.length - 1;
    let slot = hashPair(source, sourcePort, destination, destinationPort) & mask;
    for (;;) {
      const flow = (this.slots[slot] ?? 0) - 1;
      if (flow < 0) break;
      const isForward =
        this.addressA[flow] === source &&
        this.portA[flow] === sourcePort &&
        this.addressB[flow] === destination &&
        this.portB[flow] === destinationPort;
      if (isForward) return flow * 2;
      const isReverse =
        this.addressB[flow] === source &&
        this.portB[flow] === sourcePort &&
        this.addressA[flow] === destination &&
        this.portA[flow] === destinationPort;
      if (isReverse) return flow * 2 + 1;
      slot = (slot + 1) & mask;
    }
    const flow = this.append(source, sourcePort, destination, destinationPort);
    this.slots[slot] = flow + 1;
    if (this.length * 2 > this.slots.length) this.rehash();
    return flow * 2;
  }

  private append(source: number, sourcePort: number, destination: number, destinationPort: number): number {
    const flow = this.length++;
    if (flow >= this.addressA.length) {
      this.addressA = doubled(this.addressA);
      this.addressB = doubled(this.addressB);
      this.portA = doubled(this.portA);
      this.portB = doubled(this.portB);
    }
    this.addressA[flow] = source;
    this.addressB[flow] = destination;
    this.portA[flow] = sourcePort;
    this.portB[flow] = destinationPort;
    return flow;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let flow = 0; flow < this.length; flow++) {
      const hash = hashPair(
        this.addressA[flow] ?? 0,
        this.portA[flow] ?? 0,
        this.addressB[flow] ?? 0,
        this.portB[flow] ?? 0,
      );
      let slot = hash & mask;
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

  private endpoint(address: number, port: number): Endpoint {
    return {
      address: this.addresses.text(address),
      port: port < FIRST_NAMED_PORT ? port : (this.portNames[port - FIRST_NAMED_PORT] ?? ""),
    };
  }
}

/** Addresses by index: octets for those from headers, text for those from text captures. */
class AddressTable {
  private count = 0;
  /** 16 octets an address; IPv4 and text addresses use less. */
  private octets = new Uint8Array(64 * 16);
  /** 4 or 16 octets, or 0 for an address given as text. */
  private lengths = new Uint8Array(64);
  private slots = new Int32Array(256);
  private readonly texts = new Map<number, string>();
  private readonly byText = new Map<string, number>();

  internOctets(source: Uint8Array, at: number, length: 4 | 16): number {
    const mask = this.slots.length - 1;
    let slot = hashOctets(source, at, length) & mask;
    for (;;) {
      const index = (this.slots[slot] ?? 0) - 1;
      if (index < 0) break;
      if (this.lengths[index] === length && this.matches(index, source, at, length)) return index;
      slot = (slot + 1) & mask;
    }
    const index = this.append(length);
    for (let i = 0; i < length; i++) this.octets[index * 16 + i] = source[at + i] ?? 0;
    this.slots[slot] = index + 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return index;
  }

  internText(text: string): number {
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const index = this.append(0);
    this.texts.set(index, text);
    this.byText.set(text, index);
    return index;
  }

  text(index: number): string {
    const length = this.lengths[index];
    if (length === 4 || length === 16) return formatAddress(this.octets, index * 16, length);
    return this.texts.get(index) ?? "";
  }

  private matches(index: number, source: Uint8Array, at: number, length: number): boolean {
    for (let i = 0; i < length; i++) {
      if (this.octets[index * 16 + i] !== source[at + i]) return false;
    }
    return true;
  }

  private append(length: 0 | 4 | 16): number {
    const index = this.count++;
    if (index >= this.lengths.length) {
      this.lengths = doubled(this.lengths);
      this.octets = doubled(this.octets);
    }
    this.lengths[index] = length;
    return index;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < this.count; index++) {
      const length = this.lengths[index] ?? 0;
      if (length === 0) continue;
      let slot = hashOctets(this.octets, index * 16, length) & mask;
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

function hashOctets(octets: Uint8Array, at: number, length: number): number {
  let hash = length;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (octets[at + i] ?? 0), 0x01000193);
  return mix(hash);
}

/** Finalizer of MurmurHash3: spreads the low-entropy sums above over all bits. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
