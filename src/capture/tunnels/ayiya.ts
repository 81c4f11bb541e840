import type { FrameDecoder } from "../frame-decoder.ts";

const HEADER = 8;
const FORWARD = 1;

/** AYIYA (draft-massar-v6ops-ayiya): IPv6 in UDP with an identity and a signature. */
export function ayiya(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, HEADER, end)) return;
  const { octets } = frame;
  const identity = 2 ** (octets[at] >>> 4);
  const signature = (octets[at + 1] >>> 4) * 4;
  if ((octets[at + 2] & 0x0f) !== FORWARD) return frame.skip("udp");
  frame.ipProtocol(octets[at + 3], at + HEADER + identity + signature, end);
}
