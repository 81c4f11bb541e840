import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { FIRST_ETHER_TYPE } from "./ethernet.ts";
import { llc } from "./llc.ts";

/** Protocol numbers of `linux/if_ether.h` below the Ethernet types. */
const ETH_P_802_2 = 0x0004;

/** Linux cooked capture, version 1 (LINKTYPE_LINUX_SLL). */
export function linuxCooked(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 16, end)) return;
  cookedProtocol(frame, uint16(frame.octets, at + 14), at + 16, end);
}

/** Linux cooked capture, version 2 (LINKTYPE_LINUX_SLL2). */
export function linuxCooked2(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 20, end)) return;
  // Two octets of the interface index suffice: only equality means anything, and 0 is "not known".
  const index = uint16(frame.octets, at + 6);
  if (index !== 0) frame.capturePoint = (frame.capturePoint * 31 + index) & 0xffff || 1;
  cookedProtocol(frame, uint16(frame.octets, at), at + 20, end);
}

function cookedProtocol(frame: FrameDecoder, protocol: number, at: number, end: number): void {
  if (protocol >= FIRST_ETHER_TYPE) frame.etherType(protocol, at, end);
  else if (protocol === ETH_P_802_2) llc(frame, at, end);
  else frame.skip("not-ip");
}
