import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "../links/ethernet.ts";

const TYPE_2_HEADER = 8;
const TYPE_3_HEADER = 12;
const TYPE_3_PROTOCOL = 0x22eb;
const HAS_SUBHEADER = 0x01;

/**
 * Mirrored Ethernet frames in GRE (draft-foschiano-erspan). Type I has no header of its own and no GRE
 * sequence number, type II has 8 octets, type III 12 and perhaps 8 more.
 */
export function erspan(
  frame: FrameDecoder,
  at: number,
  end: number,
  protocol: number,
  hasSequence: boolean,
): void {
  if (protocol !== TYPE_3_PROTOCOL) {
    return frame.enter(ethernet, hasSequence ? at + TYPE_2_HEADER : at, end);
  }
  if (!frame.has(at, TYPE_3_HEADER, end)) return;
  const hasSubheader = (frame.octets[at + TYPE_3_HEADER - 1] & HAS_SUBHEADER) !== 0;
  frame.enter(ethernet, at + TYPE_3_HEADER + (hasSubheader ? 8 : 0), end);
}
