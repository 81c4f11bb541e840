import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "./ethernet.ts";

const MAGIC = 0x4d47;
const MAGIC_END = 0x43;
const HEADER = 4;
const HAS_EXTENSION = 0x80;
const NO_LINK_LAYER = 0x02;

/** Juniper's header before an Ethernet frame (LINKTYPE_JUNIPER_ETHER), or before IP if it says so. */
export function juniperEthernet(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, HEADER + 2, end)) return;
  const { octets } = frame;
  if (uint16(octets, at) !== MAGIC || octets[at + 2] !== MAGIC_END) return frame.skip("malformed");
  const flags = octets[at + 3];
  const extension = (flags & HAS_EXTENSION) !== 0 ? 2 + uint16(octets, at + HEADER) : 0;
  const payloadAt = at + HEADER + extension;
  if ((flags & NO_LINK_LAYER) !== 0) frame.ipByVersion(payloadAt + 4, end);
  else ethernet(frame, payloadAt, end);
}
