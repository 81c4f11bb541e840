import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const LAST_ADDRESS_OCTET = 0x01;
const UNNUMBERED_INFORMATION = 0x03;
const NLPID_PADDING = 0x00;
const NLPID_SNAP = 0x80;
const NLPID_IPV4 = 0xcc;
const NLPID_IPV6 = 0x8e;
const IPV4 = 0x0800;
const IPV6 = 0x86dd;

/** Frame relay (RFC 2427), or the form of Cisco with an Ethernet type behind the address. */
export function frameRelay(frame: FrameDecoder, start: number, end: number): void {
  const { octets } = frame;
  let at = start;
  for (let more = true; more; at++) {
    if (at - start > 3 || !frame.has(at, 1, end)) return;
    more = (octets[at] & LAST_ADDRESS_OCTET) === 0;
  }
  if (!frame.has(at, 3, end)) return;
  if (octets[at] !== UNNUMBERED_INFORMATION) return frame.etherType(uint16(octets, at), at + 2, end);
  const protocolAt = octets[at + 1] === NLPID_PADDING ? at + 2 : at + 1;
  const protocol = octets[protocolAt];
  if (protocol === NLPID_IPV4) frame.etherType(IPV4, protocolAt + 1, end);
  else if (protocol === NLPID_IPV6) frame.etherType(IPV6, protocolAt + 1, end);
  else if (protocol !== NLPID_SNAP) frame.skip("not-ip");
  else if (frame.has(protocolAt, 6, end)) {
    frame.etherType(uint16(octets, protocolAt + 4), protocolAt + 6, end);
  }
}

/** One octet of direction before the frame (LINKTYPE_FRELAY_WITH_DIR). */
export function frameRelayWithDirection(frame: FrameDecoder, at: number, end: number): void {
  frameRelay(frame, at + 1, end);
}
