import type { FrameDecoder } from "../frame-decoder.ts";
import type { Fragment } from "./fragments.ts";

/**
 * Goes on behind an IP fragment: with the whole datagram if this completes it. A first fragment that the
 * snap length cut can never be part of a whole: what is there of it is read at once.
 */
export function nextFragment(frame: FrameDecoder, fragment: Fragment): void {
  frame.skip("ip-fragment");
  if (fragment.length <= 0) return;
  if (fragment.at + fragment.length > frame.capturedEnd) {
    if (fragment.offset === 0) readCutFirst(frame, fragment);
    return;
  }
  const datagram = frame.fragments.add(frame, fragment);
  if (datagram !== null) frame.decodeDatagram(datagram);
}

function readCutFirst(frame: FrameDecoder, { protocol, at, length }: Fragment): void {
  frame.isFirstFragment = true;
  frame.ipProtocol(protocol, at, at + length);
  frame.isFirstFragment = false;
}
