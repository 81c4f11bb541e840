import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { llc } from "./llc.ts";

/** Octets of the two addresses. */
export const ADDRESSES = 12;
const HEADER = 14;
/** Below this the field is a length (IEEE 802.3), from it on a type. */
export const FIRST_ETHER_TYPE = 0x0600;

/** Ethernet II and IEEE 802.3. */
export function ethernet(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, HEADER, end)) return;
  typeOrLength(frame, at + ADDRESSES, end);
}

/** A field that is an Ethernet type or the length of an 802.2 frame, and what follows. */
export function typeOrLength(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 2, end)) return;
  const type = uint16(frame.octets, at);
  if (type >= FIRST_ETHER_TYPE) frame.etherType(type, at + 2, end);
  else llc(frame, at + 2, Math.min(end, at + 2 + type));
}
