import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { llc } from "./llc.ts";

const TYPE_DATA = 2;
const SUBTYPE_NO_DATA = 0x4;
const SUBTYPE_QOS = 0x8;
const TO_AND_FROM_DS = 0x03;
const MORE_FRAGMENTS = 0x04;
const PROTECTED = 0x40;
const HT_CONTROL = 0x80;
const A_MSDU = 0x80;
/** Two addresses and a length before each frame of an A-MSDU. */
const SUBFRAME_HEADER = 14;

/** 802.2 with SNAP and the organisation code of Ethernet types. */
const SNAP_HEADER = [0xaa, 0xaa, 0x03, 0x00, 0x00, 0x00];

/** How a capture may depart from the standard. */
export interface FrameLayout {
  /** The header is filled up to a multiple of four octets (a flag of radiotap). */
  readonly isPadded: boolean;
  /** The two octets of the frame control field stand the other way round. */
  readonly isSwapped: boolean;
}

/** IEEE 802.11 frame without radio information (LINKTYPE_IEEE802_11). */
export function ieee80211(frame: FrameDecoder, at: number, end: number): void {
  dataFrame(frame, at, end, { isPadded: false, isSwapped: false });
}

/**
 * An 802.11 frame; only data frames carry IP.
 */
export function dataFrame(frame: FrameDecoder, at: number, end: number, layout: FrameLayout): void {
  if (!frame.has(at, 2, end)) return;
  const { isPadded, isSwapped } = layout;
  const control = frame.octets[isSwapped ? at + 1 : at];
  const flags = frame.octets[isSwapped ? at : at + 1];
  const subtype = control >>> 4;
  if (((control >>> 2) & 3) !== TYPE_DATA || (subtype & SUBTYPE_NO_DATA) !== 0) {
    return frame.skip("802.11-management");
  }
  if ((flags & PROTECTED) !== 0) return frame.skip("802.11-encrypted");
  const isQos = (subtype & SUBTYPE_QOS) !== 0;
  const qosAt = at + ((flags & TO_AND_FROM_DS) === TO_AND_FROM_DS ? 30 : 24);
  let payloadAt = isQos ? qosAt + 2 : qosAt;
  if (isQos && (flags & HT_CONTROL) !== 0) payloadAt += 4;
  if (isPadded) payloadAt = at + ((payloadAt - at + 3) & ~3);
  if (!frame.has(at, payloadAt - at, end)) return;
  const fragmentNumber = frame.octets[at + 22] & 0x0f;
  if ((flags & MORE_FRAGMENTS) !== 0) return frame.skip("802.11-fragment");
  if (fragmentNumber !== 0 && !beginsWithSnap(frame, payloadAt)) return frame.skip("802.11-fragment");
  if (isQos && (frame.octets[qosAt] & A_MSDU) !== 0) subframes(frame, payloadAt, end);
  else llc(frame, payloadAt, end);
}

/** The last part of a fragmented frame has no header; some writers number whole frames as if they were parts. */
function beginsWithSnap({ octets }: FrameDecoder, at: number): boolean {
  return SNAP_HEADER.every((octet, i) => octets[at + i] === octet);
}

/** Aggregated frames (A-MSDU), each filled up to a multiple of four octets. */
function subframes(frame: FrameDecoder, start: number, end: number): void {
  let at = start;
  while (at + SUBFRAME_HEADER <= Math.min(end, frame.capturedEnd)) {
    const length = uint16(frame.octets, at + 12);
    const payloadAt = at + SUBFRAME_HEADER;
    if (length === 0) return;
    llc(frame, payloadAt, Math.min(end, payloadAt + length));
    at += (SUBFRAME_HEADER + length + 3) & ~3;
  }
}
