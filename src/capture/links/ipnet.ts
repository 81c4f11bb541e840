import type { FrameDecoder } from "../frame-decoder.ts";

const HEADER = 24;

/** Solaris IPNET (LINKTYPE_IPNET): 24 octets of zone and interface, then IP. */
export function ipnet(frame: FrameDecoder, at: number, end: number): void {
  frame.ipByVersion(at + HEADER, end);
}
