import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "../links/ethernet.ts";

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const NSH = 0x894f;
const MPLS = 0x8847;

/** The next-protocol numbers that VXLAN-GPE and NSH share (IANA, RFC 8300 section 9.1.6). */
export function nextProtocol(frame: FrameDecoder, protocol: number, at: number, end: number): void {
  if (protocol === 1) frame.etherType(IPV4, at, end);
  else if (protocol === 2) frame.etherType(IPV6, at, end);
  else if (protocol === 3) frame.enter(ethernet, at, end);
  else if (protocol === 4) frame.etherType(NSH, at, end);
  else if (protocol === 5) frame.etherType(MPLS, at, end);
  else frame.skip("not-ip");
}
