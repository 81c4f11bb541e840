/** Builds captures octet by octet, for tests: every function returns the octets of one layer around its payload. */

/** Parts one after the other; a number is one octet. */
export function octets(...parts: readonly (number | ArrayLike<number>)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : Array.from(part))));
}

export function big16(value: number): number[] {
  return [(value >>> 8) & 0xff, value & 0xff];
}

export function big32(value: number): number[] {
  return [...big16(value >>> 16), ...big16(value)];
}

export function little16(value: number): number[] {
  return big16(value).toReversed();
}

export function little32(value: number): number[] {
  return big32(value).toReversed();
}

const CLIENT = [192, 0, 2, 1];
const SERVER = [192, 0, 2, 2];
const CLIENT6 = [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
const SERVER6 = [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2];

export interface TcpFields {
  readonly from?: "client" | "server";
  readonly seq?: number;
  readonly ack?: number;
  /** Control bits as in `segments/flags.ts`. */
  readonly flags?: number;
  readonly window?: number;
  readonly urgent?: number;
  readonly options?: readonly number[];
  readonly payload?: ArrayLike<number>;
}

/** A TCP segment from port 40000 of the client to port 80 of the server, or back. */
export function tcpSegment(fields: TcpFields = {}): Uint8Array {
  const { from = "client", seq = 1000, ack = 0, flags = 0x02, window = 64240, urgent = 0 } = fields;
  const { options = [], payload = [] } = fields;
  const [source, destination] = from === "client" ? [40000, 80] : [80, 40000];
  const headerWords = 5 + options.length / 4;
  return octets(
    big16(source),
    big16(destination),
    big32(seq),
    big32(ack),
    big16((headerWords << 12) | flags),
    big16(window),
    big16(0),
    big16(urgent),
    options,
    payload,
  );
}

export interface Ipv4Fields {
  readonly from?: "client" | "server";
  readonly protocol?: number;
  readonly id?: number;
  /** Flags and fragment offset as in the header. */
  readonly fragment?: number;
  readonly ttl?: number;
  /** Written instead of the true one. */
  readonly totalLength?: number;
  readonly options?: readonly number[];
}

/** An IPv4 datagram between 192.0.2.1 (client) and 192.0.2.2. */
export function ipv4Datagram(payload: ArrayLike<number>, fields: Ipv4Fields = {}): Uint8Array {
  const { from = "client", protocol = 6, id = 7, fragment = 0x4000, ttl = 64, options = [] } = fields;
  const { totalLength = 20 + options.length + payload.length } = fields;
  const [source, destination] = from === "client" ? [CLIENT, SERVER] : [SERVER, CLIENT];
  return octets(
    0x45 + options.length / 4,
    0,
    big16(totalLength),
    big16(id),
    big16(fragment),
    ttl,
    protocol,
    big16(0),
    source,
    destination,
    options,
    payload,
  );
}

export interface Ipv6Fields {
  readonly from?: "client" | "server";
  readonly nextHeader?: number;
  readonly hopLimit?: number;
  readonly payloadLength?: number;
}

/** An IPv6 datagram between 2001:db8::1 (client) and 2001:db8::2. */
export function ipv6Datagram(payload: ArrayLike<number>, fields: Ipv6Fields = {}): Uint8Array {
  const { from = "client", nextHeader = 6, hopLimit = 64, payloadLength = payload.length } = fields;
  const [source, destination] = from === "client" ? [CLIENT6, SERVER6] : [SERVER6, CLIENT6];
  return octets(big32(0x60000000), big16(payloadLength), nextHeader, hopLimit, source, destination, payload);
}

export function ethernetFrame(payload: ArrayLike<number>, type = 0x0800): Uint8Array {
  return octets([2, 0, 0, 0, 0, 1], [2, 0, 0, 0, 0, 2], big16(type), payload);
}

export function udpDatagram(
  payload: ArrayLike<number>,
  destinationPort: number,
  sourcePort = 50000,
): Uint8Array {
  return octets(big16(sourcePort), big16(destinationPort), big16(8 + payload.length), big16(0), payload);
}

/** One record of a capture: what was on the wire, when, and how much of it was kept. */
export interface TestRecord {
  readonly octets: Uint8Array;
  readonly seconds?: number;
  readonly nanoseconds?: number;
  readonly captured?: number;
  readonly comment?: string;
}

export interface PcapForm {
  readonly linkType?: number;
  readonly isBig?: boolean;
  readonly isNanosecond?: boolean;
  /** The modified form with 24 octets of record header. */
  readonly isModified?: boolean;
  /** Octets of each record header behind its sixteen. */
  readonly extraHeader?: number;
}

export function pcapFile(records: readonly TestRecord[], form: PcapForm = {}): Uint8Array {
  const { linkType = 1, isBig = false, isNanosecond = false, isModified = false } = form;
  const { extraHeader = isModified ? 8 : 0 } = form;
  const u16 = isBig ? big16 : little16;
  const u32 = isBig ? big32 : little32;
  const plainMagic = isNanosecond ? 0xa1b23c4d : 0xa1b2c3d4;
  const header = octets(u32(isModified ? 0xa1b2cd34 : plainMagic), u16(2), u16(4), u32(0), u32(0));
  const parts = records.map((record) => {
    const { seconds = 1700000000, nanoseconds = 0, captured = record.octets.length } = record;
    const fraction = isNanosecond ? nanoseconds : Math.floor(nanoseconds / 1000);
    const lengths = octets(u32(seconds), u32(fraction), u32(captured), u32(record.octets.length));
    return octets(lengths, new Uint8Array(extraHeader), record.octets.subarray(0, captured));
  });
  return octets(header, u32(262144), u32(linkType), ...parts);
}

export interface PcapngForm {
  readonly linkType?: number;
  readonly isBig?: boolean;
  /** if_tsresol; 6 is the default of the format. */
  readonly resolution?: number;
  /** if_tsoffset in seconds. */
  readonly offset?: number;
}

/** Blocks of one pcapng section, in one byte order. */
export class PcapngBlocks {
  readonly u16: (value: number) => number[];
  readonly u32: (value: number) => number[];

  constructor(isBig = false) {
    this.u16 = isBig ? big16 : little16;
    this.u32 = isBig ? big32 : little32;
  }

  block(type: number, body: ArrayLike<number>): Uint8Array {
    const padded = octets(body, new Array(-body.length & 3).fill(0));
    const length = this.u32(padded.length + 12);
    return octets(this.u32(type), length, padded, length);
  }

  option(code: number, value: ArrayLike<number>): Uint8Array {
    return octets(this.u16(code), this.u16(value.length), value, new Array(-value.length & 3).fill(0));
  }

  section(major = 1): Uint8Array {
    const unknownLength = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    return this.block(0x0a0d0d0a, octets(this.u32(0x1a2b3c4d), this.u16(major), this.u16(0), unknownLength));
  }

  interface(linkType = 1, options: ArrayLike<number> = [], snapLength = 0): Uint8Array {
    return this.block(1, octets(this.u16(linkType), this.u16(0), this.u32(snapLength), options));
  }

  /** @param ticks time stamp in units of the interface */
  enhancedPacket(record: TestRecord, ticks: bigint, interfaceId = 0): Uint8Array {
    const { captured = record.octets.length, comment } = record;
    const kept = record.octets.subarray(0, captured);
    const options =
      comment === undefined ? [] : octets(this.option(1, new TextEncoder().encode(comment)), [0, 0, 0, 0]);
    return this.block(
      6,
      octets(
        this.u32(interfaceId),
        this.u32(Number(ticks >> 32n)),
        this.u32(Number(ticks & 0xffffffffn)),
        this.u32(captured),
        this.u32(record.octets.length),
        kept,
        new Array(-captured & 3).fill(0),
        options,
      ),
    );
  }
}

export function pcapngFile(records: readonly TestRecord[], form: PcapngForm = {}): Uint8Array {
  const { linkType = 1, isBig = false, resolution, offset } = form;
  const blocks = new PcapngBlocks(isBig);
  const seconds = offset ?? 0;
  const offsetOctets = isBig ? octets(big32(0), big32(seconds)) : octets(little32(seconds), little32(0));
  const options = octets(
    resolution === undefined ? [] : blocks.option(9, [resolution]),
    offset === undefined ? [] : blocks.option(14, offsetOctets),
  );
  const perSecond = 10n ** BigInt(resolution ?? 6);
  const packets = records.map((record) => {
    const { nanoseconds = 0, seconds: at = 1700000000 } = record;
    const ticks = BigInt(at - seconds) * perSecond + (BigInt(nanoseconds) * perSecond) / 1_000_000_000n;
    return blocks.enhancedPacket(record, ticks);
  });
  return octets(blocks.section(), blocks.interface(linkType, options), ...packets);
}

/** A Solaris snoop file (RFC 1761) of Ethernet frames; each record is padded to four octets. */
export function snoopFile(records: readonly TestRecord[], { version = 2, dataLink = 4 } = {}): Uint8Array {
  const written = records.map(
    ({ octets: frame, seconds = 1_700_000_000, nanoseconds = 0, captured = frame.length }) => {
      const pad = (4 - (captured % 4)) % 4;
      const header = [
        frame.length,
        captured,
        24 + captured + pad,
        0,
        seconds,
        Math.floor(nanoseconds / 1000),
      ];
      return octets(...header.map((value) => big32(value)), frame.slice(0, captured), new Uint8Array(pad));
    },
  );
  const name = [...new TextEncoder().encode("snoop"), 0, 0, 0];
  return octets(name, big32(version), big32(dataLink), ...written);
}
