import type { FrameDecoder } from "../frame-decoder.ts";

const SHORTEST_PFLOG = 4;
const ENC_HEADER = 12;

/** OpenBSD packet filter log (LINKTYPE_PFLOG): its own length in the first octet, then padding to 4. */
export function pflog(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, SHORTEST_PFLOG, end)) return;
  const length = frame.octets[at];
  if (length < SHORTEST_PFLOG) return frame.skip("malformed");
  frame.ipByVersion(at + ((length + 3) & ~3), end);
}

/** BSD IPsec interface (LINKTYPE_ENC): address family, SPI, flags; what follows was decrypted. */
export function enc(frame: FrameDecoder, at: number, end: number): void {
  frame.ipByVersion(at + ENC_HEADER, end);
}
