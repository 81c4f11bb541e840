import { uint32Little } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { typeOrLength } from "./ethernet.ts";

const PKTAP_SHORTEST = 108;
const PKTAP_PACKET = 1;
/** Where the header has the process that sent or receives the packet, and the one on whose behalf it does. */
const PROCESS = { id: 52, command: 56 } as const;
const EFFECTIVE_PROCESS = { id: 84, command: 88 } as const;
const COMMAND_LENGTH = 17;
const FIREWIRE_ADDRESSES = 16;

/** Apple PKTAP (LINKTYPE_PKTAP): little-endian header with its length and the link type of what follows. */
export function pktap(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 12, end)) return;
  const length = uint32Little(frame.octets, at);
  if (length < PKTAP_SHORTEST || at + length > end) return frame.skip("malformed");
  if (uint32Little(frame.octets, at + 4) !== PKTAP_PACKET) return frame.skip("not-ip");
  const rows = frame.builder.length;
  frame.linkType(uint32Little(frame.octets, at + 8), at + length, end);
  const { names, builder, octets } = frame;
  if (names === null || builder.length === rows || at + PKTAP_SHORTEST > frame.capturedEnd) return;
  names.process(rows, builder.flow[rows], () => processOf(octets, at));
}

/** `curl[4711]`; the process on whose behalf it works stands behind it. */
function processOf(octets: Uint8Array, at: number): string {
  const processes = [PROCESS, EFFECTIVE_PROCESS].map(({ id, command }) => {
    const field = octets.subarray(at + command, at + command + COMMAND_LENGTH);
    const nul = field.indexOf(0);
    const name = new TextDecoder().decode(nul < 0 ? field : field.subarray(0, nul));
    return name === "" ? "" : `${name}[${uint32Little(octets, at + id)}]`;
  });
  return [...new Set(processes)].filter((process) => process !== "").join(" ");
}

/** IP over FireWire (LINKTYPE_APPLE_IP_OVER_IEEE1394): two addresses of eight octets, then a type. */
export function ipOverFirewire(frame: FrameDecoder, at: number, end: number): void {
  typeOrLength(frame, at + FIREWIRE_ADDRESSES, end);
}
