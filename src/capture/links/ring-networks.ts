import type { FrameDecoder } from "../frame-decoder.ts";
import { llc } from "./llc.ts";

const FDDI_HEADER = 13;
const FDDI_LLC_MASK = 0xf0;
const FDDI_LLC_ASYNC = 0x50;
const FDDI_LLC_SYNC = 0xd0;
const TOKEN_RING_HEADER = 14;
const TOKEN_RING_LLC = 0x40;
const HAS_ROUTING = 0x80;

/** FDDI: frame control, two addresses, 802.2. */
export function fddi(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, FDDI_HEADER, end)) return;
  const kind = frame.octets[at] & FDDI_LLC_MASK;
  if (kind !== FDDI_LLC_ASYNC && kind !== FDDI_LLC_SYNC) return frame.skip("llc");
  llc(frame, at + FDDI_HEADER, end);
}

/** Token ring (LINKTYPE_IEEE802_5): access and frame control, two addresses, source routing, 802.2. */
export function tokenRing(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, TOKEN_RING_HEADER, end)) return;
  const { octets } = frame;
  if ((octets[at + 1] & 0xc0) !== TOKEN_RING_LLC) return frame.skip("llc");
  const isRouted = (octets[at + 8] & HAS_ROUTING) !== 0;
  const routing = isRouted ? octets[at + TOKEN_RING_HEADER] & 0x1f : 0;
  llc(frame, at + TOKEN_RING_HEADER + routing, end);
}
