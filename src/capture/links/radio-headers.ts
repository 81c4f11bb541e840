import { uint16Little, uint32, uint32Little } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { dataFrame, ieee80211 } from "./ieee80211.ts";

const RADIOTAP_HEADER = 8;
const PRESENT_TSFT = 1;
const PRESENT_FLAGS = 2;
const PRESENT_EXTENDED = 0x80000000;
/** Radiotap flag: the 802.11 header is padded to 32 bits. */
const FLAG_PADDED = 0x20;
const PRISM_HEADER = 144;
const AVS_MAGIC = 0x80211000;
const PPI_HEADER = 8;

/** Radiotap (radiotap.org): little-endian, its own length in the third and fourth octet. */
export function radiotap(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, RADIOTAP_HEADER, end)) return;
  const length = uint16Little(frame.octets, at + 2);
  if (length < RADIOTAP_HEADER) return frame.skip("malformed");
  const isPadded = (radiotapFlags(frame, at) & FLAG_PADDED) !== 0;
  dataFrame(frame, at + length, end, { isPadded, isSwapped: false });
}

function radiotapFlags({ octets }: FrameDecoder, at: number): number {
  const present = uint32Little(octets, at + 4);
  if ((present & PRESENT_FLAGS) === 0) return 0;
  let fieldAt = at + RADIOTAP_HEADER;
  for (let word = present; (word & PRESENT_EXTENDED) !== 0 && fieldAt + 4 <= octets.length; fieldAt += 4) {
    word = uint32Little(octets, fieldAt);
  }
  if ((present & PRESENT_TSFT) !== 0) fieldAt = at + ((fieldAt - at + 7) & ~7) + 8;
  return octets[fieldAt];
}

/** Prism monitor header, or the AVS header that takes its place in some captures. */
export function prism(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 8, end)) return;
  if (uint32(frame.octets, at) >>> 12 === AVS_MAGIC >>> 12) return avs(frame, at, end);
  ieee80211(frame, at + PRISM_HEADER, end);
}

/** AVS capture header (LINKTYPE_IEEE802_11_AVS): big-endian, its own length in the second word. */
export function avs(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 8, end)) return;
  const length = uint32(frame.octets, at + 4);
  if (length < 8) return frame.skip("malformed");
  ieee80211(frame, at + length, end);
}

/** Per-packet information (LINKTYPE_PPI): little-endian, with the link type of what follows. */
export function ppi(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, PPI_HEADER, end)) return;
  const length = uint16Little(frame.octets, at + 2);
  if (length < PPI_HEADER) return frame.skip("malformed");
  frame.linkType(uint32Little(frame.octets, at + 4), at + length, end);
}
