import type { FrameDecoder } from "../frame-decoder.ts";

const HEADER = 8;
const VERSION_0_HEADER = 20;
const VERSION_1 = 1;
const PROTOCOL_TYPE_GTP = 0x10;
const HAS_EXTENSION = 0x04;
const HAS_OPTIONAL_FIELDS = 0x07;
const G_PDU = 0xff;

/** GTP-U version 1 (3GPP TS 29.281) and 0 (GSM 09.60): user datagrams of mobile networks. */
export function gtpU(frame: FrameDecoder, start: number, end: number): void {
  if (!frame.has(start, HEADER, end)) return;
  const { octets } = frame;
  const flags = octets[start];
  const version = flags >>> 5;
  if (version > VERSION_1 || (flags & PROTOCOL_TYPE_GTP) === 0) return frame.skip("malformed");
  if (octets[start + 1] !== G_PDU) return frame.skip("udp");
  if (version === 0) return frame.ipByVersion(start + VERSION_0_HEADER, end);
  let at = start + HEADER;
  if ((flags & HAS_OPTIONAL_FIELDS) !== 0) at += 4;
  let extension = (flags & HAS_EXTENSION) !== 0 ? octets[at - 1] : 0;
  while (extension !== 0) {
    if (!frame.has(at, 4, end)) return;
    const length = octets[at] * 4;
    if (length === 0 || !frame.has(at, length, end)) return frame.skip("malformed");
    at += length;
    extension = octets[at - 1];
  }
  frame.ipByVersion(at, end);
}
