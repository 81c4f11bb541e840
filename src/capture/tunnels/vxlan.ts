import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "../links/ethernet.ts";

const HEADER = 8;
const HAS_NETWORK_IDENTIFIER = 0x08;

/** VXLAN (RFC 7348): eight octets, then an Ethernet frame. */
export function vxlan(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, HEADER, end)) return;
  if ((frame.octets[at] & HAS_NETWORK_IDENTIFIER) === 0) return frame.skip("malformed");
  frame.enter(ethernet, at + HEADER, end);
}
