import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

/**
 * Room for InfiniBand's Global Routing Header. It is not looked at: on a frame that came without one the adapter
 * leaves whatever stood there.
 */
const ROUTING_HEADER = 40;
/** An Ethernet type and two reserved octets (RFC 4391, section 6). */
const HEADER = 4;

/** IP over InfiniBand (LINKTYPE_IPOIB, with 44 octets before the datagram as in tcpdump's print-ipoib.c). */
export function ipOverInfiniBand(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, ROUTING_HEADER + HEADER, end)) return;
  frame.etherType(uint16(frame.octets, at + ROUTING_HEADER), at + ROUTING_HEADER + HEADER, end);
}
