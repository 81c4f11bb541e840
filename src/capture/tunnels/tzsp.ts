import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "../links/ethernet.ts";
import { ieee80211 } from "../links/ieee80211.ts";

const HEADER = 4;
const TAG_PADDING = 0;
const TAG_END = 1;
const CARRIES_ETHERNET = 1;
const CARRIES_80211 = 18;

/** TZSP, the sniffer stream of RouterOS and others: header, tagged fields, then the mirrored frame. */
export function tzsp(frame: FrameDecoder, start: number, end: number): void {
  if (!frame.has(start, HEADER, end)) return;
  const { octets } = frame;
  const carried = uint16(octets, start + 2);
  let at = start + HEADER;
  for (;;) {
    if (!frame.has(at, 1, end)) return;
    const tag = octets[at];
    if (tag === TAG_END) break;
    if (tag !== TAG_PADDING && !frame.has(at, 2, end)) return;
    at += tag === TAG_PADDING ? 1 : 2 + octets[at + 1];
  }
  if (carried === CARRIES_ETHERNET) frame.enter(ethernet, at + 1, end);
  else if (carried === CARRIES_80211) frame.enter(ieee80211, at + 1, end);
  else frame.skip("udp");
}
