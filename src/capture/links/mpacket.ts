import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "./ethernet.ts";

const PREAMBLE = 8;
const EXPRESS_FRAME = 0xd5;

/** Ethernet with its preamble (LINKTYPE_ETHERNET_MPACKET); fragments of a preempted frame are passed over. */
export function mpacket(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, PREAMBLE, end)) return;
  if (frame.octets[at + PREAMBLE - 1] === EXPRESS_FRAME) ethernet(frame, at + PREAMBLE, end);
  else frame.skip("preempted-frame");
}
