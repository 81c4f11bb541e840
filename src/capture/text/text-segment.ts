import type { Endpoint } from "../../segments/endpoint.ts";
import type { TimeStamp } from "./time-stamp.ts";

/** Where the printed numbers count from. */
type Numbering =
  /** tcpdump's table (TEXT-FORMATS section 7), or `-S`: decided over the whole conversation. */
  | "tcpdump"
  /** As on the wire: FortiGate, `tshark -V`, hex. */
  | "absolute"
  /** Wireshark's: each side's SYN is 0, or its first captured octet 1. */
  | "wireshark";

/** Both ends of a printed segment, made once for each printed pair. */
export interface EndpointPair {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  /** The text names both ports. */
  readonly hasPorts: boolean;
  /** A printed port is above 65535. */
  readonly hasBadPort: boolean;
  /** `flowIndex * 2 + direction` in the table; -1 until the first segment of the pair is appended. */
  flow: number;
}

/** One segment as a text prints it; numbers are not yet those of the wire. */
export interface TextSegment {
  /** 1-based number of its (first) line. */
  line: number;
  /** The line itself, for warnings. */
  text: string;
  /** How many lines it was printed on. */
  lineCount: number;
  stamp: TimeStamp | null;
  interfaceName: string | null;
  endpoints: EndpointPair;
  flags: number;
  areFlagsInferred: boolean;
  /** As printed; null where the line prints none. */
  sequence: number | null;
  sequenceEnd: number | null;
  acknowledgment: number | null;
  window: number | null;
  isWindowScaled: boolean;
  /** Octets of data as printed, else null. */
  length: number | null;
  urgent: number;
  ipId: number | null;
  ttl: number;
  /** The options stand in the octets of {@link OptionWriter} at this place. */
  optionsAt: number;
  optionsLength: number;
  /** SACK blocks are among the options; their edges count as the acknowledgment number does. */
  hasSack: boolean;
  numbering: Numbering;
  /** The printed header is cut short. */
  isTruncated: boolean;
  /** Lines are left out before this one. */
  isElidedBefore: boolean;
  /** Numbers from the octets of a hex dump, as on the wire; null without one. */
  wire: WireNumbers | null;
}

/** The numbers of a header, as on the wire. */
export interface WireNumbers {
  readonly sequence: number;
  readonly acknowledgment: number;
}

/** A segment of which only its line and its ends are known. */
export function blankSegment(line: number, endpoints: EndpointPair): TextSegment {
  return {
    line,
    text: "",
    lineCount: 1,
    stamp: null,
    interfaceName: null,
    endpoints,
    flags: 0,
    areFlagsInferred: false,
    sequence: null,
    sequenceEnd: null,
    acknowledgment: null,
    window: null,
    isWindowScaled: false,
    length: null,
    urgent: 0,
    ipId: null,
    ttl: 0,
    optionsAt: 0,
    optionsLength: 0,
    hasSack: false,
    numbering: "tcpdump",
    isTruncated: false,
    isElidedBefore: false,
    wire: null,
  };
}

/** The printed length, else what the printed range spans; null when the line tells neither. */
export function payloadLength({ length, sequence, sequenceEnd }: TextSegment): number | null {
  if (length !== null) return length;
  return sequence === null || sequenceEnd === null ? null : (sequenceEnd - sequence) >>> 0;
}
