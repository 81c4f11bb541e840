import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const HEADER = 40;

/** IPv6 (RFC 8200); its extension headers are layers of their own, found by the next-header field. */
export function ipv6(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, HEADER, end)) return;
  const { octets } = frame;
  if (octets[at] >>> 4 !== 6) return frame.skip("malformed");
  const payloadLength = uint16(octets, at + 4);
  frame.addressLength = 16;
  frame.sourceAt = at + 8;
  frame.destinationAt = at + 24;
  frame.ttl = octets[at + 7];
  frame.ipId = undefined;
  const payloadAt = at + HEADER;
  // 0 means a jumbogram (RFC 2675), or a segment that the network card is to cut (TSO).
  const datagramEnd = payloadLength === 0 ? end : Math.min(end, payloadAt + payloadLength);
  frame.ipProtocol(octets[at + 6], payloadAt, datagramEnd);
}
