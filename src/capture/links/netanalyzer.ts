import type { FrameDecoder } from "../frame-decoder.ts";
import { ethernet } from "./ethernet.ts";

const HEADER = 4;
const PREAMBLE = 8;

/** Hilscher's four octets, then an Ethernet frame with its check sequence (LINKTYPE_NETANALYZER). */
export function netAnalyzer(frame: FrameDecoder, at: number, end: number): void {
  ethernet(frame, at + HEADER, end);
}

/** The same with the preamble (LINKTYPE_NETANALYZER_TRANSPARENT). */
export function netAnalyzerTransparent(frame: FrameDecoder, at: number, end: number): void {
  ethernet(frame, at + HEADER + PREAMBLE, end);
}

/** Ethernet in a passive optical network, with the preamble of 802.3 clause 65.1.3 (LINKTYPE_EPON). */
export function epon(frame: FrameDecoder, at: number, end: number): void {
  ethernet(frame, at + PREAMBLE, end);
}
