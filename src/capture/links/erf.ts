import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ciscoHdlc } from "./cisco-hdlc.ts";
import { ethernet } from "./ethernet.ts";

const HEADER = 16;
const EXTENSION = 8;
const HAS_EXTENSION = 0x80;
/** Before an Ethernet frame stand an offset and an octet of padding. */
const BEFORE_ETHERNET = 2;

/** Types of records, from Endace's list. */
const ETHERNET = new Set([2, 11, 16, 20]);
const HDLC = new Set([1, 10, 15, 17]);
const IP = new Set([22, 23]);

/** Endace's extensible record format: a header, extensions of eight octets each, then what its type says. */
export function erf(frame: FrameDecoder, at: number, end: number): void {
  const { octets } = frame;
  if (!frame.has(at, HEADER, end)) return;
  const type = octets[at + 8] & ~HAS_EXTENSION;
  const wireLength = uint16(octets, at + 14);
  let dataAt = at + HEADER;
  let extension = octets[at + 8];
  while ((extension & HAS_EXTENSION) !== 0) {
    if (!frame.has(dataAt, EXTENSION, end)) return;
    extension = octets[dataAt];
    dataAt += EXTENSION;
  }
  if (ETHERNET.has(type)) dataAt += BEFORE_ETHERNET;
  const dataEnd = dataAt + wireLength;
  if (ETHERNET.has(type)) frame.enter(ethernet, dataAt, dataEnd);
  else if (HDLC.has(type)) frame.enter(ciscoHdlc, dataAt, dataEnd);
  else if (IP.has(type)) frame.ipByVersion(dataAt, dataEnd);
  else frame.skip("other-protocol");
}
