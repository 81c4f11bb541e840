import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const HEADER = 8;

/** Geneve (RFC 8926): eight octets and options, with the Ethernet type of what follows. */
export function geneve(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, HEADER, end)) return;
  const first = frame.octets[at];
  if (first >>> 6 !== 0) return frame.skip("malformed");
  frame.etherType(uint16(frame.octets, at + 2), at + HEADER + (first & 0x3f) * 4, end);
}
