import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const IPV6 = 0x86dd;
const ORIGIN_INDICATION = 0x0000;
const ORIGIN_LENGTH = 8;
const AUTHENTICATION = 0x0001;

/** Teredo (RFC 4380): IPv6 in UDP, perhaps behind authentication and origin indications. */
export function teredo(frame: FrameDecoder, start: number, end: number): void {
  const { octets } = frame;
  let at = start;
  if (!frame.has(at, 4, end)) return;
  if (uint16(octets, at) === AUTHENTICATION) at += 13 + octets[at + 2] + octets[at + 3];
  if (!frame.has(at, 2, end)) return;
  if (uint16(octets, at) === ORIGIN_INDICATION) at += ORIGIN_LENGTH;
  frame.etherType(IPV6, at, end);
}
