import type { FrameDecoder } from "../frame-decoder.ts";
import { llc } from "./llc.ts";

const NETWORK_HEADER = 16;

/** IP over Fibre Channel (LINKTYPE_IP_OVER_FC, RFC 2625 section 3): two addresses of eight octets, then 802.2. */
export function ipOverFibreChannel(frame: FrameDecoder, at: number, end: number): void {
  llc(frame, at + NETWORK_HEADER, end);
}
