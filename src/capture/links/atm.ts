import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { llc } from "./llc.ts";

const SNAP = 0xaaaa;
const SUN_HEADER = 4;
const SUN_LLC = 2;

/** RFC 2684 over ATM: LLC, or IP on a circuit of its own. */
export function atm(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 2, end)) return;
  if (uint16(frame.octets, at) === SNAP) llc(frame, at, end);
  else frame.ipByVersion(at, end);
}

/** SunATM (LINKTYPE_SUNATM): kind of traffic, circuit, then what it carries. */
export function sunAtm(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, SUN_HEADER, end)) return;
  if ((frame.octets[at] & 0x0f) === SUN_LLC) llc(frame, at + SUN_HEADER, end);
  else frame.skip("not-ip");
}
