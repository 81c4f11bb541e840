import type { FrameDecoder } from "../frame-decoder.ts";
import type { Fragment } from "./fragments.ts";

/**
 * Takes an IP fragment, and goes on with the datagram if this completes it. A first fragment that the snap length cut
 * can never be completed, so it is decoded at once.
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
