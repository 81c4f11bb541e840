import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const SNAP = 0xaa;
const IP_SAP = 0x06;
const UNNUMBERED_INFORMATION = 0x03;
/** Organisation codes under which SNAP carries an Ethernet type: RFC 1042, and the bridge tunnel of 802.1H. */
const ETHERNET_CODES = new Set([0x000000, 0x0000f8]);

/** IEEE 802.2 with or without SNAP. */
export function llc(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 3, end)) return;
  const { octets } = frame;
  const destination = octets[at];
  if (octets[at + 2] !== UNNUMBERED_INFORMATION) return frame.skip("llc");
  if (destination === IP_SAP) return frame.ipByVersion(at + 3, end);
  if (destination !== SNAP || octets[at + 1] !== SNAP) return frame.skip("llc");
  if (!frame.has(at, 8, end)) return;
  const code = (octets[at + 3] << 16) | uint16(octets, at + 4);
  if (ETHERNET_CODES.has(code)) frame.etherType(uint16(octets, at + 6), at + 8, end);
  else frame.skip("llc");
}
