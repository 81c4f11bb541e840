import type { SegmentFields } from "../../segments/segment-table-builder.ts";
import { Mark } from "../../segments/segment-table.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { uint16, uint32 } from "../octets.ts";

const SHORTEST_HEADER = 20;
/** Ports, both numbers and the control bits: with less a segment says nothing. */
const NEEDED_OCTETS = 14;
const CONTROL_BITS = 0x01ff;

/** The row being made; one for all, so that a segment allocates nothing. */
const segment: { -readonly [Key in keyof SegmentFields]: SegmentFields[Key] } = {
  frame: 0,
  time: Number.NaN,
  flow: 0,
  sequenceNumber: 0,
  acknowledgmentNumber: 0,
  payloadLength: 0,
  window: 0,
  flags: 0,
  marks: 0,
  ipId: undefined,
  ttl: 0,
  octets: new Uint8Array(0),
  optionsAt: 0,
  optionsLength: 0,
  urgentPointer: 0,
};

/** TCP (RFC 9293 section 3.1): appends a row. Of a header that the snap length cut, it takes what is there. */
export function tcp(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, NEEDED_OCTETS, end)) return;
  const { octets, builder } = frame;
  const bits = uint16(octets, at + 12);
  const headerLength = (bits >>> 12) * 4;
  if (headerLength < SHORTEST_HEADER) return frame.skip("malformed");
  const capturedEnd = Math.min(frame.capturedEnd, end);
  const isCut = capturedEnd < at + headerLength;
  const hasWindow = capturedEnd >= at + 16;
  segment.frame = frame.frame;
  segment.time = frame.time;
  segment.flow = builder.flows.internOctets(
    octets,
    frame.sourceAt,
    frame.destinationAt,
    frame.addressLength,
    uint16(octets, at),
    uint16(octets, at + 2),
  );
  segment.sequenceNumber = uint32(octets, at + 4);
  segment.acknowledgmentNumber = uint32(octets, at + 8);
  segment.flags = bits & CONTROL_BITS;
  segment.window = hasWindow ? uint16(octets, at + 14) : 0;
  segment.payloadLength = frame.isFirstFragment ? 0 : Math.max(0, end - at - headerLength);
  segment.marks =
    (isCut ? Mark.Truncated : 0) |
    (hasWindow ? 0 : Mark.WindowUnknown) |
    (frame.isFirstFragment ? Mark.LengthUnknown : 0);
  segment.ipId = frame.ipId;
  segment.ttl = frame.ttl;
  segment.octets = octets;
  segment.optionsAt = at + SHORTEST_HEADER;
  segment.optionsLength = Math.max(0, Math.min(capturedEnd, at + headerLength) - segment.optionsAt);
  segment.urgentPointer = capturedEnd >= at + SHORTEST_HEADER ? uint16(octets, at + 18) : 0;
  builder.append(segment);
}
