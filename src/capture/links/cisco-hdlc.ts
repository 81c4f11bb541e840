import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

/** Cisco HDLC: address, control, Ethernet type. */
export function ciscoHdlc(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 4, end)) return;
  frame.etherType(uint16(frame.octets, at + 2), at + 4, end);
}

/** One octet of direction before the frame (LINKTYPE_C_HDLC_WITH_DIR). */
export function ciscoHdlcWithDirection(frame: FrameDecoder, at: number, end: number): void {
  ciscoHdlc(frame, at + 1, end);
}
