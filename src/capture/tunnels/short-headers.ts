import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "../links/ethernet.ts";

const LISP_HEADER = 8;
const ETHERIP_HEADER = 2;

/** LISP data (RFC 6830): eight octets, then IP. */
export function lispData(frame: FrameDecoder, at: number, end: number): void {
  frame.ipByVersion(at + LISP_HEADER, end);
}

/** EtherIP (RFC 3378): two octets, then an Ethernet frame. */
export function etherIp(frame: FrameDecoder, at: number, end: number): void {
  frame.enter(ethernet, at + ETHERIP_HEADER, end);
}

/** WCCP redirection in GRE (Ethernet type 883e): version 2 puts four octets before the IP header. */
export function wccp(frame: FrameDecoder, at: number, end: number): void {
  if (!frame.has(at, 1, end)) return;
  const isIPv4 = frame.octets[at] >>> 4 === 4;
  frame.ipByVersion(isIPv4 ? at : at + 4, end);
}
