import { uint16, uint32 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { nextFragment } from "./next-fragment.ts";

const HOME_ADDRESS = 0xc9;
const PAD1 = 0;

/** Hop-by-hop options, mobility, HIP, Shim6: next header, length in units of 8 octets without the first 8. */
export function ipv6Extension(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 8, end)) return;
  const length = (frame.octets[at + 1] + 1) * 8;
  if (at + length > end) return frame.skip("malformed");
  frame.ipProtocol(frame.octets[at], at + length, end);
}

/** Destination options; a home address (RFC 6275 section 6.3) is the real source. */
export function destinationOptions(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 8, end)) return;
  const { octets } = frame;
  const optionsEnd = Math.min(at + (octets[at + 1] + 1) * 8, end, frame.capturedEnd);
  let option = at + 2;
  while (option + 2 <= optionsEnd) {
    const kind = octets[option];
    const length = kind === PAD1 ? 1 : 2 + octets[option + 1];
    if (kind === HOME_ADDRESS && length === 18 && option + length <= optionsEnd) frame.sourceAt = option + 2;
    option += length;
  }
  ipv6Extension(frame, at, end);
}

/**
 * Routing header. While segments are left, the final destination stands in it: last in the list of types 0
 * (RFC 5095) and 2 (RFC 6275), first in that of type 4 (segment routing, RFC 8754).
 */
export function routingHeader(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 8, end)) return;
  const { octets } = frame;
  const length = (octets[at + 1] + 1) * 8;
  const type = octets[at + 2];
  const hasSegmentsLeft = octets[at + 3] > 0;
  if (hasSegmentsLeft && length >= 24 && at + length <= Math.min(end, frame.capturedEnd)) {
    if (type === 0 || type === 2) frame.destinationAt = at + length - 16;
    else if (type === 4) frame.destinationAt = at + 8;
  }
  ipv6Extension(frame, at, end);
}

/** Fragment header (RFC 8200 section 4.5). */
export function fragmentHeader(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 8, end)) return;
  const { octets } = frame;
  const bits = uint16(octets, at + 2);
  const protocol = octets[at];
  const offset = bits & 0xfff8;
  const isLast = (bits & 1) === 0;
  if (offset === 0 && isLast) return frame.ipProtocol(protocol, at + 8, end);
  const id = uint32(octets, at + 4);
  nextFragment(frame, { id, protocol, offset, isLast, at: at + 8, length: end - at - 8 });
}

/** Authentication header (RFC 4302): its length is in units of 4 octets, less 2. */
export function authenticationHeader(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 12, end)) return;
  const length = (frame.octets[at + 1] + 2) * 4;
  if (at + length > end) return frame.skip("malformed");
  frame.ipProtocol(frame.octets[at], at + length, end);
}
