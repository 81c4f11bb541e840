import type { FrameDecoder } from "../frame-decoder.ts";

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const IP_RFC1051 = 0xf0;
const IP_RFC1201 = 0xd4;
const IPV6_RFC1201 = 0xc4;
const ARP_RFC1201 = 0xd5;
const ARP_RFC1051 = 0xf1;
const EXCEPTION = 0xff;

/** ARCNET as BSD captures it (LINKTYPE_ARCNET_BSD): source, destination, protocol. */
export function arcnetBsd(frame: FrameDecoder, at: number, end: number): void {
  arcnet(frame, at + 2, end);
}

/** ARCNET as Linux captures it (LINKTYPE_ARCNET_LINUX): source, destination, two octets of offset, protocol. */
export function arcnetLinux(frame: FrameDecoder, at: number, end: number): void {
  arcnet(frame, at + 4, end);
}

function arcnet(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 1, end)) return;
  const protocol = frame.octets[at];
  if (protocol === IP_RFC1051) return frame.etherType(IPV4, at + 1, end);
  if (protocol === ARP_RFC1051 || protocol === ARP_RFC1201) return frame.skip("arp");
  if (protocol !== IP_RFC1201 && protocol !== IPV6_RFC1201) return frame.skip("not-ip");
  // RFC 1201: a split flag and two octets of sequence; an exception frame repeats them behind padding.
  const splitAt = frame.octets[at + 1] === EXCEPTION ? at + 5 : at + 1;
  if (!frame.has(splitAt, 3, end)) return;
  if (frame.octets[splitAt] !== 0) return frame.skip("arcnet-fragment");
  frame.etherType(protocol === IP_RFC1201 ? IPV4 : IPV6, splitAt + 3, end);
}
