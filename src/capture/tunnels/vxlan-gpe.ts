import type { FrameDecoder } from "../frame-decoder.ts";
import { nextProtocol } from "./next-protocol.ts";

const HEADER = 8;
const HAS_NEXT_PROTOCOL = 0x04;

/** Generic protocol extension for VXLAN (draft-ietf-nvo3-vxlan-gpe): the fourth octet says what follows. */
export function vxlanGpe(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, HEADER, end)) return;
  const { octets } = frame;
  const isGeneric = (octets[at] & HAS_NEXT_PROTOCOL) !== 0;
  nextProtocol(frame, isGeneric ? octets[at + 3] : 3, at + HEADER, end);
}
