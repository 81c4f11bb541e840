import { uint16, uint32 } from "../../base/octets.ts";
import { formatAddress } from "../../segments/address.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const TCP = 6;
const UNREACHABLE_V4 = 3;
const UNREACHABLE_V6 = 1;
/** ICMP header, then the quoted datagram (RFC 792, RFC 4443). */
const QUOTE_AT = 8;
/** Ports and sequence number, which an error must at least quote. */
const QUOTED_OCTETS = 8;

/** ICMP (RFC 792): an error that quotes a TCP segment is no segment, but is noted with what it quotes. */
export function icmp(frame: FrameDecoder, at: number, end: number): void {
  frame.skip("icmp");
  const { octets } = frame;
  if (frame.capturedEnd < at + QUOTE_AT + 20 || octets[at] !== UNREACHABLE_V4) return;
  const quoteAt = at + QUOTE_AT;
  const first = octets[quoteAt];
  const isFirstFragment = (uint16(octets, quoteAt + 6) & 0x1fff) === 0;
  if (first >>> 4 !== 4 || octets[quoteAt + 9] !== TCP || !isFirstFragment) return;
  noteQuotedSegment(frame, 4, at, quoteAt + 12, quoteAt + (first & 0x0f) * 4, end);
}

/** ICMPv6 (RFC 4443), likewise. */
export function icmpv6(frame: FrameDecoder, at: number, end: number): void {
  frame.skip("icmpv6");
  const { octets } = frame;
  if (frame.capturedEnd < at + QUOTE_AT + 40 || octets[at] !== UNREACHABLE_V6) return;
  const quoteAt = at + QUOTE_AT;
  if (octets[quoteAt] >>> 4 !== 6 || octets[quoteAt + 6] !== TCP) return;
  noteQuotedSegment(frame, 6, at, quoteAt + 8, quoteAt + 40, end);
}

function noteQuotedSegment(
  frame: FrameDecoder,
  version: 4 | 6,
  at: number,
  addressesAt: number,
  tcpAt: number,
  end: number,
): void {
  const { octets, builder, addressLength } = frame;
  if (tcpAt + QUOTED_OCTETS > Math.min(end, frame.capturedEnd)) return;
  const quotedLength = version === 4 ? 4 : 16;
  builder.icmpErrors.push({
    frame: frame.frame,
    time: frame.time,
    version,
    type: octets[at],
    code: octets[at + 1],
    reporter: formatAddress(octets, frame.sourceAt, addressLength),
    flow: builder.flows.internOctets(
      octets,
      addressesAt,
      addressesAt + quotedLength,
      quotedLength,
      uint16(octets, tcpAt),
      uint16(octets, tcpAt + 2),
    ),
    sequenceNumber: uint32(octets, tcpAt + 4),
  });
}
