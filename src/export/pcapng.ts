import { uint32Little } from "../base/octets.ts";

const PCAP_HEADER = 24;
const PCAP_RECORD = 16;
const NANOSECONDS = 0xa1b23c4d;
const SECTION = 0x0a0d0d0a;
const BYTE_ORDER = 0x1a2b3c4d;
const INTERFACE = 1;
const ENHANCED_PACKET = 6;
const COMMENT = 1;
const INTERFACE_NAME = 2;
const TIME_RESOLUTION = 9;

/** A capture that becomes an interface of a pcapng. */
export interface PcapngInterface {
  /** `if_name`; null: none. */
  readonly name: string | null;
  /** In little-endian order, as Synfin writes it. */
  readonly pcap: Uint8Array;
  /** What is said of its packets, by their index. */
  readonly comments: ReadonlyMap<number, readonly string[]>;
}

interface Packet {
  /** Nanoseconds since the Unix epoch, by the clock of its interface. */
  readonly time: bigint;
  readonly block: Uint8Array;
}

/** Captures as one pcapng, an interface each, with their packets by time. @param comment of its section; null: none */
export function pcapngOf(
  interfaces: readonly PcapngInterface[],
  comment: string | null,
): Uint8Array<ArrayBuffer> {
  const packets = interfaces.flatMap(packetsOf);
  const inOrder = packets.toSorted((one, other) =>
    one.time < other.time ? -1 : one.time > other.time ? 1 : 0,
  );
  return joined([
    sectionBlock(comment),
    ...interfaces.map(interfaceBlock),
    ...inOrder.map(({ block: packet }) => packet),
  ]);
}

function digitsOf(pcap: Uint8Array): 6 | 9 {
  return uint32Little(pcap, 0) === NANOSECONDS ? 9 : 6;
}

function packetsOf({ pcap, comments }: PcapngInterface, index: number): Packet[] {
  const digits = digitsOf(pcap);
  const packets: Packet[] = [];
  for (let at = PCAP_HEADER; at < pcap.length;) {
    const length = uint32Little(pcap, at + 8);
    const time = BigInt(uint32Little(pcap, at)) * 10n ** BigInt(digits) + BigInt(uint32Little(pcap, at + 4));
    const octets = pcap.subarray(at + PCAP_RECORD, at + PCAP_RECORD + length);
    const said = comments.get(packets.length) ?? [];
    const packet = packetBlock(index, time, octets, uint32Little(pcap, at + 12), said);
    packets.push({ time: time * 10n ** BigInt(9 - digits), block: packet });
    at += PCAP_RECORD + length;
  }
  return packets;
}

function sectionBlock(comment: string | null): Uint8Array {
  const options = commentOptions(comment === null ? [] : [comment]);
  return block(SECTION, [word(BYTE_ORDER), half(1), half(0), word(0xffffffff), word(0xffffffff), ...options]);
}

/** The comments, and the end of the options; nothing where there are none. */
function commentOptions(comments: readonly string[]): Uint8Array[] {
  return comments.length === 0 ? [] : [...comments.map((said) => textOption(COMMENT, said)), word(0)];
}

function textOption(code: number, said: string): Uint8Array {
  const text = new TextEncoder().encode(said);
  return joined([half(code), half(text.length), padded(text)]);
}

function interfaceBlock({ name, pcap }: PcapngInterface): Uint8Array {
  const named = name === null ? [] : [textOption(INTERFACE_NAME, name)];
  const resolution = joined([half(TIME_RESOLUTION), half(1), padded(Uint8Array.of(digitsOf(pcap)))]);
  const [linkType, snapLength] = [uint32Little(pcap, 20), uint32Little(pcap, 16)];
  return block(INTERFACE, [half(linkType), half(0), word(snapLength), ...named, resolution, word(0)]);
}

function packetBlock(
  index: number,
  time: bigint,
  octets: Uint8Array,
  originalLength: number,
  comments: readonly string[],
): Uint8Array {
  const high = Number(time >> 32n);
  const low = Number(time & 0xffffffffn);
  const lengths = [word(octets.length), word(originalLength)];
  const content = [word(index), word(high), word(low), ...lengths, padded(octets)];
  return block(ENHANCED_PACKET, [...content, ...commentOptions(comments)]);
}

/** Type, length, content, length. */
function block(type: number, content: readonly Uint8Array[]): Uint8Array {
  const length = 12 + content.reduce((sum, each) => sum + each.length, 0);
  return joined([word(type), word(length), ...content, word(length)]);
}

function word(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}

function half(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >>> 8);
}

/** To a multiple of four. */
function padded(octets: Uint8Array): Uint8Array {
  const all = new Uint8Array(Math.ceil(octets.length / 4) * 4);
  all.set(octets);
  return all;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
