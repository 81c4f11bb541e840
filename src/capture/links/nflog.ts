import { uint16, uint16Little } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";

const HEADER = 4;
const ATTRIBUTE_HEADER = 4;
const NFULA_PAYLOAD = 9;
/** The upper bits of an attribute type say how it is packed. */
const TYPE_BITS = 0x3fff;

/**
 * Linux netfilter log (LINKTYPE_NFLOG): attributes in the byte order of the host that captured, one of which
 * holds the IP datagram. A length fits in the record in one of the two orders only.
 */
export function nflog(frame: FrameDecoder, start: number, end: number): void {
  const { octets } = frame;
  if (!frame.has(start, HEADER, end)) return;
  let at = start + HEADER;
  while (at + ATTRIBUTE_HEADER <= end) {
    if (!frame.has(at, ATTRIBUTE_HEADER, end)) return;
    const isBig = uint16Little(octets, at) > end - at || uint16Little(octets, at) < ATTRIBUTE_HEADER;
    const length = isBig ? uint16(octets, at) : uint16Little(octets, at);
    const type = (isBig ? uint16(octets, at + 2) : uint16Little(octets, at + 2)) & TYPE_BITS;
    if (length < ATTRIBUTE_HEADER || at + length > end) return frame.skip("malformed");
    if (type === NFULA_PAYLOAD) return frame.ipByVersion(at + ATTRIBUTE_HEADER, at + length);
    at += (length + 3) & ~3;
  }
  frame.skip("not-ip");
}
