import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "./ethernet.ts";

const HEADER = 6;
const PACKET_PDU = 0;
const ISOLATION_PACKET_PDU = 0b10;
const HAS_EXTENDED_HEADER = 0x01;

/**
 * A DOCSIS frame without its PHY header (LINKTYPE_DOCSIS; DOCSIS MAC and upper layer protocols, 6.2): frame control,
 * MAC parameter, length, extended header, check sequence; then an Ethernet frame, unless it is management.
 */
export function docsis(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, HEADER, end)) return;
  const { octets } = frame;
  const type = octets[at] >> 6;
  if (type !== PACKET_PDU && type !== ISOLATION_PACKET_PDU) return frame.skip("not-ip");
  const hasMore = (octets[at] & HAS_EXTENDED_HEADER) !== 0;
  // With an extended header, the MAC parameter is its length, and the length counts it, too.
  const extended = hasMore ? octets[at + 1] : 0;
  const length = uint16(octets, at + 2);
  if (extended > length) return frame.skip("malformed");
  const start = at + HEADER + extended;
  ethernet(frame, start, Math.min(end, start + length - extended));
}
