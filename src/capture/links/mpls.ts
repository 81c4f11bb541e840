import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "./ethernet.ts";

const BOTTOM_OF_STACK = 0x01;
const CONTROL_WORD = 4;
const ETHERNET_TYPE = 12;

/**
 * MPLS labels (RFC 3032). No field says what they carry: an IP header shows by its version, anything else is
 * an Ethernet pseudowire, behind a control word if the first four bits are 0 (RFC 4448).
 */
export function mpls(frame: FrameDecoder, start: number, end: number): void {
  const { octets } = frame;
  let at = start;
  for (;;) {
    if (!frame.has(at, 4, end)) return;
    const isBottom = (octets[at + 2] & BOTTOM_OF_STACK) !== 0;
    at += 4;
    if (isBottom) break;
  }
  if (!frame.has(at, 1, end)) return;
  const firstBits = octets[at] >>> 4;
  if (firstBits === 4 || firstBits === 6) frame.ipByVersion(at, end);
  else if (firstBits === 0) pseudowire(frame, at, end);
  else if (firstBits === 1) frame.skip("mpls-control");
  else frame.enter(ethernet, at, end);
}

/** A frame to a MAC address that begins with zero bits looks like a control word: its Ethernet type decides. */
function pseudowire(frame: FrameDecoder, at: number, end: number): void {
  const typeHere = uint16(frame.octets, at + ETHERNET_TYPE);
  const typeBehind = uint16(frame.octets, at + CONTROL_WORD + ETHERNET_TYPE);
  const hasControlWord = frame.knowsEtherType(typeBehind) || !frame.knowsEtherType(typeHere);
  frame.enter(ethernet, hasControlWord ? at + CONTROL_WORD : at, end);
}
