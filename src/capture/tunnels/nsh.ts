import type { FrameDecoder } from "../frame-decoder.ts";
import { nextProtocol } from "./next-protocol.ts";

/** Network service header (RFC 8300): its length in units of four octets, next protocol in the fourth octet. */
export function nsh(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 8, end)) return;
  const { octets } = frame;
  const length = (octets[at + 1] & 0x3f) * 4;
  if (length < 8) return frame.skip("malformed");
  nextProtocol(frame, octets[at + 3], at + length, end);
}
