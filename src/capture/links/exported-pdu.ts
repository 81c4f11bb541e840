import { uint16 } from "../../base/octets.ts";
import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "./ethernet.ts";

const TAG_HEADER = 4;
const END_OF_TAGS = 0;
/** Tags that name the dissector: by itself, or by a heuristic table. */
const NAME_TAGS = new Set([12, 13]);
const MOST_TAGS = 64;

/**
 * A PDU that Wireshark exported (LINKTYPE_WIRESHARK_UPPER_PDU, “Export PDUs to File”): tags of type and length, one of
 * which names the protocol, then the PDU. IP and Ethernet are read; what was in TCP has no TCP header any more.
 */
export function exportedPdu(frame: FrameDecoder, start: number, end: number): void {
  const { octets } = frame;
  let name = "";
  let at = start;
  for (let tags = 0; tags < MOST_TAGS; tags++) {
    if (!frame.has(at, TAG_HEADER, end)) return;
    const tag = uint16(octets, at);
    const valueAt = at + TAG_HEADER;
    at = valueAt + uint16(octets, at + 2);
    if (tag === END_OF_TAGS) return pduOf(frame, name, at, end);
    if (!frame.has(valueAt, at - valueAt, end)) return;
    if (NAME_TAGS.has(tag)) name = textIn(octets.subarray(valueAt, at));
  }
  frame.skip("malformed");
}

function pduOf(frame: FrameDecoder, name: string, at: number, end: number): void {
  if (name === "ip" || name === "ipv6") frame.ipByVersion(at, end);
  else if (name.startsWith("eth")) ethernet(frame, at, end);
  else frame.skip("not-ip");
}

/** Padded with zeros to whole words of four octets. */
function textIn(octets: Uint8Array): string {
  const zero = octets.indexOf(0);
  return new TextDecoder().decode(zero < 0 ? octets : octets.subarray(0, zero));
}
