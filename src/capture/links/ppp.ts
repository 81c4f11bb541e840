import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ciscoHdlc } from "./cisco-hdlc.ts";

const ALL_STATIONS = 0xff;
const UNNUMBERED_INFORMATION = 0x03;
const CISCO_UNICAST = 0x0f;
const CISCO_BROADCAST = 0x8f;

/**
 * PPP (RFC 1661), with or without the address and control octets of RFC 1662; the protocol field is one octet
 * where it was compressed (its first octet is odd).
 */
export function ppp(frame: FrameDecoder, start: number, end: number): void {
  const { octets } = frame;
  if (!frame.has(start, 2, end)) return;
  const isFramed = octets[start] === ALL_STATIONS && octets[start + 1] === UNNUMBERED_INFORMATION;
  const at = isFramed ? start + 2 : start;
  if (!frame.has(at, 2, end)) return;
  const first = octets[at];
  if ((first & 1) === 1) frame.pppProtocol(first, at + 1, end);
  else frame.pppProtocol(uint16(octets, at), at + 2, end);
}

/** PPP or Cisco HDLC on a serial line (LINKTYPE_PPP_HDLC). */
export function pppOrHdlc(frame: FrameDecoder, at: number, end: number): void {
  const first = frame.octets[at];
  if (first === CISCO_UNICAST || first === CISCO_BROADCAST) ciscoHdlc(frame, at, end);
  else ppp(frame, at, end);
}

/** One octet of direction before the PPP frame (LINKTYPE_PPP_WITH_DIR). */
export function pppWithDirection(frame: FrameDecoder, at: number, end: number): void {
  pppOrHdlc(frame, at + 1, end);
}
