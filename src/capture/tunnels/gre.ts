import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "../links/ethernet.ts";
import { ieee80211 } from "../links/ieee80211.ts";

const CHECKSUM = 0x8000;
const ROUTING = 0x4000;
const KEY = 0x2000;
const SEQUENCE = 0x1000;
const ACKNOWLEDGMENT = 0x0080;
const VERSION_BITS = 0x0007;
const ERSPAN = 0x88be;
const ERSPAN_3 = 0x22eb;
const TYPE_2_HEADER = 8;
const TYPE_3_HEADER = 12;
const HAS_SUBHEADER = 0x01;

/** GRE (RFC 2784, 2890; the routing field of RFC 1701), and the enhanced form of PPTP (RFC 2637). */
export function gre(frame: FrameDecoder, start: number, end: number): void {
  if (!frame.has(start, 4, end)) return;
  const { octets } = frame;
  const flags = uint16(octets, start);
  const protocol = uint16(octets, start + 2);
  const version = flags & VERSION_BITS;
  if (version > 1) return frame.skip("malformed");
  let at = start + 4;
  if ((flags & (CHECKSUM | ROUTING)) !== 0) at += 4;
  if ((flags & KEY) !== 0) at += 4;
  if ((flags & SEQUENCE) !== 0) at += 4;
  if (version === 1 && (flags & ACKNOWLEDGMENT) !== 0) at += 4;
  if ((flags & ROUTING) !== 0) at = behindRouting(frame, at, end);
  if (!frame.has(start, at - start, end)) return;
  if (protocol === ERSPAN || protocol === ERSPAN_3)
    erspan(frame, at, end, protocol, (flags & SEQUENCE) !== 0);
  else if (isAruba(protocol)) frame.enter(ieee80211, at, end);
  else frame.etherType(protocol, at, end);
}

/** Aruba access points number their tunnels of 802.11 frames 8200, 8210 … 8370. */
function isAruba(protocol: number): boolean {
  return protocol >= 0x8200 && protocol <= 0x8370 && protocol % 0x10 === 0;
}

/** Source route entries end with one of length 0 (RFC 1701). */
function behindRouting({ octets, capturedEnd }: FrameDecoder, start: number, end: number): number {
  let at = start;
  while (at + 4 <= Math.min(end, capturedEnd)) {
    const length = octets[at + 3];
    at += 4 + length;
    if (length === 0) break;
  }
  return at;
}

/**
 * Mirrored Ethernet frames in GRE (draft-foschiano-erspan). Type I has no header of its own and no GRE
 * sequence number, type II has 8 octets, type III 12 and perhaps 8 more.
 */
function erspan(frame: FrameDecoder, at: number, end: number, protocol: number, hasSequence: boolean): void {
  if (protocol !== ERSPAN_3) {
    return frame.enter(ethernet, hasSequence ? at + TYPE_2_HEADER : at, end);
  }
  if (!frame.has(at, TYPE_3_HEADER, end)) return;
  const hasSubheader = (frame.octets[at + TYPE_3_HEADER - 1] & HAS_SUBHEADER) !== 0;
  frame.enter(ethernet, at + TYPE_3_HEADER + (hasSubheader ? 8 : 0), end);
}
