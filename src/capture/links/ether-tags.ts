import type { FrameDecoder, Layer } from "../frame-decoder.ts";
import { ADDRESSES, ethernet, typeOrLength } from "./ethernet.ts";

/** VN-Tag (Cisco), HSR tag (IEC 62439-3): four octets, then a type. */
export function fourOctetTag(frame: FrameDecoder, at: number, end: number): void {
  typeOrLength(frame, at + 4, end);
}

/** E-Tag (IEEE 802.1BR), Cisco metadata: six octets, then a type. */
export function sixOctetTag(frame: FrameDecoder, at: number, end: number): void {
  typeOrLength(frame, at + 6, end);
}

/** Cisco FabricPath: two octets of tag, then a whole Ethernet frame. */
export function fabricPath(frame: FrameDecoder, at: number, end: number): void {
  frame.enter(ethernet, at + 2, end);
}

/** Provider backbone bridging (IEEE 802.1ah), Broadcom switches: four octets of tag, then a whole Ethernet frame. */
export function backboneTag(frame: FrameDecoder, at: number, end: number): void {
  frame.enter(ethernet, at + 4, end);
}

/** Tags of Broadcom and Marvell switches, between the addresses and the type. @param length octets of the tag */
export const switchTag =
  (length: number): Layer =>
  (frame, at, end) =>
    typeOrLength(frame, at + ADDRESSES + length, end);

/** TRILL (RFC 6325): six octets and options, then a whole Ethernet frame. */
export function trill(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 6, end)) return;
  const { octets } = frame;
  const optionWords = ((octets[at] & 0x07) << 2) | (octets[at + 1] >>> 6);
  frame.enter(ethernet, at + 6 + optionWords * 4, end);
}

/** MACsec (IEEE 802.1AE): readable only where it protects without encrypting. */
export function macsec(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 6, end)) return;
  const control = frame.octets[at];
  const isChanged = (control & 0x0c) !== 0;
  if (isChanged) return frame.skip("macsec-encrypted");
  const hasChannel = (control & 0x20) !== 0;
  const integrityCheck = 16;
  typeOrLength(frame, at + (hasChannel ? 14 : 6), end - integrityCheck);
}
