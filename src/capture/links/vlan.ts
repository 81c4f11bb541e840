import type { FrameDecoder } from "../frame-decoder.ts";
import { typeOrLength } from "./ethernet.ts";

/** IEEE 802.1Q and 802.1ad tags, any number of them: two octets of tag, then a type or a length. */
export function vlan(frame: FrameDecoder, at: number, end: number): void {
  typeOrLength(frame, at + 2, end);
}
