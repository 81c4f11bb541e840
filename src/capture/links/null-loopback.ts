import { uint16, uint32, uint32Little } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const AF_INET = 2;
/** AF_INET6 of NetBSD and OpenBSD, FreeBSD, macOS, and Linux. */
const AF_INET6 = new Set([24, 28, 30, 10]);
const PPP_IN_HDLC = 0xff03;

/**
 * BSD loopback (LINKTYPE_NULL, LINKTYPE_LOOP): four octets of address family, in the byte order of the capturing
 * host, so both orders are tried. Some writers put PPP here or an Ethernet type.
 */
export function nullLoopback(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 4, end)) return;
  const { octets } = frame;
  if (uint16(octets, at) === PPP_IN_HDLC) return frame.pppProtocol(uint16(octets, at + 2), at + 4, end);
  const family = Math.min(uint32(octets, at), uint32Little(octets, at));
  if (family === AF_INET) frame.etherType(IPV4, at + 4, end);
  else if (AF_INET6.has(family)) frame.etherType(IPV6, at + 4, end);
  else if (family > 1500 && family <= 0xffff) frame.etherType(family, at + 4, end);
  else frame.skip("not-ip");
}
