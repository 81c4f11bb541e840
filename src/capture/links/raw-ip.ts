import type { FrameDecoder } from "../frame-decoder.ts";

/** Records that begin with an IP header. */
export function rawIp(frame: FrameDecoder, at: number, end: number): void {
  frame.ipByVersion(at, end);
}
