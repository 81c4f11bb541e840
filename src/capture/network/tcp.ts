import { uint16, uint32 } from "../../base/octets.ts";
import { Mark } from "../../segments/segment-table.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const SHORTEST_HEADER = 20;
/** Ports, both numbers and the control bits: with less, a segment says nothing. */
const NEEDED_OCTETS = 14;
const CONTROL_BITS = 0x01ff;

/** The length of the TCP header at `at`, in octets. */
export function tcpHeaderLength(octets: Uint8Array, at: number): number {
  return (octets[at + 12] >>> 4) * 4;
}

/** TCP (RFC 9293 section 3.1): appends a row. It also takes a header that the snap length cut, as far as it goes. */
export function tcp(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, NEEDED_OCTETS, end)) return;
  const { octets, builder } = frame;
  const bits = uint16(octets, at + 12);
  const headerLength = tcpHeaderLength(octets, at);
  if (headerLength < SHORTEST_HEADER) return frame.skip("malformed");
  const capturedEnd = Math.min(frame.capturedEnd, end);
  const isCut = capturedEnd < at + headerLength;
  const hasWindow = capturedEnd >= at + 16;
  const optionsAt = at + SHORTEST_HEADER;
  // Once `append` is inlined, the object exists only in registers: a segment allocates nothing.
  const row = builder.append({
    frame: frame.frame,
    time: frame.time,
    flow: builder.flows.internOctets(
      octets,
      frame.sourceAt,
      frame.destinationAt,
      frame.addressLength,
      uint16(octets, at),
      uint16(octets, at + 2),
    ),
    sequenceNumber: uint32(octets, at + 4),
    acknowledgmentNumber: uint32(octets, at + 8),
    flags: bits & CONTROL_BITS,
    window: hasWindow ? uint16(octets, at + 14) : 0,
    payloadLength: frame.isFirstFragment ? 0 : Math.max(0, end - at - headerLength),
    marks:
      (isCut ? Mark.Truncated : 0) |
      (hasWindow ? 0 : Mark.WindowUnknown) |
      (frame.isFirstFragment ? Mark.LengthUnknown : 0),
    ipId: frame.ipId,
    ttl: frame.ttl,
    octets,
    optionsAt,
    optionsLength: Math.max(0, Math.min(capturedEnd, at + headerLength) - optionsAt),
    urgentPointer: capturedEnd >= optionsAt ? uint16(octets, at + 18) : 0,
  });
  builder.capturePoint[row] = frame.capturePoint;
  frame.names?.segment(row, builder.flow[row], bits, octets, at + headerLength, capturedEnd);
}
