import { uint32Little } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { typeOrLength } from "./ethernet.ts";

const PKTAP_SHORTEST = 108;
const PKTAP_PACKET = 1;
const FIREWIRE_ADDRESSES = 16;

/** Apple PKTAP (LINKTYPE_PKTAP): little-endian header with its length and the link type of what follows. */
export function pktap(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 12, end)) return;
  const length = uint32Little(frame.octets, at);
  if (length < PKTAP_SHORTEST || at + length > end) return frame.skip("malformed");
  if (uint32Little(frame.octets, at + 4) !== PKTAP_PACKET) return frame.skip("not-ip");
  frame.linkType(uint32Little(frame.octets, at + 8), at + length, end);
}

/** IP over FireWire (LINKTYPE_APPLE_IP_OVER_IEEE1394): two addresses of eight octets, then a type. */
export function ipOverFirewire(frame: FrameDecoder, at: number, end: number): void {
  typeOrLength(frame, at + FIREWIRE_ADDRESSES, end);
}
