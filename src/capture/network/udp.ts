import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const HEADER = 8;
const DNS = 53;
const MULTICAST_DNS = 5353;

/** UDP (RFC 768): of interest only where a well-known port carries a tunnel, or names. */
export function udp(frame: FrameDecoder, at: number, end: number): void {
  frame.skip("udp");
  if (at + HEADER > Math.min(end, frame.capturedEnd)) return;
  const { octets } = frame;
  const length = uint16(octets, at + 4);
  const datagramEnd = length < HEADER ? end : Math.min(end, at + length);
  const source = uint16(octets, at);
  if (source === DNS || source === MULTICAST_DNS) {
    frame.names?.dns(octets, at + HEADER, Math.min(datagramEnd, frame.capturedEnd));
  }
  const rows = frame.builder.length;
  const isTunnel =
    frame.udpPort(uint16(octets, at + 2), at + HEADER, datagramEnd) ||
    frame.udpPort(source, at + HEADER, datagramEnd);
  // Another protocol may use the port of a tunnel: then the octets make no sense for the tunnel.
  if (isTunnel && frame.builder.length === rows && frame.isNonsense) frame.skip("udp");
}
