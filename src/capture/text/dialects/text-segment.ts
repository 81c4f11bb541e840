import { ipv4Text } from "../../../segments/address.ts";
import type { Endpoint } from "../../../segments/endpoint.ts";
import type { FlowTable } from "../../../segments/flow-table.ts";
import type { TimeStamp } from "../times/time-stamp.ts";

/** What the printed numbers count from. */
type Numbering =
  /** tcpdump's table (docs/text-formats.md section 7), or `-S`: decided over the whole conversation. */
  | "tcpdump"
  /** As on the wire: FortiGate, `tshark -V`, hex. */
  | "absolute"
  /** Wireshark's: each side's SYN is 0, or its first captured octet 1. */
  | "wireshark";

/** Both ends of a printed segment, made once for each printed pair. */
export interface EndpointPair {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  /** Whether the text names both ports. */
  readonly hasPorts: boolean;
  /** Whether a printed port is above 65535. */
  readonly hasBadPort: boolean;
  /** `flowIndex * 2 + direction` in the table; -1 until the first segment of the pair is appended. */
  flow: number;
}

/** A pair of IPv4 addresses and ports as numbers: its ends are made when they are asked for. */
export class Ipv4Pair implements EndpointPair {
  readonly hasPorts = true;
  readonly hasBadPort = false;
  flow = -1;
  private readonly from: number;
  private readonly fromPort: number;
  private readonly to: number;
  private readonly toPort: number;

  /** Addresses as in {@link FlowTable.internIpv4}. */
  constructor(from: number, fromPort: number, to: number, toPort: number) {
    this.from = from;
    this.fromPort = fromPort;
    this.to = to;
    this.toPort = toPort;
  }

  get source(): Endpoint {
    return { address: ipv4Text(this.from), port: this.fromPort };
  }

  get destination(): Endpoint {
    return { address: ipv4Text(this.to), port: this.toPort };
  }

  /** As {@link EndpointPair.flow}, from the table. */
  internIn(flows: FlowTable): number {
    return flows.internIpv4(this.from, this.fromPort, this.to, this.toPort);
  }
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
  /** Index of the pair of ends in the table; -1 until the batch of the segment is appended. */
  pair: number;
  /** Which end of the pair sent it. */
  side: 0 | 1;
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
  /** The offset of the options in {@link OptionWriter}. */
  optionsAt: number;
  optionsLength: number;
  /** Whether SACK blocks are among the options; their edges count from the base of the acknowledgment number. */
  hasSack: boolean;
  numbering: Numbering;
  /** The printed header is cut short. */
  isTruncated: boolean;
  /** The line holds nothing but ends and flags. */
  isBare: boolean;
  /** The text says that an earlier line prints the same packet. */
  isAgain: boolean;
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
    pair: -1,
    side: 0,
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
    isBare: false,
    isAgain: false,
    isElidedBefore: false,
    wire: null,
  };
}

/** The printed length, else the length of the printed range; null if the line has neither. */
export function payloadLength({ length, sequence, sequenceEnd }: TextSegment): number | null {
  if (length !== null) return length;
  return sequence === null || sequenceEnd === null ? null : (sequenceEnd - sequence) >>> 0;
}

/** Whether neither number is known, as in a line that an article shortened: they are inferred from the lines above. */
export function printsNoNumber({ sequence, acknowledgment, wire }: TextSegment): boolean {
  return sequence === null && acknowledgment === null && wire === null;
}
