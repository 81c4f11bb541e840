import { uint32Little } from "../base/octets.ts";

/** The forms in which a connection leaves Synfin as text. */
export type TextForm = "tcpdump" | "mermaid" | "markdown" | "csv";

/** What every export of a laboratory run says, in English as the forms themselves are. */
export const SIMULATED = "Simulated by Synfin's laboratory: nothing of this was captured.";

/**
 * An exported text with the sentence that it is simulated, written as the form takes it: a line that readers of tcpdump's
 * text pass over, a comment and a note of Mermaid, a paragraph above a table, a first line of its own in CSV.
 */
export function markedText(form: TextForm, text: string): string {
  if (form === "tcpdump" || form === "csv") return `# ${SIMULATED}\n${text}`;
  if (form === "markdown") return `*${SIMULATED}*\n\n${text}`;
  const [head = "", ...lines] = text.split("\n");
  return [head, `  %% ${SIMULATED}`, ...lines].join("\n");
}

const PCAP_HEADER = 24;
const PCAP_RECORD = 16;
const NANOSECONDS = 0xa1b23c4d;
const SECTION = 0x0a0d0d0a;
const BYTE_ORDER = 0x1a2b3c4d;
const INTERFACE = 1;
const ENHANCED_PACKET = 6;
const COMMENT = 1;
const TIME_RESOLUTION = 9;

/**
 * A pcap in little-endian order, as Synfin writes it, as a pcapng whose section has a comment that says that it is
 * simulated: a pcap has no place for one.
 */
export function markedCapture(pcap: Uint8Array): Uint8Array<ArrayBuffer> {
  const digits = uint32Little(pcap, 0) === NANOSECONDS ? 9 : 6;
  const blocks = [sectionBlock(), interfaceBlock(uint32Little(pcap, 20), uint32Little(pcap, 16), digits)];
  for (let at = PCAP_HEADER; at < pcap.length;) {
    const length = uint32Little(pcap, at + 8);
    const time = BigInt(uint32Little(pcap, at)) * 10n ** BigInt(digits) + BigInt(uint32Little(pcap, at + 4));
    const octets = pcap.subarray(at + PCAP_RECORD, at + PCAP_RECORD + length);
    blocks.push(packetBlock(time, octets, uint32Little(pcap, at + 12)));
    at += PCAP_RECORD + length;
  }
  return joined(blocks);
}

function sectionBlock(): Uint8Array {
  return block(SECTION, [word(BYTE_ORDER), half(1), half(0), word(0xffffffff), word(0xffffffff), comment()]);
}

function comment(): Uint8Array {
  const text = new TextEncoder().encode(SIMULATED);
  return joined([half(COMMENT), half(text.length), padded(text), word(0)]);
}

function interfaceBlock(linkType: number, snapLength: number, digits: number): Uint8Array {
  const resolution = joined([half(TIME_RESOLUTION), half(1), padded(Uint8Array.of(digits)), word(0)]);
  return block(INTERFACE, [half(linkType), half(0), word(snapLength), resolution]);
}

function packetBlock(time: bigint, octets: Uint8Array, originalLength: number): Uint8Array {
  const high = Number(time >> 32n);
  const low = Number(time & 0xffffffffn);
  return block(ENHANCED_PACKET, [
    word(0),
    word(high),
    word(low),
    word(octets.length),
    word(originalLength),
    padded(octets),
  ]);
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
