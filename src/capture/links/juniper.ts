import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder, Layer } from "../frame-decoder.ts";
import { ciscoHdlc } from "./cisco-hdlc.ts";
import { ethernet } from "./ethernet.ts";
import { frameRelay } from "./frame-relay.ts";
import { ppp } from "./ppp.ts";

const MAGIC = 0x4d47;
const MAGIC_END = 0x43;
const HEADER = 4;
const HAS_EXTENSION = 0x80;
const NO_LINK_LAYER = 0x02;

/** Juniper's header before a frame, or before IP if it says so. @param layer the layer of the frame */
const juniper =
  (layer: Layer): Layer =>
  (frame, at, end) =>
    juniperFrame(frame, at, end, layer);

/** LINKTYPE_JUNIPER_ETHER. */
export const juniperEthernet = juniper(ethernet);
/** LINKTYPE_JUNIPER_PPP. */
export const juniperPpp = juniper(ppp);
/** LINKTYPE_JUNIPER_FRELAY. */
export const juniperFrameRelay = juniper(frameRelay);
/** LINKTYPE_JUNIPER_CHDLC. */
export const juniperHdlc = juniper(ciscoHdlc);

function juniperFrame(frame: FrameDecoder, at: number, end: number, layer: Layer): void {
  if (!frame.has(at, HEADER + 2, end)) return;
  const { octets } = frame;
  if (uint16(octets, at) !== MAGIC || octets[at + 2] !== MAGIC_END) return frame.skip("malformed");
  const flags = octets[at + 3];
  const extension = (flags & HAS_EXTENSION) !== 0 ? 2 + uint16(octets, at + HEADER) : 0;
  const payloadAt = at + HEADER + extension;
  if ((flags & NO_LINK_LAYER) !== 0) frame.ipByVersion(payloadAt + 4, end);
  else layer(frame, payloadAt, end);
}
