import type { FrameDecoder } from "../frame-decoder.ts";
import { rawIp } from "./raw-ip.ts";

/** One octet of direction, and fifteen for the header as it was compressed on the line (RFC 1144). */
const HEADER = 16;

/** IP over a serial line (LINKTYPE_SLIP): BSD puts a header before each datagram, which it has restored already. */
export function slip(frame: FrameDecoder, at: number, end: number): void {
  if (frame.has(at, HEADER, end)) rawIp(frame, at + HEADER, end);
}
