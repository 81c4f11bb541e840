import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ppp } from "./ppp.ts";

const HEADER = 6;
const SESSION_STAGE = 0;

/** PPPoE session stage (RFC 2516): six octets, of which the last two are the length of the PPP frame. */
export function pppoeSession(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, HEADER, end)) return;
  if (frame.octets[at + 1] !== SESSION_STAGE) return frame.skip("pppoe-discovery");
  const length = uint16(frame.octets, at + 4);
  ppp(frame, at + HEADER, Math.min(end, at + HEADER + length));
}
