import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ppp } from "../links/ppp.ts";

const CONTROL = 0x8000;
const LENGTH = 0x4000;
const SEQUENCE = 0x0800;
const OFFSET = 0x0200;
const VERSION_BITS = 0x000f;

/** L2TP version 2 (RFC 2661) and its forerunner L2F: PPP frames over UDP. */
export function l2tp(frame: FrameDecoder, start: number, end: number): void {
  if (!frame.has(start, 6, end)) return;
  const { octets } = frame;
  const flags = uint16(octets, start);
  if ((flags & VERSION_BITS) !== 2 || (flags & CONTROL) !== 0) return frame.skip("udp");
  let at = start + 6;
  if ((flags & LENGTH) !== 0) at += 2;
  if ((flags & SEQUENCE) !== 0) at += 4;
  if ((flags & OFFSET) !== 0) {
    if (!frame.has(at, 2, end)) return;
    at += 2 + uint16(octets, at);
  }
  frame.enter(ppp, at, end);
}
