import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "../links/ethernet.ts";
import { dataFrame } from "../links/ieee80211.ts";

const HEADER = 8;
const DTLS = 1;
const NATIVE_FRAME = 0x01;
const FRAGMENT = 0x80;
const WIRELESS_80211 = 1;

/** CAPWAP data channel (RFC 5415): 802.11 or Ethernet frames of an access point. */
export function capwapData(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, HEADER, end)) return;
  const { octets } = frame;
  const preamble = octets[at];
  if (preamble === DTLS) return frame.skip("capwap-encrypted");
  if (preamble !== 0) return frame.skip("malformed");
  const bits = uint16(octets, at + 1);
  const headerLength = (bits >>> 11) * 4;
  const binding = (bits >>> 1) & 0x1f;
  const isNative = (bits & NATIVE_FRAME) !== 0;
  if (headerLength < HEADER) return frame.skip("malformed");
  if ((octets[at + 3] & FRAGMENT) !== 0) return frame.skip("capwap-fragment");
  if (!isNative) frame.enter(ethernet, at + headerLength, end);
  else if (binding === WIRELESS_80211) swappedDataFrame(frame, at + headerLength, end);
  else frame.skip("not-ip");
}

/**
 * Many controllers write the frame control field with its two octets swapped. Only data frames are of
 * interest, and the type and version bits of one tell the order.
 */
function swappedDataFrame(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 2, end)) return;
  const { octets } = frame;
  const isSwapped = (octets[at + 1] & 0x0f) === 0x08 && (octets[at] & 0x0f) !== 0x08;
  dataFrame(frame, at, end, { isPadded: false, isSwapped });
}
