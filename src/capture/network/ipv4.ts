import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { nextFragment } from "./next-fragment.ts";
import { tcpHeaderLength } from "./tcp.ts";

const SHORTEST_HEADER = 20;
const MORE_FRAGMENTS = 0x2000;
const OFFSET_BITS = 0x1fff;
const TCP = 6;
/** What Ethernet fills up with zeros if it is shorter (IEEE 802.3). */
const LEAST_CONTENTS = 46;

/** IPv4 (RFC 791), with or without options, whole or in fragments. */
export function ipv4(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, SHORTEST_HEADER, end)) return;
  const { octets } = frame;
  const first = octets[at];
  const headerLength = (first & 0x0f) * 4;
  const totalLength = uint16(octets, at + 2);
  const hasTotalLength = totalLength !== 0;
  if (first >>> 4 !== 4 || headerLength < SHORTEST_HEADER || (hasTotalLength && totalLength < headerLength)) {
    return frame.skip("malformed");
  }
  const datagramEnd = hasTotalLength ? Math.min(end, at + totalLength) : endWithoutLength(frame, at, end);
  frame.addressLength = 4;
  frame.sourceAt = at + 12;
  frame.destinationAt = at + 16;
  frame.ttl = octets[at + 8];
  frame.ipId = uint16(octets, at + 4);
  const protocol = octets[at + 9];
  const fragmentBits = uint16(octets, at + 6);
  const payloadAt = at + headerLength;
  if ((fragmentBits & (MORE_FRAGMENTS | OFFSET_BITS)) === 0) {
    frame.ipProtocol(protocol, payloadAt, datagramEnd);
    return;
  }
  nextFragment(frame, {
    id: frame.ipId,
    protocol,
    offset: (fragmentBits & OFFSET_BITS) * 8,
    isLast: (fragmentBits & MORE_FRAGMENTS) === 0,
    at: payloadAt,
    length: datagramEnd - payloadAt,
  });
}

/**
 * Where a datagram ends whose total length is 0. Hosts that leave segmentation to the network card (TSO) write it so:
 * the frame tells the length. In the shortest frame of Ethernet the zeros behind the last octet are padding.
 */
function endWithoutLength({ octets, capturedEnd }: FrameDecoder, at: number, end: number): number {
  if (end - at > LEAST_CONTENTS || octets[at + 9] !== TCP) return end;
  const payloadAt = at + (octets[at] & 0x0f) * 4;
  const leastEnd = payloadAt + tcpHeaderLength(octets, payloadAt);
  let last = Math.min(end, capturedEnd);
  while (last > leastEnd && octets[last - 1] === 0) last--;
  return Math.max(last, leastEnd);
}
