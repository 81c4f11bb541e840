import { doubled } from "../../base/doubled.ts";
import { ACK } from "../../segments/flags.ts";

/** Link type raw IP: a record begins with the IP header. */
const LINKTYPE_RAW = 101;
const FILE_HEADER = 24;
const RECORD_HEADER = 16;
const IPV4_HEADER = 20;
const IPV6_HEADER = 40;
const TCP_HEADER = 20;
const TCP = 6;
const ICMP = 1;
const START_SECONDS = 1_700_000_000;
/** Microseconds from one record to the next unless something else is said. */
const PACE = 1000;

/** 10.0.0.1 and 10.0.0.2. */
const CLIENT = 0x0a000001;
const SERVER = 0x0a000002;
const ROUTER = 0x0a0000fe;

/** A segment; what is not said is a pure ACK of the client. */
export interface WrittenSegment {
  /** Whether the server sends it. */
  readonly isBack?: boolean;
  /** IPv4 addresses as numbers, and ports, of the client and the server. */
  readonly client?: number;
  readonly server?: number;
  readonly clientPort?: number;
  readonly serverPort?: number;
  readonly seq?: number;
  readonly ack?: number;
  readonly flags?: number;
  readonly window?: number;
  /** Octets of data, all of them 0. */
  readonly length?: number;
  readonly options?: readonly number[];
  /** IP identification. */
  readonly id?: number;
  /** Microseconds since the segment before; negative for a time that goes back. */
  readonly after?: number;
}

/** Writes a pcap of millions of packets quickly. Checksums are 0: nothing here reads them. */
export class PacketWriter {
  private octets = new Uint8Array(1 << 16);
  private view = new DataView(this.octets.buffer);
  private length = FILE_HEADER;
  /** Microseconds since 1970. */
  private clock = START_SECONDS * 1e6;

  constructor() {
    this.view.setUint32(0, 0xa1b2c3d4, true);
    this.view.setUint16(4, 2, true);
    this.view.setUint16(6, 4, true);
    this.view.setUint32(16, 262144, true);
    this.view.setUint32(20, LINKTYPE_RAW, true);
  }

  tcp(segment: WrittenSegment): void {
    const { seq = 0, ack = 0, flags = ACK, window = 64000, length = 0, options = [], id = 0 } = segment;
    const carried = TCP_HEADER + options.length + length;
    const at = this.ipv4(segment, TCP, carried, id, 0);
    this.ports(segment, at);
    this.view.setUint32(at + 4, seq);
    this.view.setUint32(at + 8, ack);
    this.octets[at + 12] = ((TCP_HEADER + options.length) / 4) << 4;
    this.octets[at + 13] = flags;
    this.view.setUint16(at + 14, window);
    this.octets.set(options, at + TCP_HEADER);
  }

  /** An IPv6 address from its last twelve octets as three numbers; a SYN from it to the server. */
  syn6(address: readonly [number, number, number]): void {
    const at = this.record(IPV6_HEADER + TCP_HEADER, PACE);
    this.octets[at] = 0x60;
    this.view.setUint16(at + 4, TCP_HEADER);
    this.octets[at + 6] = TCP;
    this.octets[at + 7] = 64;
    this.view.setUint32(at + 8, 0x20010db8);
    for (const [index, part] of address.entries()) this.view.setUint32(at + 12 + 4 * index, part);
    this.view.setUint32(at + 24, 0x20010db8);
    this.view.setUint32(at + 36, 7);
    const header = at + IPV6_HEADER;
    this.view.setUint16(header, 1000);
    this.view.setUint16(header + 2, 80);
    this.octets[header + 12] = 5 << 4;
    this.octets[header + 13] = 2;
  }

  /** "Host unreachable" about the segment with that number. */
  unreachable(quoted: WrittenSegment): void {
    const error = { ...quoted, client: ROUTER, server: quoted.client ?? CLIENT, isBack: false };
    const at = this.ipv4(error, ICMP, 8 + IPV4_HEADER + 8, 0, 0);
    this.octets[at] = 3;
    this.octets[at + 1] = 1;
    this.ipv4Header(quoted, at + 8, TCP, TCP_HEADER, 0, 0);
    this.ports(quoted, at + 8 + IPV4_HEADER);
    this.view.setUint32(at + 8 + IPV4_HEADER + 4, quoted.seq ?? 0);
  }

  /** Eight octets of a datagram. @param field flags and offset as they stand in the header */
  fragment(id: number, field: number): void {
    this.ipv4({}, TCP, 8, id, field);
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.octets.slice(0, this.length);
  }

  /** Where what the datagram carries begins. */
  private ipv4(
    segment: WrittenSegment,
    protocol: number,
    carried: number,
    id: number,
    fragment: number,
  ): number {
    const at = this.record(IPV4_HEADER + carried, segment.after ?? PACE);
    this.ipv4Header(segment, at, protocol, carried, id, fragment);
    return at + IPV4_HEADER;
  }

  private ipv4Header(
    { client = CLIENT, server = SERVER, isBack = false }: WrittenSegment,
    at: number,
    protocol: number,
    carried: number,
    id: number,
    fragment: number,
  ): void {
    this.octets[at] = 0x45;
    this.view.setUint16(at + 2, IPV4_HEADER + carried);
    this.view.setUint16(at + 4, id);
    this.view.setUint16(at + 6, fragment);
    this.octets[at + 8] = 64;
    this.octets[at + 9] = protocol;
    this.view.setUint32(at + 12, isBack ? server : client);
    this.view.setUint32(at + 16, isBack ? client : server);
  }

  private ports({ clientPort = 40000, serverPort = 80, isBack = false }: WrittenSegment, at: number): void {
    this.view.setUint16(at, isBack ? serverPort : clientPort);
    this.view.setUint16(at + 2, isBack ? clientPort : serverPort);
  }

  /** Where the octets of the record begin. */
  private record(length: number, after: number): number {
    while (this.length + RECORD_HEADER + length > this.octets.length) {
      this.octets = doubled(this.octets);
      this.view = new DataView(this.octets.buffer);
    }
    const at = this.length;
    this.clock += after;
    this.view.setUint32(at, Math.floor(this.clock / 1e6), true);
    this.view.setUint32(at + 4, Math.floor(this.clock % 1e6), true);
    this.view.setUint32(at + 8, length, true);
    this.view.setUint32(at + 12, length, true);
    this.length += RECORD_HEADER + length;
    return at + RECORD_HEADER;
  }
}
